using System.Net;
using Concord.Contracts.Access;
using Concord.Roster.V1;
using Concord.Support;
using Grpc.Core;
using Grpc.Net.Client;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests;

public sealed class ProfileApiTests : IAsyncLifetime
{
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await RosterClient.StartAsync();

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R26")]
    public async Task A_person_passes_the_ladder_and_the_second_person_is_another()
    {
        var support = _service.As(Desk);
        var made = (await support.PostAsync("/api/v1/profiles", Body("Ama Ladder"))).Is(HttpStatusCode.Created);
        var path = made.Location!.ToString();
        Assert.Equal(("DRAFT", false, made.Text), (made.TextOf("state"), made["synthetic"].GetValue<bool>(), (await support.ReadAsync(path)).Text));

        (await support.PostAsync($"{path}:vet", Nothing)).IsProblem(HttpStatusCode.Conflict, "PROFILE_WRONG_STATE");
        Assert.Equal("SUBMITTED", (await support.PostAsync($"{path}:submit", Nothing)).TextOf("state"));
        Assert.Equal("UNDER_VETTING", (await support.PostAsync($"{path}:vet", Nothing)).TextOf("state"));
        Assert.Equal("R26", (await support.DecideAsync(path, "activate")).IsProblem(HttpStatusCode.Forbidden, "SAME_PERSON").TextOf("rule"));
        var active = (await _service.As(SecondDesk).DecideAsync(path, "activate")).Is(HttpStatusCode.OK);
        Assert.Equal("ACTIVE", active.TextOf("state"));
        Assert.Equal(active.ETag, active.TextOf("etag"));
    }

    [Fact, Rule("R158")]
    public async Task Suspending_is_told_to_the_other_services_without_the_reason()
    {
        var path = await _service.ActiveAsync(Body("Ama Suspended"));
        var suspended = (await _service.As(Desk).PostAsync($"{path}:suspend", new { reason = "Under review of X" })).Is(HttpStatusCode.OK);
        Assert.Equal("Under review of X", suspended.TextOf("stateNote"));
        Assert.Null((await _service.As(HeadOfMission).ReadAsync(path)).Is(HttpStatusCode.OK).Find("stateNote"));
        (await _service.As(Desk).PostAsync($"{path}:reinstate", Nothing)).Is(HttpStatusCode.OK);

        await Eventually.TrueAsync(() => Task.FromResult(_service.Sent.Count(e => e.Subject == suspended.TextOf("name")) == 2), "both facts are sent");
        var facts = _service.Sent.Where(e => e.Subject == suspended.TextOf("name")).ToArray();
        Assert.Equal(["concord.roster.profile.suspended.v1", "concord.roster.profile.reinstated.v1"], facts.Select(f => f.Type).Order(StringComparer.Ordinal).Reverse());
        Assert.DoesNotContain(facts, f => f.Data.Contains("review", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_retry_with_the_same_key_enters_one_person()
    {
        var key = Guid.NewGuid().ToString();
        var first = (await _service.As(Desk).PostAsync("/api/v1/profiles", Body("Ama Once"), key)).Is(HttpStatusCode.Created);
        var again = (await _service.As(Desk).PostAsync("/api/v1/profiles", Body("Ama Once"), key)).Is(HttpStatusCode.Created);
        Assert.Equal(first.Text, again.Text);
        (await _service.As(Desk).PostAsync("/api/v1/profiles", Body("Ama Twice"), key)).IsProblem(HttpStatusCode.UnprocessableEntity, "IDEMPOTENCY_KEY_REUSED");
        Assert.Single((await _service.As(Desk).ReadAsync("/api/v1/profiles"))["items"].AsArray());
    }

    [Fact]
    public async Task Whoever_has_no_role_for_it_is_refused()
    {
        var path = await _service.ActiveAsync(Body("Ama Guarded"));
        (await _service.As(null).ReadAsync(path)).IsProblem(HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
        var administrator = TestCaller.Person(Some.Owner, Roles.Administrator);
        (await _service.As(administrator).ReadAsync(path)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await _service.As(TestCaller.Person(Union, Roles.Monitor)).PostAsync("/api/v1/profiles:search", new { }, key: "")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await _service.As(HeadOfMission).PostAsync("/api/v1/profiles", Body("Ama No"))).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        foreach (var verb in (string[])["vet", "activate", "suspend", "reinstate", "retire"])
        {
            (await _service.As(Officer).PostAsync($"{path}:{verb}", new { reason = "x" })).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        }
    }

    [Fact]
    public async Task Above_the_clearance_a_profile_does_not_exist()
    {
        var path = await _service.ActiveAsync(Body("Ama Secret", "STRICTLY_CONFIDENTIAL"));
        var nowhere = $"/api/v1/profiles/{Guid.NewGuid()}";
        foreach (var suffix in (string[])["", "/availability"])
        {
            (await _service.As(Desk).ReadAsync(path + suffix)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
            (await _service.As(Desk).ReadAsync(nowhere + suffix)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        }

        (await _service.As(Desk).PostAsync($"{path}:suspend", new { reason = "x" })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(Desk).PatchAsync(path, new { displayName = "x" }, "*")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.Empty((await _service.As(Desk).ReadAsync("/api/v1/profiles")).NamesIn());
        Assert.Equal(["Ama Secret"], (await _service.As(Cleared).ReadAsync("/api/v1/profiles")).NamesIn());
        (await _service.As(Desk).PostAsync("/api/v1/profiles", Body("Ama Above", "STRICTLY_CONFIDENTIAL"))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
    }

    [Fact, Rule("R20")]
    public async Task An_organization_keeps_its_own_profiles_and_nobody_else_sees_them_before_they_are_active()
    {
        var officer = _service.As(Officer);
        var own = (await officer.PostAsync("/api/v1/profiles", Body("Ama Own", owner: Union))).Is(HttpStatusCode.Created).Location!.ToString();
        (await officer.PostAsync("/api/v1/profiles", Body("Ama Others"))).IsProblem(HttpStatusCode.Forbidden, "NOT_THE_OWNER");
        (await _service.As(Desk).PostAsync("/api/v1/profiles", Body("Ama Nobody's", owner: Unknown))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");

        var draftOfOthers = await _service.DraftAsync(Body("Ama Draft"));
        (await officer.ReadAsync(draftOfOthers)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(HeadOfMission with { Organization = Union }).ReadAsync(draftOfOthers)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.Equal(["Ama Own"], (await officer.ReadAsync("/api/v1/profiles")).NamesIn());

        var activeOfOthers = await _service.ActiveAsync(Body("Ama Active", "UNCLASSIFIED"));
        var read = (await officer.ReadAsync(activeOfOthers)).Is(HttpStatusCode.OK);
        (await officer.PatchAsync(activeOfOthers, new { displayName = "Ama Taken" }, read.ETag)).IsProblem(HttpStatusCode.Forbidden, "NOT_THE_OWNER");
        (await officer.PostAsync($"{own}:submit", Nothing)).Is(HttpStatusCode.OK);
    }

    [Fact, Rule("R143")]
    public async Task A_patch_changes_only_what_it_names_and_only_the_version_that_was_read()
    {
        var made = (await _service.As(Desk).PostAsync("/api/v1/profiles", Body("Ama Patch"))).Is(HttpStatusCode.Created);
        var path = made.Location!.ToString();
        (await _service.As(Desk).PatchAsync(path, new { displayName = "X" }, null)).IsProblem(HttpStatusCode.PreconditionRequired, "ETAG_REQUIRED");
        var patched = (await _service.As(Desk).PatchAsync(path, new { regions = new[] { "014" }, countries = new[] { "UGA" } }, made.ETag)).Is(HttpStatusCode.OK);
        Assert.Equal(("Ama Patch", "014", "sw"), (patched.TextOf("displayName"), patched.TextOf("regions.0"), patched.TextOf("languages.0.code")));
        (await _service.As(Desk).PatchAsync(path, new { displayName = "X" }, made.ETag)).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");
        (await _service.As(Desk).PatchAsync(path, new { state = "ACTIVE" }, patched.ETag)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await _service.As(Desk).PostAsync($"{path}:submit", Nothing, ifMatch: made.ETag)).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");
        var empty = (await _service.As(Desk).PatchAsync(path, """{"languages":null}""", patched.ETag)).Is(HttpStatusCode.OK);
        (await _service.As(Desk).PostAsync($"{path}:submit", Nothing, ifMatch: empty.ETag)).IsProblem(HttpStatusCode.Conflict, "PROFILE_INCOMPLETE");
        (await _service.As(Desk).PostAsync($"{path}:retire", new { reason = "test" })).Is(HttpStatusCode.OK);
        (await _service.As(Desk).PatchAsync(path, new { displayName = "X" }, "*")).IsProblem(HttpStatusCode.Conflict, "PROFILE_RETIRED");
    }

    [Fact]
    public async Task Lists_are_paged_without_gap_and_filtered()
    {
        for (var i = 0; i < 5; i++)
        {
            await _service.DraftAsync(Body($"Ama {i}"));
        }

        var names = new List<string>();
        string? token = null;
        do
        {
            var page = (await _service.As(Desk).ReadAsync($"/api/v1/profiles?pageSize=2&state=DRAFT{(token is null ? "" : "&pageToken=" + token)}")).Is(HttpStatusCode.OK);
            names.AddRange(page.NamesIn());
            token = page.Find("nextPageToken")?.GetValue<string>();
        }
        while (token is not null);

        Assert.Equal(["Ama 0", "Ama 1", "Ama 2", "Ama 3", "Ama 4"], names);
        Assert.Empty((await _service.As(Desk).ReadAsync($"/api/v1/profiles?owner={Union}")).NamesIn());
    }

    [Fact, Rule("R15")]
    public async Task Availability_is_added_listed_and_cancelled_and_never_overlaps()
    {
        var client = _service.As(Desk);
        var path = await _service.DraftAsync(Body("Ama Free"));
        var window = (await client.PostAsync($"{path}/availability", new { startDate = "2026-05-01", endDate = "2026-05-31", kind = "IN_PERSON" })).Is(HttpStatusCode.Created);
        (await client.PostAsync($"{path}/availability", new { startDate = "2026-05-31", endDate = "2026-06-02", kind = "REMOTE" })).IsProblem(HttpStatusCode.Conflict, "AVAILABILITY_OVERLAPS");
        (await client.PostAsync($"{path}/availability", new { startDate = "2026-06-31", endDate = "2026-07-02", kind = "REMOTE" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Equal(window.Text, (await client.ReadAsync(window.Location!.ToString())).Is(HttpStatusCode.OK).Text);
        Assert.Single((await client.ReadAsync($"{path}/availability"))["items"].AsArray());
        (await client.PostAsync($"{window.Location}:cancel", Nothing)).Is(HttpStatusCode.OK);
        (await client.PostAsync($"{window.Location}:cancel", Nothing)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.Empty((await client.ReadAsync($"{path}/availability"))["items"].AsArray());
    }

    [Fact, Rule("R15")]
    public async Task Of_windows_added_at_once_that_overlap_one_is_kept()
    {
        var path = await _service.DraftAsync(Body("Ama Race"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i =>
            _service.As(Desk).PostAsync($"{path}/availability", new { startDate = $"2026-05-{10 + i}", endDate = "2026-05-31", kind = "REMOTE" })));
        Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.Created), a => a.Is(HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task Another_service_asks_whether_a_person_may_be_given_work()
    {
        var secret = (await _service.ActiveAsync(Body("Ama Asked", "STRICTLY_CONFIDENTIAL"))).Replace("/api/v1/", "", StringComparison.Ordinal);
        using var channel = GrpcChannel.ForAddress(_service.GrpcAddress);
        var client = new RosterService.RosterServiceClient(channel);
        var answer = await client.GetProfileAsync(new GetProfileRequest { Name = secret }, Token(Cleared));
        Assert.Equal((secret, "Ama Asked", "ACTIVE"), (answer.Name, answer.DisplayName, answer.State));

        await RefusedAsync(StatusCode.NotFound, secret, Token(Desk));
        await RefusedAsync(StatusCode.InvalidArgument, "processes/1", Token(Desk));
        await RefusedAsync(StatusCode.PermissionDenied, secret, Token(TestCaller.Person(Some.Owner, Roles.Analyst)));
        await RefusedAsync(StatusCode.Unauthenticated, secret, []);

        async Task RefusedAsync(StatusCode expected, string name, Metadata token) =>
            Assert.Equal(expected, (await Assert.ThrowsAsync<RpcException>(async () => await client.GetProfileAsync(new GetProfileRequest { Name = name }, token))).StatusCode);
    }

    private Metadata Token(TestCaller caller) => new() { { "Authorization", $"Bearer {_service.TokenOf(caller)}" } };

    [Fact, Rule("R137")]
    public async Task An_administrator_is_told_why_somebody_does_not_see_a_profile()
    {
        var profile = (await _service.ActiveAsync(Body("Ama Explained")))["/api/v1/".Length..];
        var administrator = TestCaller.Person(Desk.Organization!, Roles.Administrator);
        const string Asked = "/api/v1/access/roster:explain?permission=roster.profiles.read&role=lead-mediator&clearance=UNCLASSIFIED&record=";
        var told = (await _service.As(administrator).ReadAsync(Asked + profile)).Is(HttpStatusCode.OK);
        Assert.Equal((false, 2, "CONFIDENTIAL"), (told["allowed"].GetValue<bool>(), told["conditions"].AsArray().Count, told.TextOf("conditions.1.needs.0")));
        Assert.Null((await _service.As(administrator).ReadAsync($"{Asked}profiles/{Guid.NewGuid()}")).Is(HttpStatusCode.OK).Find("allowed"));
    }

    [Fact, Rule("R20")]
    public async Task Who_is_not_classified_is_shown_to_other_organizations_while_active_and_willing_to_be_found()
    {
        var (asked, kept, officer) = (await _service.ActiveAsync(Body("Ama Asked", "UNCLASSIFIED")), await _service.ActiveAsync(Body("Bela Kept", "UNCLASSIFIED")), TestCaller.Person(Union, Roles.RegionalOfficer));
        foreach (var path in (string[])[asked, kept])
        {
            (await _service.As(officer).ReadAsync(path)).Is(HttpStatusCode.OK);
        }

        (await _service.As(Desk).PostAsync($"{asked}:withdrawConsent", new { scope = "SEARCH" })).Is(HttpStatusCode.OK);
        (await _service.As(Desk).PostAsync($"{kept}:suspend", new { reason = "x" })).Is(HttpStatusCode.OK);
        foreach (var path in (string[])[asked, kept, $"{asked}/availability"])
        {
            (await _service.As(officer).ReadAsync(path)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        }

        Assert.Empty((await _service.As(officer).ReadAsync("/api/v1/profiles")).Is(HttpStatusCode.OK)["items"].AsArray());
        (await _service.As(Desk).ReadAsync(asked)).Is(HttpStatusCode.OK);
    }
}
