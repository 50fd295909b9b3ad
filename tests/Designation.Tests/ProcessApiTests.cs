using System.Net;
using Concord.Contracts.Access;
using Concord.Platform.Security.News;
using Concord.Support;
using Concord.Designation.V1;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Designation.Tests;

public sealed class ProcessApiTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    [Fact, Rule("R46"), Rule("R43")]
    public async Task A_process_is_opened_read_and_its_history_kept()
    {
        var made = (await fixture.As(fixture.Support).PostAsync("/api/v1/processes", fixture.Fields())).Is(HttpStatusCode.Created);
        Assert.Equal(("MONITORED", "RESOLVING_MEDIATION", "REQUEST_OF_PARTIES"), (made.TextOf("state"), made.TextOf("kind"), made.TextOf("sourceOfAuthority")));
        Assert.False(made["fictional"].GetValue<bool>());
        var path = made.Location!.ToString();
        var read = await fixture.As(fixture.Analyst).ReadAsync(path);
        Assert.Equal((made.Text, made.ETag), (read.Text, read.ETag));

        (await fixture.As(fixture.Support).PostAsync($"{path}:advance", new { to = "EARLY_ENGAGEMENT", reason = "contacts" }, ifMatch: "\"9\"")).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");
        (await fixture.As(fixture.Support).PostAsync($"{path}:advance", new { to = "EARLY_ENGAGEMENT", reason = "contacts" }, ifMatch: made.ETag)).Is(HttpStatusCode.OK);
        (await fixture.As(fixture.Support).PostAsync($"{path}:advance", new { to = "IMPLEMENTATION", reason = "x" })).IsProblem(HttpStatusCode.Conflict, "TRANSITION_NOT_ALLOWED");
        var history = (await fixture.As(fixture.Analyst).ReadAsync($"{path}/stateHistory"))["items"].AsArray();
        Assert.Equal(["MONITORED", "EARLY_ENGAGEMENT"], history.Select(c => c!["to"]!.GetValue<string>()));
        Assert.Equal("contacts", history[1]!["reason"]!.GetValue<string>());
    }

    [Fact, Rule("R143")]
    public async Task A_patch_changes_countries_and_authority_and_moves_the_etag()
    {
        var made = await fixture.As(fixture.Support).PostAsync("/api/v1/processes", fixture.Fields());
        var path = made.Location!.ToString();
        (await fixture.As(fixture.Support).PatchAsync(path, new { title = "x" }, null)).IsProblem(HttpStatusCode.PreconditionRequired, "ETAG_REQUIRED");
        var patched = (await fixture.As(fixture.Support).PatchAsync(path, new { countries = new[] { "SSD", "KEN" }, appointingAuthority = new { organ = "AU Commission" } }, made.ETag)).Is(HttpStatusCode.OK);
        Assert.NotEqual(made.ETag, patched.ETag);
        Assert.Equal("AU Commission", patched.TextOf("appointingAuthority.organ"));
        Assert.Equal(2, patched["appointingAuthority.persons"].AsArray().Count);
        var again = (await fixture.As(fixture.Support).PatchAsync(path, new { countries = new[] { "KEN", "UGA" } }, patched.ETag)).Is(HttpStatusCode.OK);
        Assert.Equal(["KEN", "UGA"], again["countries"].AsArray().Select(c => c!.GetValue<string>()));
        (await fixture.As(fixture.Support).PatchAsync(path, new { state = "CLOSED" }, again.ETag)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await fixture.As(fixture.Support).PatchAsync(path, new { title = "x" }, made.ETag)).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");
        (await fixture.As(fixture.Analyst).PatchAsync(path, new { title = "x" }, again.ETag)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
    }

    [Fact]
    public async Task Lists_show_what_clearance_allows_by_state_and_country_and_page_by_page()
    {
        var shown = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            shown.Add((await fixture.As(fixture.Support).PostAsync("/api/v1/processes", fixture.Fields("CONFIDENTIAL", "BEN", $"P{i}"))).TextOf("name"));
            await fixture.As(fixture.Support).PostAsync("/api/v1/processes", fixture.Fields("STRICTLY_CONFIDENTIAL", "BEN", $"S{i}"));
        }

        var seen = new List<string>();
        string? token = null;
        do
        {
            var page = (await fixture.As(fixture.Analyst).ReadAsync($"/api/v1/processes?country=BEN&state=MONITORED&pageSize=2&pageToken={token}")).Is(HttpStatusCode.OK);
            seen.AddRange(page["items"].AsArray().Select(p => p!["name"]!.GetValue<string>()));
            token = page.Find("nextPageToken")?.GetValue<string>();
        }
        while (token is not null);

        Assert.Equal(shown, seen);
        Assert.Equal(6, (await fixture.As(fixture.Support).ReadAsync("/api/v1/processes?country=BEN"))["items"].AsArray().Count);
        Assert.Empty((await fixture.As(fixture.Analyst).ReadAsync("/api/v1/processes?country=BEN&state=CLOSED"))["items"].AsArray());
        (await fixture.As(fixture.Analyst).ReadAsync("/api/v1/processes?country=ben")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
    }

    [Fact]
    public async Task Outside_ones_view_nothing_exists_and_without_the_permission_nothing_is_answered()
    {
        var hidden = await fixture.ProcessAsync("STRICTLY_CONFIDENTIAL");
        var nothing = $"/api/v1/processes/{Guid.NewGuid()}";
        foreach (var tail in (string[])["", "/claims", $"/claims/{Guid.NewGuid()}", "/supportRoles", $"/supportRoles/{Guid.NewGuid()}", "/lead", "/leadHistory", "/stateHistory"])
        {
            var answer = (await fixture.As(fixture.Analyst).ReadAsync(hidden + tail)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
            var other = (await fixture.As(fixture.Analyst).ReadAsync(nothing + tail)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
            Assert.Equal(answer.TextOf("detail").Replace(hidden.Split('/')[^1], "x", StringComparison.Ordinal), other.TextOf("detail").Replace(nothing.Split('/')[^1], "x", StringComparison.Ordinal));
            (await fixture.As(null).ReadAsync(hidden + tail)).IsProblem(HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
            (await fixture.As(TestCaller.Person("organizations/x", Roles.Administrator)).ReadAsync(hidden + tail)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        }

        var proposer = fixture.Proposer with { Clearance = Classification.Confidential };
        (await fixture.As(proposer).ReadAsync($"{hidden}/proposals")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await fixture.As(proposer).PostAsync($"{hidden}/lead:end", new { leadEpoch = 0, reason = "x" })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        var low = fixture.Support with { Clearance = Classification.Confidential };
        (await fixture.As(low).PostAsync($"{hidden}:advance", new { to = "CLOSED", reason = "x" })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await fixture.As(low).PostAsync("/api/v1/processes", fixture.Fields("STRICTLY_CONFIDENTIAL"))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await fixture.As(fixture.Analyst).PostAsync("/api/v1/processes", fixture.Fields())).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
    }

    [Fact]
    public async Task Another_service_asks_who_leads_and_learns_only_what_its_caller_may_see()
    {
        var process = await fixture.ProcessAsync();
        var organization = fixture.Neighbours.Organization("Asked");
        var name = process["/api/v1/".Length..];
        using var channel = GrpcChannel.ForAddress(fixture.Service.GrpcAddress);
        var client = new DesignationService.DesignationServiceClient(channel);
        var nobody = await client.GetProcessAsync(new GetProcessRequest { Name = name }, HeadersOf(fixture.Analyst));
        Assert.Equal(("MONITORED", "CONFIDENTIAL"), (nobody.State, nobody.Classification));
        Assert.Null(nobody.Lead);
        await fixture.DesignateAsync(process, 0, organization);
        var led = await client.GetProcessAsync(new GetProcessRequest { Name = name }, HeadersOf(fixture.Analyst));
        Assert.Equal(("Asked", 1, organization), (led.Lead.DisplayName, led.Lead.Epoch, Assert.Single(led.Lead.Organizations)));

        await FailsAsync(StatusCode.NotFound, name, HeadersOf(fixture.Analyst with { Clearance = Classification.Unclassified }));
        await FailsAsync(StatusCode.InvalidArgument, "processes/1", HeadersOf(fixture.Analyst));
        await FailsAsync(StatusCode.Unauthenticated, name, []);
        await FailsAsync(StatusCode.PermissionDenied, name, HeadersOf(TestCaller.Person(organization, Roles.Administrator)));

        async Task FailsAsync(StatusCode expected, string asked, Metadata headers) =>
            Assert.Equal(expected, (await Assert.ThrowsAsync<RpcException>(async () => await client.GetProcessAsync(new GetProcessRequest { Name = asked }, headers))).StatusCode);
    }

    [Fact]
    public async Task Another_service_is_refused_in_the_name_of_somebody_whose_access_has_ended_and_waits_while_nobody_knows()
    {
        foreach (var (silence, revoked, expected) in new[] { (TimeSpan.FromHours(1), fixture.Analyst.Subject, StatusCode.Unauthenticated), (TimeSpan.Zero, "accounts/none", StatusCode.Unavailable) })
        {
            var list = new AccessList(silence);
            await using var service = await TestService.StartAsync<DesignationModule>(b => b.Services.AddSingleton(list));
            list.Hear(new AccessNews("1", new Dictionary<string, long> { [revoked] = 1 }, new Dictionary<string, IReadOnlyList<string>>()));
            using var channel = GrpcChannel.ForAddress(service.GrpcAddress);
            var asked = await Assert.ThrowsAsync<RpcException>(async () => await new DesignationService.DesignationServiceClient(channel).GetProcessAsync(
                new GetProcessRequest { Name = $"processes/{Guid.NewGuid()}" }, new Metadata { { "authorization", $"Bearer {service.TokenOf(fixture.Analyst)}" } }));
            Assert.Equal(expected, asked.StatusCode);
        }
    }

    private Metadata HeadersOf(TestCaller caller) => new() { { "authorization", $"Bearer {fixture.Service.TokenOf(caller)}" } };

    [Fact]
    public async Task A_process_is_kept_in_several_languages_beside_its_original()
    {
        var made = (await fixture.As(fixture.Support).PostAsync("/api/v1/processes", fixture.Fields())).Is(HttpStatusCode.Created);
        var path = made.Location!.ToString();
        Assert.Equal("en", made.TextOf("language"));
        Assert.Empty(made["translations"].AsArray());
        var longest = new { language = "ar", title = new string('ع', 200), situation = new string('\"', 4000), machineMade = true };
        var others = new[] { "de", "es", "fr", "it", "ja", "pt", "ru", "sw", "zh" }.Select(language => new { language, title = new string('ع', 200), situation = new string('\"', 4000), machineMade = true });

        var patched = (await fixture.As(fixture.Support).PatchAsync(path, new { translations = others.Prepend(longest) }, made.ETag)).Is(HttpStatusCode.OK);
        Assert.Equal(10, patched["translations"].AsArray().Count);
        Assert.Equal(patched.Text, (await fixture.As(fixture.Support).ReadAsync(path)).Is(HttpStatusCode.OK).Text);
        (await fixture.As(fixture.Support).PatchAsync(path, new { language = "ar" }, patched.ETag)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
    }
}
