using System.Net;
using Concord.Contracts.Access;
using Concord.Contracts.Audit;
using Concord.Platform.Sealing;
using Concord.Roster.Persistence;
using Concord.Roster.Slates;
using Concord.Roster.Tests.Erasure;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Concord.Roster.Tests.RosterClient;
using static Concord.Roster.Tests.Slates.SlateClient;

namespace Concord.Roster.Tests.Slates;

/// <summary>Who stands on a slate, and what is kept of those who do (R19, R20, R159).</summary>
public sealed class SlatePeopleTests : IAsyncLifetime
{
    private static readonly TestCaller s_strictAuthority = Authority with { Clearance = Classification.StrictlyConfidential };
    private readonly Canaries _said = new();
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await StartAsync();

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R19")]
    public async Task Nobody_is_put_on_a_slate_judged_or_chosen_by_that_person()
    {
        var profile = await _service.PersonAsync("Ama Self");
        foreach (var (caller, verb) in ((TestCaller, string)[])[(SecondDesk, "compose"), (Authority, "decide")])
        {
            (await _service.As(Cleared).PatchAsync(profile, new { person = caller.Subject }, "*")).Is(HttpStatusCode.OK);
            var slate = await _service.BeginSlateAsync();
            if (verb == "compose")
            {
                (await _service.As(caller).PostAsync($"{slate}/candidates", Listed(profile))).IsProblem(HttpStatusCode.Forbidden, "ASSESSED_BY_ONESELF");
            }

            var self = await _service.ListAsync(slate, Listed(profile));
            if (verb == "compose")
            {
                (await _service.As(caller).PatchAsync(self, new { note = "I am best." }, "*")).IsProblem(HttpStatusCode.Forbidden, "ASSESSED_BY_ONESELF");
                continue;
            }

            (await _service.SubmitAsync(slate)).Is(HttpStatusCode.OK);
            (await _service.ApproveAsync(slate, self)).IsProblem(HttpStatusCode.Forbidden, "SLATE_SAME_PERSON");
        }
    }

    [Fact, Rule("R20")]
    public async Task Only_who_is_seen_active_and_agrees_is_listed_and_who_is_not_seen_is_answered_as_who_is_not_there()
    {
        var slate = await _service.BeginSlateAsync();
        var (hidden, open) = (await _service.PersonAsync("Ama Strict", classification: "STRICTLY_CONFIDENTIAL"), await _service.PersonAsync("Ama Open"));
        var absent = Problem((await _service.As(Desk).PostAsync($"{slate}/candidates", Listed("/api/v1/profiles/0197a000-0000-7000-8000-0000000000ee"))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD"));
        Assert.Equal(absent, Problem((await _service.As(Desk).PostAsync($"{slate}/candidates", Listed(hidden))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD")));
        (await _service.As(Cleared).PostAsync($"{slate}/candidates", Listed(hidden))).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD"); // above the slate
        (await _service.As(Desk).PostAsync($"{slate}/candidates", Listed(await _service.DraftAsync(Body("Ama Draft"))))).IsProblem(HttpStatusCode.Conflict, "SLATE_NOT_LISTABLE");
        (await _service.As(Desk).PostAsync($"{open}:withdrawConsent", new { scope = "SEARCH" })).Is(HttpStatusCode.OK);
        (await _service.As(Desk).PostAsync($"{slate}/candidates", Listed(open))).IsProblem(HttpStatusCode.Conflict, "SLATE_NOT_LISTABLE");
        (await _service.As(Desk).PostAsync($"{open}:recordConsent", Consent("SEARCH"))).Is(HttpStatusCode.OK);
        await _service.ListAsync(slate, Listed(open));
        (await _service.As(Desk).PostAsync($"{slate}/candidates", Listed(open))).IsProblem(HttpStatusCode.Conflict, "SLATE_LISTED_ALREADY");
    }

    [Fact, Rule("R20"), Rule("R26")]
    public async Task Who_is_suspended_withdraws_or_may_not_be_seen_any_more_shows_as_such_without_a_name_and_is_not_chosen()
    {
        var slate = await _service.BeginSlateAsync();
        string[] names = ["Ama Stays", "Ben Suspended", "Cai Withdraws", "Dee Retires", "Eve Raised"];
        var profiles = new List<string>();
        var candidates = new List<string>();
        foreach (var name in names)
        {
            profiles.Add(await _service.PersonAsync(name));
            candidates.Add(await _service.ListAsync(slate, Listed(profiles[^1], "SHORT")));
        }

        (await _service.As(Desk).PostAsync($"{profiles[1]}:suspend", new { reason = "x" })).Is(HttpStatusCode.OK);
        (await _service.SubmitAsync(slate)).IsProblem(HttpStatusCode.Conflict, "SLATE_CANDIDATE_GONE");
        (await _service.As(Desk).PatchAsync(candidates[1], new { list = "LONG" }, "*")).IsProblem(HttpStatusCode.Conflict, "SLATE_CANDIDATE_GONE");
        (await _service.As(Desk).PostAsync($"{profiles[1]}:reinstate", Nothing)).Is(HttpStatusCode.OK);
        (await _service.SubmitAsync(slate)).Is(HttpStatusCode.OK);
        (await _service.As(Desk).PostAsync($"{profiles[1]}:suspend", new { reason = "x" })).Is(HttpStatusCode.OK);
        (await _service.As(Desk).PostAsync($"{profiles[2]}:withdrawConsent", new { scope = "SEARCH" })).Is(HttpStatusCode.OK);
        (await _service.As(Desk).PostAsync($"{profiles[3]}:retire", new { reason = "x" })).Is(HttpStatusCode.OK);
        await _service.ClassifyAsync(profiles[4], "STRICTLY_CONFIDENTIAL");

        var read = (await _service.As(Authority).ReadAsync(slate)).Is(HttpStatusCode.OK);
        Assert.Equal(["AVAILABLE", "SUSPENDED", "CONSENT_ENDED", "RETIRED", "WITHHELD"], read["candidates"].AsArray().Select(c => (string)c!["standing"]!));
        Assert.All(names[1..], name => Assert.DoesNotContain(name, read.Text, StringComparison.Ordinal));
        Assert.All(read["candidates"].AsArray().Skip(1), c => Assert.True(c!["person"] is null && c["note"] is null && c["qualified"] is null && c["findings"]!.AsArray().Count == 0));
        Assert.Contains("Eve Raised", (await _service.As(s_strictAuthority).ReadAsync(slate)).Text, StringComparison.Ordinal);
        (await _service.ApproveAsync(slate, candidates[1])).IsProblem(HttpStatusCode.Conflict, "SLATE_CANDIDATE_GONE");
        (await _service.ApproveAsync(slate, candidates[0])).Is(HttpStatusCode.OK);
    }

    [Fact, Rule("R9")]
    public async Task Once_no_qualified_woman_of_the_short_list_is_there_any_more_nobody_is_chosen_from_it()
    {
        var slate = await _service.BeginSlateAsync();
        var ama = await _service.PersonAsync("Ama Only");
        await _service.ListAsync(slate, Listed(ama, "SHORT"));
        var ben = await _service.ListAsync(slate, Listed(await _service.PersonAsync("Ben Other", "MAN"), "SHORT"));
        (await _service.SubmitAsync(slate)).Is(HttpStatusCode.OK);
        (await _service.As(Desk).PostAsync($"{ama}:suspend", new { reason = "x" })).Is(HttpStatusCode.OK);
        Assert.Equal("R9", (await _service.ApproveAsync(slate, ben)).IsProblem(HttpStatusCode.Conflict, "SLATE_WITHOUT_QUALIFIED_WOMAN").TextOf("rule"));
        (await _service.As(Desk).PostAsync($"{ama}:reinstate", Nothing)).Is(HttpStatusCode.OK);
        (await _service.ApproveAsync(slate, ben)).Is(HttpStatusCode.OK);
    }

    [Fact, Rule("R19"), Rule("R20")]
    public async Task An_erasure_reaches_the_slates_and_what_they_said_of_the_person_is_nowhere_any_more()
    {
        var slate = await _service.BeginSlateAsync();
        var profile = await _service.PersonAsync("Ama Erased");
        var chosen = await _service.ListAsync(slate, Listed(profile, note: _said.Text()));
        await _service.ListAsync(slate, Outsider("Otti Stays"));
        (await _service.SubmitAsync(slate)).Is(HttpStatusCode.OK);
        (await _service.ApproveAsync(slate, chosen, _said.Text("She "))).Is(HttpStatusCode.OK);
        await _service.EraseAsync(profile);

        var read = (await _service.As(Desk).ReadAsync(slate)).Is(HttpStatusCode.OK);
        Assert.Equal(("ERASED", NameOf(chosen), "Otti Stays"), (read.TextOf("candidates.0.standing"), read.TextOf("chosen"), read.TextOf("candidates.1.person.displayName")));
        Assert.Null(read.Find("decisionReason"));
        var extract = (await _service.As(Authority).ReadAsync($"{slate}:extract")).Is(HttpStatusCode.OK);
        Assert.Equal((1, null, null), (extract["tally.shortList.women"].GetValue<int>(), extract.Find("chosen"), extract.Find("decisionReason")));
        Assert.False(_said.AreIn(read.Text) || _said.AreIn(extract.Text));
        Assert.Empty(await _said.ColumnsInAsync(_service.Services));
    }

    [Fact, Rule("R19"), Rule("R159")]
    public async Task What_is_said_of_candidates_lies_sealed_no_change_in_the_chain_names_one_and_a_person_is_not_told_who_read_a_slate()
    {
        var person = TestCaller.Person(Union, Roles.LeadMediator);
        var profile = await _service.PersonAsync("Ama Chain");
        (await _service.As(Cleared).PatchAsync(profile, new { person = person.Subject }, "*")).Is(HttpStatusCode.OK);
        var slate = await _service.BeginSlateAsync();
        await _service.ListAsync(slate, Listed(profile, note: _said.Text()));
        await _service.ListAsync(slate, Outsider(_said.Text(), said: _said.Text()));
        (await _service.SubmitAsync(slate)).Is(HttpStatusCode.OK);
        (await _service.As(Authority).ReadAsync(slate)).Is(HttpStatusCode.OK);
        Assert.Empty(await _said.ColumnsInAsync(_service.Services));

        await using var scope = _service.Services.CreateAsyncScope();
        var entries = (await scope.ServiceProvider.GetRequiredService<RosterDb>().AuditEntries.Where(e => e.Action.StartsWith("roster.slates.") && e.Outcome == AuditOutcome.Done).OrderBy(e => e.Sequence)
            .ToListAsync(TestContext.Current.CancellationToken)).ConvertAll(e => (e.Action, Content: AuditContent.Read(e.Content)!));
        Assert.Equal(["roster.slates.compose", "roster.slates.compose", "roster.slates.compose", "roster.slates.compose", "roster.slates.read"], entries.Select(e => e.Action));
        Assert.Contains(NameOf(slate), entries[^1].Content.Resources);
        Assert.All(entries.SkipLast(1), e => Assert.DoesNotContain(NameOf(profile), System.Text.Json.JsonSerializer.Serialize(e.Content), StringComparison.Ordinal));
        var export = (await _service.As(person).ReadAsync("/api/v1/me/profile:export")).Is(HttpStatusCode.OK);
        Assert.DoesNotContain(NameOf(slate), export.Text, StringComparison.Ordinal);
        Assert.Contains("slates", export["leftOut"].AsArray().Select(l => (string)l!));
    }

    [Fact, Rule("R19")]
    public async Task A_statement_keeps_its_assessor_while_it_stays_as_it_was()
    {
        var slate = await _service.BeginSlateAsync();
        var candidate = await _service.ListAsync(slate, Outsider());
        (await _service.As(SecondDesk).PatchAsync(candidate, new { list = "SHORT" }, null)).IsProblem(HttpStatusCode.PreconditionRequired, "ETAG_REQUIRED");
        (await _service.As(SecondDesk).PatchAsync(candidate, new
        {
            list = "SHORT",
            statements = new object[] { new { criterion = 1, met = true, evidence = "Chaired the lake commission." }, new { criterion = 5, met = false, evidence = "One side left the room." } },
        }, "*")).Is(HttpStatusCode.OK);
        var read = (await _service.As(Desk).ReadAsync(slate)).Is(HttpStatusCode.OK);
        Assert.Equal((Desk.Subject, SecondDesk.Subject, "SHORT"), (read.TextOf("candidates.0.findings.0.by.name"), read.TextOf("candidates.0.findings.4.by.name"), read.TextOf("candidates.0.list")));
        var refused = (await _service.As(Desk).PostAsync($"{slate}/candidates", new
        {
            profile = NameOf(await _service.PersonAsync("Ama Checked")),
            note = "x",
            statements = new[] { new { criterion = 1, met = true, evidence = "I say so." } },
        })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.NotNull(refused["errors"].AsObject()["statements[0].criterion"]);
    }

    [Fact, Abuse(29)]
    public async Task What_a_backup_brings_back_of_a_candidate_is_erased_again_also_where_it_brings_nothing_back()
    {
        var slate = await _service.BeginSlateAsync();
        await _service.ListAsync(slate, Outsider(_said.Text(), said: _said.Text()));
        var brought = NameOf((await _service.ListAsync(slate, Outsider()))).Split('/')[^1];
        var names = new[] { $"candidates/{brought}", SlateCandidateId.New().ToString() };
        for (var again = 0; again < 2; again++)
        {
            await using var scope = _service.Services.CreateAsyncScope();
            foreach (var erasure in scope.ServiceProvider.GetServices<ISubjectErasure>())
            {
                foreach (var name in names)
                {
                    await erasure.EraseAsync(name, TestContext.Current.CancellationToken);
                }
            }

            await scope.ServiceProvider.GetRequiredService<RosterDb>().SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(["AVAILABLE", "ERASED"], (await _service.As(Desk).ReadAsync(slate)).Is(HttpStatusCode.OK)["candidates"].AsArray().Select(c => (string)c!["standing"]!));
        await using var look = _service.Services.CreateAsyncScope();
        foreach (var name in names)
        {
            Assert.Equal(SubjectKeyState.Destroyed, await look.ServiceProvider.GetRequiredService<Sealer>().StateAsync(name, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task No_more_people_stand_on_a_slate_than_can_be_read()
    {
        var slate = await _service.BeginSlateAsync();
        for (var i = 0; i < 60; i++)
        {
            await _service.ListAsync(slate, Outsider($"Otti {i}"));
        }

        (await _service.As(Desk).PostAsync($"{slate}/candidates", Outsider())).IsProblem(HttpStatusCode.Conflict, "SLATE_FULL");
        Assert.Equal(60, (await _service.As(Desk).ReadAsync(slate))["candidates"].AsArray().Count);
    }

    [Fact, Rule("R19")]
    public async Task Of_two_who_list_the_same_person_at_once_one_does()
    {
        var slate = await _service.BeginSlateAsync();
        var profile = await _service.PersonAsync("Ama Race");
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => _service.As(i % 2 == 0 ? Desk : SecondDesk).PostAsync($"{slate}/candidates", Listed(profile))));
        Assert.Single(answers, a => a.Status == HttpStatusCode.Created);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.Created), a => a.Is(HttpStatusCode.Conflict));
        Assert.Single((await _service.As(Desk).ReadAsync(slate))["candidates"].AsArray());
    }

    private static string Problem(ApiAnswer answer) => $"{answer.TextOf("detail")} {answer["errors"].ToJsonString()}";
}
