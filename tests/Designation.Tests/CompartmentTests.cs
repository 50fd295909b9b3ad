using System.Net;
using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Designation.Persistence;
using Concord.Designation.V1;
using Concord.Support;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Designation.Tests;

/// <summary>A process that is Strictly Confidential exists for those who are named, and for nobody else however high the clearance (R127).</summary>
public sealed class CompartmentTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    [Fact, Rule("R127"), Rule("R137")]
    public async Task Clearance_alone_opens_nothing_of_a_process_that_is_strictly_confidential()
    {
        var process = await fixture.ProcessAsync("STRICTLY_CONFIDENTIAL");
        var name = process["/api/v1/".Length..];
        var officer = fixture.Officer("Cleared", clearance: Classification.StrictlyConfidential);
        string[] paths = [process, $"{process}/claims", $"{process}/lead", $"{process}/leadHistory", $"{process}/stateHistory", $"{process}/supportRoles", $"{process}:watch"];
        foreach (var path in paths)
        {
            (await fixture.As(officer).ReadAsync(path)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        }

        Assert.DoesNotContain(await fixture.As(officer).ReadAllAsync("/api/v1/processes"), p => (string?)p["name"] == name);
        Assert.Equal(StatusCode.NotFound, await AskAsync(officer, name));
        Assert.NotNull((await fixture.As(officer).PostAsync($"{process}/claims", DesignationFixture.Claim())).Is(HttpStatusCode.Accepted)); // a receipt, as for a process that is not there

        fixture.Service.Name(officer, name);
        foreach (var path in paths[..^1])
        {
            (await fixture.As(officer).ReadAsync(path)).Is(HttpStatusCode.OK);
        }

        Assert.Contains(await fixture.As(officer).ReadAllAsync("/api/v1/processes"), p => (string?)p["name"] == name);
        Assert.Equal(StatusCode.OK, await AskAsync(officer, name));
        (await fixture.As(officer with { Clearance = Classification.Confidential }).ReadAsync(process)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        fixture.Service.Name(officer);
        (await fixture.As(officer).ReadAsync(process)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Fact, Rule("R137")]
    public async Task Who_restricts_a_process_sees_it_until_its_compartment_says_who_does()
    {
        var process = await fixture.ProcessAsync("STRICTLY_CONFIDENTIAL");
        var name = process["/api/v1/".Length..];
        (await fixture.As(fixture.Support).ReadAsync(process)).Is(HttpStatusCode.OK);
        await Eventually.TrueAsync(() => Task.FromResult(fixture.Service.Sent.Any(e => e.Type == ProcessRestricted.Type && e.Subject == name)), "identity to be told");
        await fixture.Service.HearAsync(new CompartmentKept(name, "accounts/somebody-else", 1));
        (await fixture.As(fixture.Support).ReadAsync(process)).Is(HttpStatusCode.OK);
        await fixture.Service.HearAsync(new CompartmentKept(name, fixture.Support.Subject, 1));
        (await fixture.As(fixture.Support).ReadAsync(process)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        await fixture.Service.HearAsync(new CompartmentKept($"processes/{Guid.NewGuid()}", fixture.Support.Subject, 1));
        await Assert.ThrowsAsync<FormatException>(() => fixture.Service.HearAsync(new CompartmentKept("processes/1", fixture.Support.Subject, 1)));
    }

    [Fact]
    public async Task A_process_that_is_raised_later_is_restricted_then()
    {
        var process = await fixture.ProcessAsync();
        var keeper = fixture.As(fixture.Support with { Subject = $"accounts/{Guid.NewGuid()}" });
        (await keeper.PatchAsync(process, new { classification = "STRICTLY_CONFIDENTIAL" }, (await keeper.ReadAsync(process)).ETag)).Is(HttpStatusCode.OK);
        (await keeper.ReadAsync(process)).Is(HttpStatusCode.OK);
        (await fixture.As(fixture.Support).ReadAsync(process)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Fact]
    public async Task A_classification_is_lowered_by_two_who_see_the_process_and_by_itself()
    {
        var process = await fixture.ProcessAsync("STRICTLY_CONFIDENTIAL");
        var name = process["/api/v1/".Length..];
        var first = fixture.As(fixture.Support);
        var second = fixture.Support with { Subject = $"accounts/{Guid.NewGuid()}" };
        var etag = (await first.ReadAsync(process)).ETag;
        Assert.NotNull((await first.PatchAsync(process, new { classification = "CONFIDENTIAL", title = "Another" }, etag)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD").Find("errors.classification"));
        var act = (await first.PatchAsync(process, new { classification = "CONFIDENTIAL" }, etag)).Is(HttpStatusCode.Accepted).Location!.ToString();
        Assert.Equal(("STRICTLY_CONFIDENTIAL", etag), ((await first.ReadAsync(process)).TextOf("classification"), (await first.ReadAsync(process)).ETag));

        (await first.PostAsync($"{act}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "FOUR_EYES_REQUIRED");
        (await fixture.As(second).PostAsync($"{act}:approve", body: null)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND"); // is not named
        Assert.DoesNotContain((await fixture.As(second).ReadAsync("/api/v1/approvals/designation")).Is(HttpStatusCode.OK)["items"].AsArray(), a => act.EndsWith((string)a!["name"]!, StringComparison.Ordinal));
        (await fixture.As(fixture.Analyst).ReadAsync(act)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        fixture.Service.Name(second, name);
        (await fixture.As(second).PostAsync($"{act}:approve", body: null)).Is(HttpStatusCode.OK);
        Assert.Equal("CONFIDENTIAL", (await fixture.As(fixture.Analyst).ReadAsync(process)).TextOf("classification"));

        var again = (await first.PatchAsync(process, new { classification = "UNCLASSIFIED" }, (await first.ReadAsync(process)).ETag)).Is(HttpStatusCode.Accepted).Location!.ToString();
        await fixture.AdvanceAsync(process, "EARLY_ENGAGEMENT");
        (await fixture.As(second).PostAsync($"{again}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "PROPOSAL_OVERTAKEN");
        (await fixture.As(second with { Clearance = Classification.Unclassified }).ReadAsync(again)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Fact, Rule("R127"), Rule("R137")]
    public async Task What_was_proposed_about_a_process_that_is_stricter_now_waits_no_more_and_is_seen_by_no_more_people_than_it()
    {
        var process = await fixture.ProcessAsync("CONFIDENTIAL");
        var first = fixture.As(fixture.Support);
        var second = fixture.As(fixture.Support with { Subject = $"accounts/{Guid.NewGuid()}" });
        var etag = (await first.ReadAsync(process)).ETag;
        var act = (await first.PatchAsync(process, new { classification = "UNCLASSIFIED" }, etag)).Is(HttpStatusCode.Accepted).Location!.ToString();
        (await second.ReadAsync(act)).Is(HttpStatusCode.OK);

        (await first.PatchAsync(process, new { classification = "STRICTLY_CONFIDENTIAL" }, etag)).Is(HttpStatusCode.OK);
        (await second.ReadAsync(act)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await second.PostAsync($"{act}:approve", body: null)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        var seen = (await first.ReadAsync(act)).Is(HttpStatusCode.OK);
        Assert.Equal(("WITHDRAWN", "The record is stricter now."), (seen.TextOf("state"), seen.TextOf("decisionReason")));
    }

    [Fact, Rule("R137")]
    public async Task Whoever_acts_for_another_restricts_nothing_sees_nothing_restricted_and_is_no_second_person()
    {
        var standsIn = fixture.Support with { Subject = $"accounts/{Guid.NewGuid()}", ActsFor = fixture.Support.Subject };
        var refused = (await fixture.As(standsIn).PostAsync("/api/v1/processes", fixture.Fields("STRICTLY_CONFIDENTIAL"))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.NotNull(refused.Find("errors.classification"));
        var process = await fixture.ProcessAsync("STRICTLY_CONFIDENTIAL");
        fixture.Service.Name(standsIn, process["/api/v1/".Length..]);
        (await fixture.As(standsIn).ReadAsync(process)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await fixture.As(standsIn with { ActsFor = null }).ReadAsync(process)).Is(HttpStatusCode.OK);
        (await fixture.As(fixture.Support with { ActsFor = standsIn.Subject }).ReadAsync(process)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");

        var open = await fixture.ProcessAsync();
        var first = fixture.As(fixture.Support);
        var act = (await first.PatchAsync(open, new { classification = "UNCLASSIFIED" }, (await first.ReadAsync(open)).ETag)).Is(HttpStatusCode.Accepted).Location!.ToString();
        (await fixture.As(standsIn).PostAsync($"{act}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "FOUR_EYES_REQUIRED");
        var other = (await fixture.As(standsIn).PatchAsync(open, new { classification = "UNCLASSIFIED" }, (await first.ReadAsync(open)).ETag)).Is(HttpStatusCode.Accepted);
        Assert.Equal((standsIn.Subject, fixture.Support.Subject), (other.TextOf("proposedBy.name"), other.TextOf("proposedFor.name")));
        foreach (var either in (TestCaller[])[fixture.Support, standsIn, standsIn with { ActsFor = null }, fixture.Support with { Subject = $"accounts/{Guid.NewGuid()}", ActsFor = fixture.Support.Subject }])
        {
            (await fixture.As(either).PostAsync($"{other.Location}:approve", body: null)).IsProblem(HttpStatusCode.Conflict, "FOUR_EYES_REQUIRED");
        }

        Assert.Contains((await first.ReadAllAsync("/api/v1/approvals/designation")), a => other.Location!.ToString().EndsWith(a["name"]!.GetValue<string>(), StringComparison.Ordinal));
        (await first.PostAsync($"{other.Location}:withdraw", new { reason = "I am back" })).Is(HttpStatusCode.OK);
        (await fixture.As(standsIn with { ActsFor = null }).PostAsync($"{act}:approve", body: null)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_machine_restricts_nothing_for_no_compartment_could_name_it()
    {
        var machine = fixture.Support with { Subject = "clients/desk", Scopes = ["designation.processes.keep"] };
        var refused = (await fixture.As(machine).PostAsync("/api/v1/processes", fixture.Fields("STRICTLY_CONFIDENTIAL"))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.NotNull(refused.Find("errors.classification"));
    }

    [Fact, Rule("R137")]
    public async Task An_administrator_is_told_why_somebody_has_access_or_has_not_and_of_no_record_more_than_he_may_know()
    {
        var process = (await fixture.ProcessAsync("STRICTLY_CONFIDENTIAL"))["/api/v1/".Length..];
        var officer = fixture.Officer("Explained", clearance: Classification.StrictlyConfidential);
        var administrator = TestCaller.Person(officer.Organization!, Roles.Administrator) with { Clearance = Classification.StrictlyConfidential };
        var asked = $"/api/v1/access/designation:explain?permission=designation.processes.read&account={officer.Subject}&role=regional-officer&clearance=STRICTLY_CONFIDENTIAL&record=";

        var hidden = (await fixture.As(administrator).ReadAsync(asked + process)).Is(HttpStatusCode.OK);
        var nowhere = (await fixture.As(administrator).ReadAsync($"{asked}processes/{Guid.NewGuid()}")).Is(HttpStatusCode.OK);
        Assert.Equal(nowhere.Text, hidden.Text);
        Assert.Null(hidden.Find("allowed"));
        Assert.Equal(("ROLE", true), (hidden.TextOf("conditions.0.condition"), hidden["conditions.0.met"].GetValue<bool>()));

        fixture.Service.Name(administrator, process);
        var missing = (await fixture.As(administrator).ReadAsync(asked + process)).Is(HttpStatusCode.OK);
        Assert.Equal((false, true, "COMPARTMENT", false), (missing["allowed"].GetValue<bool>(), missing["conditions.1.met"].GetValue<bool>(), missing.TextOf("conditions.2.condition"), missing["conditions.2.met"].GetValue<bool>()));
        fixture.Service.Name(officer, process);
        Assert.True((await fixture.As(administrator).ReadAsync(asked + process)).Is(HttpStatusCode.OK)["allowed"].GetValue<bool>());

        var open = (await fixture.ProcessAsync())["/api/v1/".Length..];
        Assert.Equal(2, (await fixture.As(administrator).ReadAsync(asked + open)).Is(HttpStatusCode.OK)["conditions"].AsArray().Count);
        Assert.Null((await fixture.As(administrator with { Clearance = Classification.Unclassified }).ReadAsync(asked + open)).Is(HttpStatusCode.OK).Find("allowed"));
        var role = (await fixture.As(administrator).ReadAsync("/api/v1/access/designation:explain?permission=designation.processes.keep&role=analyst&role=monitor")).Is(HttpStatusCode.OK);
        Assert.Equal((false, "mediation-support"), (role["allowed"].GetValue<bool>(), role.TextOf("conditions.0.needs.0")));
        Assert.Single(role["conditions"].AsArray());

        var unsaid = (await fixture.As(administrator).ReadAsync($"/api/v1/access/designation:explain?permission=designation.processes.keep&account={officer.Subject}&record={open}")).Is(HttpStatusCode.OK);
        Assert.Null(unsaid.Find("allowed")); // not told as missing what was not given
        Assert.Equal(["role", "clearance"], unsaid["notGiven"].AsArray().Select(n => (string)n!));
        await using (var scope = fixture.Service.Services.CreateAsyncScope())
        {
            var entries = await scope.ServiceProvider.GetRequiredService<DesignationDb>().AuditEntries.Where(e => e.Action == "designation.access.explain").Select(e => e.Content).ToListAsync();
            Assert.Contains(entries, e => e.Contains(officer.Subject, StringComparison.Ordinal) && e.Contains(open, StringComparison.Ordinal));
        }


        var wrong = (await fixture.As(administrator).ReadAsync("/api/v1/access/designation:explain?permission=x&role=emperor&account=me&clearance=SECRET")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Equal(["account", "clearance", "permission", "role"], wrong["errors"].AsObject().Select(e => e.Key).Order());
        (await fixture.As(officer).ReadAsync(asked + process)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
    }

    private async Task<StatusCode> AskAsync(TestCaller caller, string name)
    {
        using var channel = GrpcChannel.ForAddress(fixture.Service.GrpcAddress);
        try
        {
            await new DesignationService.DesignationServiceClient(channel).GetProcessAsync(new GetProcessRequest { Name = name }, new Metadata { { "authorization", $"Bearer {fixture.Service.TokenOf(caller)}" } });
            return StatusCode.OK;
        }
        catch (RpcException e)
        {
            return e.StatusCode;
        }
    }
}
