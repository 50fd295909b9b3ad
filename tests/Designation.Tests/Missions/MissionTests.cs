using System.Net;
using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Designation.Missions;
using Concord.Designation.V1;
using Concord.Support;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Tests.Missions;

public sealed class MissionTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    [Fact]
    public async Task Who_was_head_of_mission_on_a_day_is_answered_whoever_heads_it_now()
    {
        var (first, second, deputy) = (Account(), Account(), Account());
        var mission = await OpenAsync(head: first);
        await MovedBackAsync(mission, 10);
        (await ActAsync(mission, "appoint", new { post = "HEAD_OF_MISSION", account = second, reason = "Rotation." })).Is(HttpStatusCode.OK);
        (await ActAsync(mission, "appoint", new { post = "HEAD_OF_MISSION", account = second, reason = "Again." })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await ActAsync(mission, "appoint", new { post = "DEPUTY", account = deputy, reason = "Needed." })).Is(HttpStatusCode.OK);
        (await ActAsync(mission, "appoint", new { post = "DEPUTY", account = "x", reason = "" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");

        var read = (await fixture.As(fixture.Analyst).ReadAsync(mission)).Is(HttpStatusCode.OK);
        Assert.Equal((second, deputy), (read.TextOf("headOfMission"), read.TextOf("deputies.0")));
        Assert.Equal([first], await HeadsAsync(-3));
        Assert.Equal([first, second], await HeadsAsync(0)); // the day of the succession
        Assert.Empty(await HeadsAsync(-11));
        (await fixture.As(fixture.Analyst).ReadAsync($"{mission}/terms?on={Day(1)}")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        var history = await fixture.As(fixture.Analyst).ReadAllAsync($"{mission}/terms?pageSize=2");
        Assert.Equal(3, history.Count);
        Assert.Equal(history[0]["endTime"]!.GetValue<string>(), history[1]["startTime"]!.GetValue<string>()); // no gap

        (await ActAsync(mission, "relieve", new { post = "HEAD_OF_MISSION", account = first, reason = "x" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await ActAsync(mission, "relieve", new { post = "HEAD_OF_MISSION", account = second, reason = "Left." })).Is(HttpStatusCode.OK);
        Assert.Null((await fixture.As(fixture.Analyst).ReadAsync(mission)).Find("headOfMission"));

        async Task<IEnumerable<string>> HeadsAsync(int days) => (await fixture.As(fixture.Analyst).ReadAllAsync($"{mission}/terms?post=HEAD_OF_MISSION&on={Day(days)}")).Select(t => t["account"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_successor_holds_the_posts_of_an_account_that_was_handed_over()
    {
        var (leaver, successor) = (Account(), Account());
        var mission = await OpenAsync(head: leaver);
        (await ActAsync(mission, "appoint", new { post = "DEPUTY", account = leaver, reason = "x" })).Is(HttpStatusCode.OK);
        (await ActAsync(mission, "appoint", new { post = "DEPUTY", account = successor, reason = "x" })).Is(HttpStatusCode.OK);
        var other = await OpenAsync(head: Account());
        var before = (await fixture.As(fixture.Analyst).ReadAsync(other)).ETag;
        var fact = new AccountHandedOver(leaver, successor, 3, new DateTime(2026, 4, 2, 8, 0, 0, DateTimeKind.Utc));
        await fixture.Service.HearAsync(fact);
        await fixture.Service.HearAsync(fact);

        var read = (await fixture.As(fixture.Analyst).ReadAsync(mission)).Is(HttpStatusCode.OK);
        Assert.Equal((successor, successor), (read.TextOf("headOfMission"), Assert.Single(read["deputies"].AsArray())!.GetValue<string>()));
        Assert.Equal(4, (await fixture.As(fixture.Analyst).ReadAllAsync($"{mission}/terms")).Count);
        Assert.Equal(before, (await fixture.As(fixture.Analyst).ReadAsync(other)).ETag);
    }

    [Fact]
    public async Task What_it_serves_is_shown_as_far_as_the_reader_may_see_it()
    {
        var mission = await OpenAsync(classification: "UNCLASSIFIED", head: Account());
        var (seen, hidden) = (await fixture.ProcessAsync("UNCLASSIFIED"), await fixture.ProcessAsync("STRICTLY_CONFIDENTIAL"));
        var agreement = $"agreements/{Guid.NewGuid()}";
        foreach (var record in (string[])[Name(seen), Name(hidden), agreement])
        {
            (await ActAsync(mission, "serve", new { record })).Is(HttpStatusCode.OK);
        }

        (await ActAsync(mission, "serve", new { record = agreement })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await ActAsync(mission, "serve", new { record = "organizations/" + Guid.NewGuid() })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        var other = fixture.Support with { Clearance = Classification.Confidential };
        (await fixture.As(other).PostAsync($"{mission}:serve", new { record = Name(hidden) })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        var read = (await fixture.As(fixture.Analyst).ReadAsync(mission)).Is(HttpStatusCode.OK);
        Assert.Equal(Name(seen), Assert.Single(read["processes"].AsArray())!.GetValue<string>());
        Assert.Empty(read["agreements"].AsArray());
        var kept = (await fixture.As(fixture.Support).ReadAsync(mission)).Is(HttpStatusCode.OK);
        Assert.Equal([Name(seen), Name(hidden)], kept["processes"].AsArray().Select(p => p!.GetValue<string>()));
        Assert.Equal(agreement, kept.TextOf("agreements.0"));

        (await ActAsync(mission, "endServing", new { record = agreement, reason = "" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await ActAsync(mission, "endServing", new { record = agreement, reason = "Handed to another." })).Is(HttpStatusCode.OK);
        (await ActAsync(mission, "endServing", new { record = agreement, reason = "x" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Empty((await fixture.As(fixture.Support).ReadAsync(mission))["agreements"].AsArray());
    }

    [Fact]
    public async Task A_confidential_mission_does_not_exist_for_whom_it_is_not()
    {
        var mission = await OpenAsync(head: Account());
        TestCaller[] outside = [fixture.Analyst with { Clearance = Classification.Unclassified }, TestCaller.Person($"organizations/{Guid.NewGuid()}", Roles.Partner)];
        foreach (var reader in outside)
        {
            (await fixture.As(reader).ReadAsync(mission)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
            (await fixture.As(reader).ReadAsync($"{mission}/terms")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
            Assert.DoesNotContain(await fixture.As(reader).ReadAllAsync("/api/v1/missions"), m => m["name"]!.GetValue<string>() == Name(mission));
        }

        Assert.Contains(await fixture.As(fixture.Analyst).ReadAllAsync("/api/v1/missions"), m => m["name"]!.GetValue<string>() == Name(mission));
        (await fixture.As(fixture.Analyst).PostAsync($"{mission}:close", new { reason = "x" })).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await fixture.As(fixture.Analyst).ReadAsync($"/api/v1/missions/{Guid.NewGuid()}")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Fact, Rule("R154")]
    public async Task Its_mandate_is_kept_and_said_to_be_over_and_a_closed_mission_changes_no_more()
    {
        var mission = await OpenAsync(head: Account());
        var read = (await fixture.As(fixture.Support).ReadAsync(mission)).Is(HttpStatusCode.OK);
        Assert.False(read["mandateExpired"].GetValue<bool>());
        (await fixture.As(fixture.Support).PatchAsync(mission, new { mandate = new { expireOn = Day(-1) } }, null)).IsProblem(HttpStatusCode.PreconditionRequired, "ETAG_REQUIRED");
        var patched = (await fixture.As(fixture.Support).PatchAsync(mission, new { mandate = new { expireOn = Day(-1) }, countries = new[] { "TCD", "NER" } }, read.ETag)).Is(HttpStatusCode.OK);
        Assert.True(patched["mandateExpired"].GetValue<bool>());
        Assert.Equal(["NER", "TCD"], patched["countries"].AsArray().Select(c => c!.GetValue<string>()));
        foreach (var wrong in (object[])[new { classification = "UNCLASSIFIED" }, new { classification = "STRICTLY_CONFIDENTIAL" }, new { title = "" }, new { countries = new[] { "Chad" } }, new { mandate = new { organ = "" } }])
        {
            (await fixture.As(fixture.Support).PatchAsync(mission, wrong, patched.ETag)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        }

        var closed = (await ActAsync(mission, "close", new { reason = "The mandate is over." })).Is(HttpStatusCode.OK);
        Assert.Null(closed.Find("headOfMission"));
        (await ActAsync(mission, "close", new { reason = "x" })).IsProblem(HttpStatusCode.Conflict, "MISSION_CLOSED");
        (await ActAsync(mission, "serve", new { record = $"agreements/{Guid.NewGuid()}" })).IsProblem(HttpStatusCode.Conflict, "MISSION_CLOSED");
        (await ActAsync(mission, "endServing", new { record = $"agreements/{Guid.NewGuid()}", reason = "x" })).IsProblem(HttpStatusCode.Conflict, "MISSION_CLOSED");
        (await ActAsync(mission, "appoint", new { post = "DEPUTY", account = Account(), reason = "x" })).IsProblem(HttpStatusCode.Conflict, "MISSION_CLOSED");
    }

    [Fact]
    public async Task Of_two_heads_appointed_at_once_at_two_instances_there_is_one()
    {
        await using var other = await fixture.ReplicaAsync();
        var mission = await OpenAsync(head: null);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => (i % 2 == 0 ? fixture.As(fixture.Support) : other.As(fixture.Support))
            .PostAsync($"{mission}:appoint", new { post = "HEAD_OF_MISSION", account = Account(), reason = "x" }))));
        Assert.Contains(answers, a => a.Status == HttpStatusCode.OK);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.OK), a => a.IsProblem(HttpStatusCode.Conflict, "CONCURRENT_CHANGE"));
        var terms = await fixture.As(fixture.Analyst).ReadAllAsync($"{mission}/terms");
        Assert.Equal(answers.Count(a => a.Status == HttpStatusCode.OK), terms.Count);
        Assert.Single(terms, t => t["endTime"] is null);
    }

    [Fact]
    public async Task Another_service_asks_who_heads_the_mission_of_a_process_or_an_agreement()
    {
        var (head, deputy) = (Account(), Account());
        var mission = await OpenAsync(head: head);
        (await ActAsync(mission, "appoint", new { post = "DEPUTY", account = deputy, reason = "x" })).Is(HttpStatusCode.OK);
        var (process, hidden, agreement) = (Name(await fixture.ProcessAsync()), Name(await fixture.ProcessAsync("STRICTLY_CONFIDENTIAL")), $"agreements/{Guid.NewGuid()}");
        foreach (var record in (string[])[process, agreement])
        {
            (await ActAsync(mission, "serve", new { record })).Is(HttpStatusCode.OK);
        }

        var closed = await OpenAsync(head: Account());
        (await ActAsync(closed, "serve", new { record = agreement })).Is(HttpStatusCode.OK);
        (await ActAsync(closed, "close", new { reason = "over" })).Is(HttpStatusCode.OK);
        using var channel = GrpcChannel.ForAddress(fixture.Service.GrpcAddress);
        var client = new DesignationService.DesignationServiceClient(channel);
        foreach (var record in (string[])[process, agreement])
        {
            var answer = Assert.Single((await AskAsync(record, fixture.Analyst)).Missions);
            Assert.Equal((Name(mission), "Lake mission", head, deputy), (answer.Name, answer.Title, answer.HeadOfMission, Assert.Single(answer.Deputies)));
        }

        Assert.Empty((await AskAsync($"agreements/{Guid.NewGuid()}", fixture.Analyst)).Missions);
        Assert.Empty((await AskAsync(agreement, fixture.Analyst with { Clearance = Classification.Unclassified })).Missions);
        (await ActAsync(mission, "relieve", new { post = "HEAD_OF_MISSION", account = head, reason = "x" })).Is(HttpStatusCode.OK);
        Assert.False(Assert.Single((await AskAsync(agreement, fixture.Analyst)).Missions).HasHeadOfMission);
        foreach (var (name, caller, expected) in new[] {
            (hidden, fixture.Analyst, StatusCode.NotFound), ($"processes/{Guid.NewGuid()}", fixture.Analyst, StatusCode.NotFound), ("agreements/1", fixture.Analyst, StatusCode.InvalidArgument),
            (process, TestCaller.Person($"organizations/{Guid.NewGuid()}", Roles.Administrator), StatusCode.PermissionDenied) })
        {
            Assert.Equal(expected, (await Assert.ThrowsAsync<RpcException>(() => AskAsync(name, caller))).StatusCode);
        }

        async Task<GetHeadOfMissionResponse> AskAsync(string name, TestCaller caller) =>
            await client.GetHeadOfMissionAsync(new GetHeadOfMissionRequest { Name = name }, new Metadata { { "authorization", $"Bearer {fixture.Service.TokenOf(caller)}" } });
    }

    private static string Account() => $"accounts/{Guid.NewGuid()}";

    private static string Day(int days) => DateOnly.FromDateTime(DateTime.UtcNow).AddDays(days).ToString("O");

    private static string Name(string path) => path["/api/v1/".Length..];

    private async Task<string> OpenAsync(string? head, string classification = "CONFIDENTIAL") => (await fixture.As(fixture.Support).PostAsync("/api/v1/missions", new
    {
        title = "Lake mission",
        countries = new[] { "TCD" },
        mandate = new { organ = "Security Council", reference = "S/RES/2500", expireOn = Day(30) },
        classification,
        headOfMission = head,
    })).Is(HttpStatusCode.Created).Location!.ToString();

    private Task<ApiAnswer> ActAsync(string mission, string verb, object body) => fixture.As(fixture.Support).PostAsync($"{mission}:{verb}", body);

    /// <summary>As if everybody in a post had come these many days ago.</summary>
    private Task MovedBackAsync(string mission, int days) => fixture.InStoreAsync(async db =>
    {
        var id = new MissionId(Guid.Parse(mission.Split('/')[^1]));
        foreach (var term in await db.MissionTerms.Where(t => t.Mission == id).ToListAsync())
        {
            db.Entry(term).Property(t => t.StartTime).CurrentValue = DateTime.UtcNow.AddDays(-days);
        }

        return await db.SaveChangesAsync();
    });
}
