using System.Net;
using Concord.Contracts.Access;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Concord.Roster.Tests.Contacts;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests;

/// <summary>What a person on the roster does with the own record.</summary>
public sealed class OwnWordTests : IAsyncLifetime
{
    private const string Own = "/api/v1/me/profile";
    private static readonly TestCaller s_person = TestCaller.Person(Union, Roles.Analyst) with { Clearance = Classification.Unclassified };
    private readonly string _directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await RosterClient.StartAsync(_directory);

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R16"), Rule("R159")]
    public async Task A_person_corrects_what_is_the_person_s_to_say_and_alone_declares_interests()
    {
        var path = await LinkedAsync();
        var read = (await _service.As(s_person).ReadAsync(Own)).Is(HttpStatusCode.OK);
        (await _service.As(s_person).PatchAsync(Own, new { displayName = "X" }, null)).IsProblem(HttpStatusCode.PreconditionRequired, "ETAG_REQUIRED");
        (await _service.As(s_person).PatchAsync(Own, new { seniorityLevel = "SENIOR_ENVOY" }, read.ETag)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await _service.As(s_person).PatchAsync(Own, """{"languages":null}""", read.ETag)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await _service.As(s_person).PatchAsync(Own, """{"interests":[null,{"kind":"FAMILY"},{"kind":"FAMILY","country":"XXX"}]}""", read.ETag)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        var corrected = (await _service.As(s_person).PatchAsync(Own, new
        {
            displayName = "Ama Corrected",
            gender = "UNDISCLOSED",
            interests = new object[] { new { kind = "FAMILY", country = "SSD", note = "A brother farms there" }, new { kind = "PROFESSIONAL", party = "Council of fishers" } },
        }, read.ETag)).Is(HttpStatusCode.OK);
        Assert.Equal(("Ama Corrected", "SSD", "EXPERT"), (corrected.TextOf("displayName"), corrected.TextOf("interests.0.country"), corrected.TextOf("seniorityLevel")));
        (await _service.As(s_person with { Subject = $"accounts/{Guid.NewGuid()}" }).PatchAsync(Own, new { displayName = "X" }, "*")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");

        (await _service.As(Desk).PatchAsync(path, """{"interests":[]}""", "*")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD"); // nobody else declares, or takes away
        Assert.Equal("A brother farms there", (await _service.As(HeadOfMission).ReadAsync(path)).TextOf("interests.0.note"));
        (await _service.As(Desk).PostAsync($"{path}/shares", ShareSituation.Terms(Union))).Is(HttpStatusCode.Created);
        Assert.Null((await _service.As(Officer).ReadAsync(path)).Is(HttpStatusCode.OK).Find("interests")); // they travel with no share
    }

    [Fact, Rule("R16")]
    public async Task A_search_flags_nationality_and_declared_interest_with_the_ground_and_leaves_them_out_only_when_asked()
    {
        await LinkedAsync();
        (await _service.As(s_person).PatchAsync(Own, new { interests = new object[] { new { kind = "FINANCIAL", country = "SSD", note = "A debt" }, new { kind = "OTHER", party = "X" } } }, "*")).Is(HttpStatusCode.OK);
        await _service.ActiveAsync(Body("Bea National", nationalities: ["SSD"]));
        await _service.ActiveAsync(Body("Cora Neither", nationalities: ["UGA"]));

        var found = await _service.SearchAsync(HeadOfMission, new { conflictCountries = new[] { "SSD" } });
        Assert.Equal(["Ama Own", "Bea National", "Cora Neither"], found.NamesIn());
        Assert.Equal(["""[{"ground":"DECLARED_INTEREST","country":"SSD","interest":"FINANCIAL"}]""", """[{"ground":"NATIONALITY","country":"SSD"}]""", "[]"], found["items"].AsArray().Select(i => i!["flags"]!.ToJsonString()));
        Assert.DoesNotContain("A debt", found.Text, StringComparison.Ordinal);
        Assert.Equal(["Cora Neither"], (await _service.SearchAsync(HeadOfMission, new { conflictCountries = new[] { "SSD" }, excludeConflicted = true })).NamesIn());
        var excluded = await _service.SearchAsync(HeadOfMission, new { excludedNationalities = new[] { "SSD" } });
        Assert.Equal(["Ama Own", "Cora Neither"], excluded.NamesIn());
        Assert.Equal("DECLARED_INTEREST", excluded.TextOf("items.0.flags.0.ground"));
        Assert.All((await _service.SearchAsync(HeadOfMission, new { }))["items"].AsArray(), i => Assert.Empty(i!["flags"]!.AsArray()));
    }

    [Fact, Rule("R16")]
    public void An_interest_keeps_the_day_on_which_it_was_declared()
    {
        var profile = Some.In(ProfileState.Active);
        DeclareInterest first = new(InterestKind.Family, "KEN", null, null);
        profile.Correct(profile.OwnEditable with { Interests = [first] }, Some.Atlas, Some.Now);
        profile.Correct(profile.OwnEditable with { Interests = [new(InterestKind.Political, null, "A party", null), first] }, Some.Atlas, Some.Now.AddDays(3));
        Assert.Equal([Some.Day.AddDays(3), Some.Day], profile.Interests.Select(i => i.Day));
    }

    [Fact, Rule("R20")]
    public async Task What_the_person_takes_back_ends_at_once_and_a_share_that_ended_so_does_not_come_back()
    {
        var path = await LinkedAsync();
        (await _service.As(Desk).PostAsync($"{path}/shares", ShareSituation.Terms(Union))).Is(HttpStatusCode.Created);
        (await _service.As(Officer).ReadAsync(path)).Is(HttpStatusCode.OK);
        (await _service.As(s_person).PostAsync($"{Own}:withdraw", new { scope = "SHARING" })).Is(HttpStatusCode.OK);
        (await _service.As(Officer).ReadAsync(path)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.Single((await _service.SearchAsync(HeadOfMission, new { })).NamesIn()); // the other consent stays
        (await _service.As(s_person).PostAsync($"{Own}:withdraw", new { scope = "SEARCH" })).Is(HttpStatusCode.OK);
        Assert.Empty((await _service.SearchAsync(HeadOfMission, new { })).NamesIn());
        Assert.Equal("R20", (await _service.As(Desk).PostAsync($"{path}:recordConsent", Consent("SEARCH"))).IsProblem(HttpStatusCode.Conflict, "CONSENT_OF_THE_PERSON").TextOf("rule"));

        foreach (var scope in (string[])["SEARCH", "SHARING"])
        {
            (await _service.As(s_person).PostAsync($"{Own}:consent", new { scope })).Is(HttpStatusCode.OK);
        }

        Assert.Single((await _service.SearchAsync(HeadOfMission, new { })).NamesIn());
        (await _service.As(Officer).ReadAsync(path)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        var key = Guid.NewGuid().ToString();
        var given = (await _service.As(s_person).PostAsync($"{Own}:consent", new { scope = "SEARCH", until = "2099-01-01" }, key)).Is(HttpStatusCode.OK);
        Assert.Equal(given.Text, (await _service.As(s_person).PostAsync($"{Own}:consent", new { scope = "SEARCH", until = "2099-01-01" }, key)).Is(HttpStatusCode.OK).Text);
        (await _service.As(s_person).PostAsync($"{Own}:consent", new { scope = "SEARCH" }, key)).IsProblem(HttpStatusCode.UnprocessableEntity, "IDEMPOTENCY_KEY_REUSED");
        (await _service.As(s_person).PostAsync($"{Own}:consent", new { scope = "SEARCH", until = "2020-01-01" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await _service.As(s_person).PostAsync($"{Own}:withdraw", new { })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
    }

    [Fact, Rule("R159"), Rule("R138")]
    public async Task The_own_record_leaves_as_one_document_and_that_is_entered()
    {
        (await _service.As(s_person).ReadAsync($"{Own}:export")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        var path = await LinkedAsync("UNCLASSIFIED");
        (await _service.KeepAsync(Desk, path, new { emails = new[] { "ama@mediator.example" } })).Is(HttpStatusCode.OK);
        (await _service.As(Desk).PostAsync($"{path}/availability", new { startDate = "2026-05-01", endDate = "2026-05-31", kind = "REMOTE" })).Is(HttpStatusCode.Created);
        (await _service.As(Desk).PostAsync($"{path}/shares", ShareSituation.Terms(Union))).Is(HttpStatusCode.Created);
        (await _service.SendPlanAsync(Desk, path, new { promising = true, departureExpectedBy = "2029-12-31" }, "*")).Is(HttpStatusCode.OK);
        (await _service.As(Desk).PostAsync($"{path}:suspend", new { reason = "Under review" })).Is(HttpStatusCode.OK);

        var document = (await _service.As(s_person).ReadAsync($"{Own}:export")).Is(HttpStatusCode.OK);
        Assert.Equal(("Ama Own", "ama@mediator.example", "2026-05-01", Union), (document.TextOf("profile.displayName"), document.TextOf("contact.emails.0"), document.TextOf("availability.0.startDate"), document.TextOf("shares.0.organization")));
        Assert.Equal(2, document["profile.consents"].AsArray().Count);
        Assert.Equal("""["acceptances","pipeline","slates","stateNote"]""", document["leftOut"].ToJsonString());
        Assert.All((string[])["2029-12-31", "Under review", "Prepares the round"], text => Assert.DoesNotContain(text, document.Text, StringComparison.Ordinal));
        await using var scope = _service.Services.CreateAsyncScope();
        var entry = await scope.ServiceProvider.GetRequiredService<RosterDb>().AuditEntries.SingleAsync(e => e.Content.Contains("Export by the person."), TestContext.Current.CancellationToken);
        Assert.Equal((s_person.Subject, "roster.ownProfile.read"), (entry.Actor, entry.Action));
    }

    [Fact, Rule("R20")]
    public async Task A_person_asks_for_the_erasure_and_one_of_mediation_support_carries_it_out()
    {
        var path = await LinkedAsync();
        var asked = (await _service.As(s_person).PostAsync($"{Own}:erase", new { reason = "I retire." })).Is(HttpStatusCode.Accepted);
        Assert.Equal(asked.TextOf("createTime"), (await _service.As(s_person).PostAsync($"{Own}:erase", new { })).Is(HttpStatusCode.Accepted).TextOf("createTime")); // asked once
        var waiting = Assert.Single((await _service.As(Desk).ReadAsync("/api/v1/approvals/roster?state=PROPOSED"))["items"].AsArray());
        Assert.Equal(("profiles.erase", "REQUEST_OF_THE_PERSON", "I retire."), ((string)waiting!["act"]!, (string)waiting["content"]!["basis"]!, (string)waiting["content"]!["reason"]!));
        (await _service.As(s_person).PostAsync($"/api/v1/{waiting["name"]}:approve", Nothing)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await _service.As(Desk).PostAsync($"/api/v1/{waiting["name"]}:approve", Nothing)).Is(HttpStatusCode.OK);
        (await _service.As(s_person).ReadAsync(Own)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(Cleared).ReadAsync(path)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    private async Task<string> LinkedAsync(string classification = "CONFIDENTIAL")
    {
        var path = await _service.ActiveAsync(Body("Ama Own", classification));
        (await _service.As(Cleared).PatchAsync(path, new { person = s_person.Subject }, "*")).Is(HttpStatusCode.OK);
        return path;
    }
}
