using System.Net;
using Concord.Contracts.Access;
using Concord.Support;
using static Concord.Roster.Tests.RosterClient;
using static Concord.Roster.Tests.Slates.SlateClient;

namespace Concord.Roster.Tests.Slates;

/// <summary>From the criteria to the decision and what may be published of it (R9, R16, R19).</summary>
public sealed class SlateApiTests : IAsyncLifetime
{
    private readonly Canaries _said = new();
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await StartAsync();

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R19"), Rule("R9")]
    public async Task Criteria_lists_decision_and_reason_are_kept_and_the_extract_names_only_who_was_chosen()
    {
        var slate = await _service.BeginSlateAsync();
        var ama = await _service.ListAsync(slate, Listed(await _service.PersonAsync("Ama Chosen")));
        await _service.ListAsync(slate, Listed(await _service.PersonAsync("Ben Other", "MAN")));
        await _service.ListAsync(slate, Outsider("Otti Outside"));

        var draft = (await _service.As(SecondDesk).ReadAsync(slate)).Is(HttpStatusCode.OK);
        Assert.Equal(["Ama Chosen", "Ben Other", "Otti Outside"], draft["candidates"].AsArray().Select(c => (string)c!["person"]!["displayName"]!));
        Assert.Equal(["MET", "NOT_MET", "NOT_MET", "NOT_MET", "MET"], Results(draft, 0));
        Assert.Equal(["MET", "OPEN", "OPEN", "OPEN", "OPEN"], Results(draft, 2));
        Assert.Equal(("PROFILE", "languages sw NATIVE"), (draft.TextOf("candidates.0.findings.0.basis"), draft.TextOf("candidates.0.findings.0.evidence")));
        Assert.Equal(("ASSESSOR", Desk.Subject), (draft.TextOf("candidates.0.findings.4.basis"), draft.TextOf("candidates.0.findings.4.by.name")));
        Assert.Equal((true, false), (draft["candidates.0.qualified"].GetValue<bool>(), draft["candidates.2.qualified"].GetValue<bool>()));
        Assert.Equal(("NATIONALITY", "TCD", "front of the shores"), (draft.TextOf("candidates.2.conflicts.0.ground"), draft.TextOf("candidates.2.conflicts.0.country"), draft.TextOf("candidates.2.conflicts.1.party")));
        Assert.Empty(draft["candidates.0.conflicts"].AsArray());

        (await _service.As(SecondDesk).ReadAsync($"{slate}:extract")).IsProblem(HttpStatusCode.Conflict, "SLATE_WRONG_STATE");
        var submitted = (await _service.SubmitAsync(slate)).Is(HttpStatusCode.OK);
        Assert.DoesNotContain("Ama", submitted.Text, StringComparison.Ordinal);
        (await _service.ApproveAsync(slate, ama, "Better than ben other.")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await _service.ApproveAsync(slate, ama, "Ama Chosen is heard by both sides.")).Is(HttpStatusCode.OK);

        var decided = (await _service.As(Desk).ReadAsync(slate)).Is(HttpStatusCode.OK);
        Assert.Equal(("APPROVED", NameOf(ama), Authority.Subject), (decided.TextOf("state"), decided.TextOf("chosen"), decided.TextOf("decidedBy.name")));
        var extract = (await _service.As(Authority).ReadAsync($"{slate}:extract")).Is(HttpStatusCode.OK);
        Assert.Null(extract.Find("noWomanReason"));
        Assert.Equal(("Ama Chosen", "Ama Chosen is heard by both sides.", 5), (extract.TextOf("chosen"), extract.TextOf("decisionReason"), extract["criteria"].AsArray().Count));
        Assert.Equal("""{"longList":{"women":1,"men":2,"others":0},"shortList":{"women":1,"men":1,"others":0},"qualifiedWomen":1,"regions":["002"]}""", extract["tally"].ToJsonString());
        Assert.All((string[])["Ben", "Otti", "processes/", "accounts/", "candidates"], word => Assert.DoesNotContain(word, extract.Text, StringComparison.Ordinal));
    }

    [Fact, Rule("R9")]
    public async Task Without_a_qualified_woman_on_the_short_list_it_is_refused_or_decided_on_by_somebody_who_has_read_why()
    {
        var slate = await _service.BeginSlateAsync();
        await _service.ListAsync(slate, Listed(await _service.PersonAsync("Ama Unheard"), heard: false));
        await _service.ListAsync(slate, Listed(await _service.PersonAsync("Ada Long"), list: "LONG"));
        var ben = await _service.ListAsync(slate, Listed(await _service.PersonAsync("Ben Short", "MAN")));
        Assert.Equal("R9", (await _service.SubmitAsync(slate)).IsProblem(HttpStatusCode.Conflict, "SLATE_WITHOUT_QUALIFIED_WOMAN").TextOf("rule"));
        WrongIn(["noWomanReason"], await _service.SubmitAsync(slate, "Nobody but ama unheard could be reached."));
        (await _service.SubmitAsync(slate, "The qualified women we asked are in other talks.")).Is(HttpStatusCode.OK);

        foreach (var (verb, decide) in ((string, object)[])[(":approve", new { candidate = NameOf(ben), reason = "Asked for by both sides." }), (":reject", new { reason = "Nobody." })])
        {
            (await _service.As(Authority).PostAsync($"{slate}{verb}", decide)).IsProblem(HttpStatusCode.PreconditionRequired, "ETAG_REQUIRED");
            (await _service.As(Authority).PostAsync($"{slate}{verb}", decide, ifMatch: "*")).IsProblem(HttpStatusCode.PreconditionRequired, "ETAG_REQUIRED");
            (await _service.As(Authority).PostAsync($"{slate}{verb}", decide, ifMatch: "\"1\"")).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");
        }

        var read = (await _service.As(Authority).ReadAsync(slate)).Is(HttpStatusCode.OK);
        Assert.Equal(("The qualified women we asked are in other talks.", 0), (read.TextOf("noWomanReason"), read["tally.qualifiedWomen"].GetValue<int>()));
        (await _service.As(Authority).PostAsync($"{slate}:reject", new { reason = "Ask the women again." }, ifMatch: read.ETag)).Is(HttpStatusCode.OK);
        var extract = (await _service.As(Desk).ReadAsync($"{slate}:extract")).Is(HttpStatusCode.OK);
        Assert.Equal((null, "The qualified women we asked are in other talks."), (extract.Find("chosen"), extract.TextOf("noWomanReason")));
    }

    [Fact, Rule("R19")]
    public async Task The_composing_organization_sees_it_the_appointing_authority_once_it_is_submitted_and_nobody_else()
    {
        var slate = await _service.BeginSlateAsync();
        await _service.ListAsync(slate, Listed(await _service.PersonAsync("Ama Hidden")));
        var strict = await _service.BeginSlateAsync(Terms(classification: "STRICTLY_CONFIDENTIAL"), Cleared);
        TestCaller[] others =
        [
            Officer, Uncleared, TestCaller.Person(Union, Roles.AppointingAuthority), TestCaller.Person(Some.Owner, Roles.AppointingAuthority), TestCaller.Person(Council, Roles.RegionalOfficer),
            TestCaller.Person(Union, Roles.MediationSupport) with { Clearance = Classification.StrictlyConfidential },
        ];
        foreach (var caller in (TestCaller[])[.. others, Authority])
        {
            Assert.Empty(await _service.As(caller).ReadAllAsync(Collection));
            (await _service.As(caller).ReadAsync(slate)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        }

        (await _service.As(Desk).ReadAsync(strict)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.SubmitAsync(slate)).Is(HttpStatusCode.OK);
        Assert.Equal([NameOf(slate)], (await _service.As(Authority).ReadAllAsync($"{Collection}?state=SUBMITTED")).Select(s => (string)s["name"]!));
        foreach (var caller in others)
        {
            (await _service.As(caller).ReadAsync(slate)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
            (await _service.As(caller).ReadAsync($"{slate}:extract")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        }

        foreach (var caller in (TestCaller[])[TestCaller.Person(Union, Roles.AppointingAuthority), TestCaller.Person(Some.Owner, Roles.AppointingAuthority)])
        {
            (await _service.As(caller).PostAsync($"{slate}:reject", new { reason = "x" }, ifMatch: "\"4\"")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        }

        (await _service.As(HeadOfMission).ReadAsync(slate)).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await _service.As(Desk).PostAsync($"{slate}:reject", new { reason = "x" }, ifMatch: "\"4\"")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await _service.As(Authority).PostAsync($"{slate}:submit", new { })).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
    }

    [Fact, Rule("R137")]
    public async Task A_strictly_confidential_slate_of_a_process_is_for_those_whom_the_process_names()
    {
        const string process = KnownProcesses.Strict;
        var terms = Terms(classification: "STRICTLY_CONFIDENTIAL", process: process);
        var refused = (await _service.As(Cleared).PostAsync(Collection, terms)).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.NotNull(refused.Find("errors.process"));
        Assert.NotNull((await _service.As(Cleared).PostAsync(Collection, Terms(process: process))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD").Find("errors.classification")); // whoever reads the slate would learn of it
        _service.Name(Cleared, process);
        var slate = await _service.BeginSlateAsync(terms, Cleared);
        (await _service.As(Cleared).ReadAsync(slate)).Is(HttpStatusCode.OK);
        (await _service.As(SecondDesk with { Clearance = Classification.StrictlyConfidential }).ReadAsync(slate)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Fact, Rule("R19")]
    public async Task One_person_may_hold_both_roles_and_yet_does_not_decide_on_what_the_same_person_composed()
    {
        var both = TestCaller.Person(Some.Owner, Roles.MediationSupport, Roles.AppointingAuthority);
        var another = TestCaller.Person(Some.Owner, Roles.MediationSupport, Roles.AppointingAuthority);
        var slate = await _service.BeginSlateAsync(Terms(authority: Some.Owner));
        var ama = await _service.ListAsync(slate, Listed(await _service.PersonAsync("Ama Both")), both);
        (await _service.SubmitAsync(slate)).Is(HttpStatusCode.OK);
        (await _service.ApproveAsync(slate, ama, by: both)).IsProblem(HttpStatusCode.Forbidden, "SLATE_SAME_PERSON");
        (await _service.ApproveAsync(slate, ama, by: another)).Is(HttpStatusCode.OK);
    }

    [Fact, Rule("R18"), Rule("R19")]
    public async Task It_is_submitted_once_the_criteria_ask_for_all_that_is_always_asked_for_and_somebody_is_on_the_short_list()
    {
        var slate = await _service.BeginSlateAsync(Terms([Criteria[0], Criteria[1], Criteria[2]]));
        var incomplete = (await _service.SubmitAsync(slate)).IsProblem(HttpStatusCode.Conflict, "SLATE_CRITERIA_INCOMPLETE");
        Assert.Equal(("R18", "No criterion asks for POPULATIONS_AT_RISK."), (incomplete.TextOf("rule"), incomplete.TextOf("detail")));
        (await _service.As(Desk).PatchAsync(slate, new { criteria = Criteria }, "*")).Is(HttpStatusCode.OK);
        await _service.ListAsync(slate, Outsider());
        (await _service.SubmitAsync(slate, "None could be reached.")).IsProblem(HttpStatusCode.Conflict, "SLATE_INCOMPLETE");
    }

    [Fact, Rule("R19")]
    public async Task The_criteria_are_changed_before_any_name_and_who_is_taken_off_is_forgotten()
    {
        var slate = await _service.BeginSlateAsync();
        (await _service.As(Desk).PatchAsync(slate, new { title = "Mediator for the lake" }, null)).IsProblem(HttpStatusCode.PreconditionRequired, "ETAG_REQUIRED");
        (await _service.As(Desk).PatchAsync(slate, new { criteria = Criteria[..4] }, "*")).Is(HttpStatusCode.OK);
        var candidate = await _service.ListAsync(slate, Outsider(_said.Text(), said: _said.Text()));
        (await _service.As(Desk).PatchAsync(slate, new { criteria = Criteria }, "*")).IsProblem(HttpStatusCode.Conflict, "SLATE_CRITERIA_FIXED");
        (await _service.As(Desk).PatchAsync(slate, new { title = "Mediator for the lake" }, "*")).Is(HttpStatusCode.OK);
        (await _service.As(Desk).PostAsync($"{candidate}:remove", Nothing)).Is(HttpStatusCode.OK);
        (await _service.As(Desk).PostAsync($"{candidate}:remove", Nothing)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.Empty(await _said.ColumnsInAsync(_service.Services));
        (await _service.As(Desk).PatchAsync(slate, new { criteria = Criteria }, "*")).Is(HttpStatusCode.OK);
        Assert.Empty((await _service.As(Desk).ReadAsync(slate))["candidates"].AsArray());
    }

    private static IEnumerable<string> Results(ApiAnswer slate, int candidate) => slate[$"candidates.{candidate}.findings"].AsArray().Select(f => (string)f!["result"]!);
}
