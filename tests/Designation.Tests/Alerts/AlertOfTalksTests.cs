using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Concord.Contracts.Access;
using Concord.Designation.Alerts;
using Concord.Designation.Friends;
using Concord.Designation.Tests.Contacts;
using Concord.Designation.Tests.Situations;
using Concord.Designation.Tests.Talks;
using Concord.Platform.Alerts;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace Concord.Designation.Tests.Alerts;

/// <summary>What is found around a process that is led: its talks, its Friends, those who may spoil it, and dialogue with armed groups.</summary>
public sealed class AlertOfTalksTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    private static readonly object[] Parties = [new { party = "Government", person = "Its minister" }, new { party = "Movement", person = "Its commander" }];

    [Fact, Rule("R52"), Rule("R36")]
    public async Task Talks_without_a_framework_agreement_and_a_code_of_conduct_ask_the_mediator_of_the_lead_and_no_rival()
    {
        var talks = await InTalksAsync();
        await fixture.Service.LookAsync();
        Assert.Equal("lead-mediator", (await fixture.OpenAlertAsync(talks.Process, "NO_FRAMEWORK_AGREEMENT")).Text("escalatedTo"));
        var conduct = await fixture.OpenAlertAsync(talks.Process, "CONDUCT_NOT_ACCEPTED");
        Assert.Equal(("NO_CODE_OF_CONDUCT", talks.Mediator.Organization), (Fact(conduct, "cause"), conduct["evidence"]![0]!.GetValue<string>()));

        var framework = $"{talks.Process}/frameworkAgreement";
        (await talks.As(talks.Mediator).PatchAsync(framework, new { venue = new { text = "Geneva", agreed = true } }, "\"0\"")).Is(HttpStatusCode.OK);
        (await talks.As(talks.Mediator).PostAsync($"{framework}:initial", new { on = "2026-01-30", place = "Geneva", signatories = Parties })).Is(HttpStatusCode.OK);
        string[] open = ["negotiatingTeams", "mediator", "rightToTalkToAnyGroup", "structure", "noUnilateralAbandonment", "agenda", "timeline", "mediaProcedures"];
        (await talks.As(talks.Mediator).PostAsync($"{framework}:sign", new { on = "2026-01-31", place = "Geneva", signatories = Parties, openItems = open.ToDictionary(i => i, _ => "Later") })).Is(HttpStatusCode.OK);
        await fixture.Service.LookAsync();
        Assert.Empty(await fixture.AlertsAsync(talks.Process, "&kind=NO_FRAMEWORK_AGREEMENT&open=true"));
        var items = await fixture.OpenAlertAsync(talks.Process, "FRAMEWORK_ITEMS_OPEN");
        Assert.Equal(("8", 8), (Fact(items, "count"), items["evidence"]!.AsArray().Count)); // another one that is opened again is something new

        Assert.Single(await fixture.AlertsAsync(talks.Process, "&kind=FRAMEWORK_ITEMS_OPEN", talks.Mediator));
        var rival = TestCaller.Person(fixture.Neighbours.Organization("A Rival"), Roles.LeadMediator);
        foreach (var one in (TestCaller[])[rival, rival with { Roles = [Roles.LeadMediator, Roles.RegionalOfficer] }, rival with { Roles = [Roles.LeadMediator, Roles.AppointingAuthority] }])
        {
            Assert.Empty(await fixture.AlertsAsync(talks.Process, "&kind=FRAMEWORK_ITEMS_OPEN", one));
            Assert.Empty(await fixture.AlertsAsync(talks.Process, "&kind=NO_FRAMEWORK_AGREEMENT", one));
            (await fixture.As(one).PostAsync($"{AlertSituation.PathOf(items)}:resolve", new { reason = "It suits us" })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        }

        Assert.Empty(await fixture.AlertsAsync(talks.Process, "&kind=NO_FRAMEWORK_AGREEMENT", fixture.Officer("Beside it")));
    }

    [Fact, Rule("R56")]
    public async Task No_woman_in_the_last_session_is_told_of_until_one_takes_part()
    {
        var talks = await InTalksAsync();
        var delegation = await talks.DelegationAsync("The front");
        await SessionAsync(women: 1, "2026-01-10");
        await SessionAsync(women: 0, "2026-01-11");
        await fixture.Service.LookAsync();
        var alert = await fixture.OpenAlertAsync(talks.Process, "NO_WOMEN_AT_TABLE");
        Assert.Equal(("R56", "1"), (alert.Text("rule"), Fact(alert, "count")));
        await SessionAsync(women: 2, "2026-01-12");
        await fixture.Service.LookAsync();
        Assert.Empty(await fixture.AlertsAsync(talks.Process, "&kind=NO_WOMEN_AT_TABLE&open=true"));

        async Task SessionAsync(int women, string on) => (await talks.As(talks.Mediator).PostAsync($"{talks.Process}/talkSessions", new
        {
            format = "PLENARY",
            on,
            place = "Nairobi",
            present = new[] { new { delegation, counts = new[] { new { role = "PARTICIPANT", level = "DECISION", women, men = 4 } } } },
        })).Is(HttpStatusCode.Created);
    }

    [Fact, Rule("R57")]
    public async Task A_spoiler_without_a_strategy_is_told_of_to_those_who_may_see_spoilers_of_an_unclassified_process_too()
    {
        var talks = await InTalksAsync("UNCLASSIFIED");
        (await fixture.As(fixture.Support).PostAsync($"{talks.Process}/spoilers", new
        {
            party = await fixture.PartyAsync(talks.Process, $"Front {Guid.NewGuid():N}"),
            position = "INSIDE_THE_PROCESS",
            seat = "LEADERSHIP",
            motives = new[] { "POWER" },
            judgement = "It fired at the monitors.",
            evidence = "Two reports",
            reviewOn = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(30).ToString("O", CultureInfo.InvariantCulture),
        })).Is(HttpStatusCode.Created);
        await fixture.Service.LookAsync();
        var alert = await fixture.OpenAlertAsync(talks.Process, "SPOILER_WITHOUT_STRATEGY");
        Assert.DoesNotContain("Front", alert.ToJsonString(), StringComparison.Ordinal);
        var low = fixture.Support with { Clearance = Classification.Unclassified };
        Assert.Empty(await fixture.AlertsAsync(talks.Process, "&kind=SPOILER_WITHOUT_STRATEGY", low));
        (await fixture.As(low).ReadAsync(AlertSituation.PathOf(alert))).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Fact, Rule("R48"), Rule("R61")]
    public async Task Parallel_tracks_are_told_of_as_secretly_as_their_strictest_contact_until_the_lead_answers()
    {
        var talks = await InTalksAsync();
        var strict = fixture.Support with { Clearance = Classification.StrictlyConfidential };
        fixture.Service.Name(strict, AlertSituation.NameOf(talks.Process));
        await RecordAsync("Envoys of one State", "2026-03-05", null);
        await RecordAsync("Envoys of another State", "2026-03-20", "STRICTLY_CONFIDENTIAL");
        await fixture.Service.LookAsync();
        var alert = Assert.Single(await fixture.AlertsAsync(talks.Process, "&kind=PARALLEL_TRACK", strict));
        Assert.Equal("DISJOINT_TRACKS", Fact(alert, "cause"));
        Assert.Empty(await fixture.AlertsAsync(talks.Process, "&kind=PARALLEL_TRACK", strict with { Clearance = Classification.Confidential }));

        var finding = $"/api/v1/{alert["evidence"]![0]!.GetValue<string>()}";
        var mediator = talks.Mediator with { Clearance = Classification.StrictlyConfidential };
        fixture.Service.Name(mediator, AlertSituation.NameOf(talks.Process));
        (await fixture.As(mediator).PostAsync($"{finding}:acknowledge", new { leadEpoch = TalksSituation.Epoch, reason = "We call them together." })).Is(HttpStatusCode.OK);
        await fixture.Service.LookAsync();
        Assert.Empty(await fixture.AlertsAsync(talks.Process, "&kind=PARALLEL_TRACK&open=true", strict));

        async Task RecordAsync(string label, string from, string? classification) =>
            (await fixture.As(strict).PostAsync($"{talks.Process}/contacts", GivenContact.Body(label: label, from: from, classification: classification))).Is(HttpStatusCode.Created);
    }

    [Theory, Rule("R154")]
    [InlineData(60, null)]
    [InlineData(10, "NOTICE")]
    [InlineData(-1, "WARNING")]
    public async Task A_mandate_is_told_of_in_its_last_thirty_days_and_worse_when_it_is_over(int daysLeft, string? severity)
    {
        var process = await fixture.ProcessAsync();
        var (today, ahead) = (DateOnly.FromDateTime(DateTime.UtcNow), 100);
        (await fixture.As(fixture.Support).PostAsync($"{process}/mandates", new { organ = "Council", reference = "1", adoptedOn = today.AddDays(-9), summary = "Talks", expireOn = today.AddDays(ahead + daysLeft) })).Is(HttpStatusCode.Created);
        var found = await FindAsync(db => new MandateRunsOut(db), process, ahead);
        Assert.Equal(severity, found.Count == 0 ? null : (Assert.Single(found).Severity ?? DesignationAlerts.MandateRunsOut.Severity).ToString().ToUpperInvariant());
    }

    [Theory, Rule("R28"), Rule("R49")]
    [InlineData(9, false)]
    [InlineData(11, true)]
    public async Task An_interim_lead_is_told_of_when_its_time_is_over(int days, bool told)
    {
        var process = await fixture.ProcessAsync();
        var proposal = (await fixture.As(fixture.Proposer).PostAsync($"{process}/lead:designate", new
        {
            leadEpoch = 0,
            lead = new { organizations = new[] { fixture.Neighbours.Organization("Caretaker") }, model = "LEAD_WITH_SUPPORT", reason = "at hand", interim = new { reason = "None is ready", untilTime = DateTime.UtcNow.AddDays(10) } },
        })).Is(HttpStatusCode.Created).Location;
        (await fixture.As(fixture.Approver).PostAsync($"{proposal}:approve", body: null)).Is(HttpStatusCode.OK);
        Assert.Equal(told, (await FindAsync(db => new InterimLeadOver(db), process, days)).Count == 1);
    }

    [Theory, Rule("R37")]
    [InlineData(2, 9, null)]
    [InlineData(1, 9, AlertSeverity.Notice)]
    [InlineData(1, 1, AlertSeverity.Warning)]
    public async Task More_Friends_than_are_manageable_are_told_of(int warnAbove, int stopAbove, AlertSeverity? severity)
    {
        var talks = await TalksSituation.BeginAsync(fixture);
        for (var i = 0; i < 2; i++)
        {
            (await talks.As(talks.Mediator).PostAsync($"{talks.Process}/friends", new { leadEpoch = TalksSituation.Epoch, organization = fixture.Neighbours.Organization($"Friend {i}", "STATE") })).Is(HttpStatusCode.Created);
        }

        var limits = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            [FriendsLimits.WarnAboveSetting.Key] = warnAbove.ToString(CultureInfo.InvariantCulture),
            [FriendsLimits.StopAboveSetting.Key] = stopAbove.ToString(CultureInfo.InvariantCulture),
        }).Build();
        var found = await FindAsync(db => new ManyFriends(db, limits), talks.Process, 0);
        Assert.Equal(severity, found.Count == 0 ? null : Assert.Single(found).Severity ?? DesignationAlerts.ManyFriends.Severity);
    }

    [Fact, Rule("R127"), Rule("R129"), Rule("R156")]
    public async Task Of_a_dialogue_with_an_armed_group_its_circle_alone_is_told()
    {
        var process = await fixture.ProcessAsync();
        var member = fixture.Support with { Subject = Engagements.Talks.Keeper.Subject, Clearance = Classification.StrictlyConfidential };
        var engagement = await fixture.InStoreAsync(async db =>
        {
            var active = Engagements.Talks.Active(await db.Processes.SingleAsync(p => p.Id == AlertSituation.IdOf(process)));
            db.Add(active);
            await db.SaveChangesAsync();
            return active.Name;
        });
        await fixture.Service.LookAsync();
        var found = Assert.Single(await fixture.AlertsAsync(process, "&open=true", member));
        Assert.Equal(("ENGAGEMENT_REVIEW_OVER", engagement), (found.Text("kind"), found["evidence"]![0]!.GetValue<string>()));

        foreach (var other in (TestCaller[])[fixture.Support with { Clearance = Classification.StrictlyConfidential }, member with { Clearance = Classification.Confidential }])
        {
            Assert.Empty(await fixture.AlertsAsync(process, caller: other));
            (await fixture.As(other).ReadAsync(AlertSituation.PathOf(found))).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
            (await fixture.As(other).PostAsync($"{AlertSituation.PathOf(found)}:resolve", new { reason = "I know of it" })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        }

        var (name, chain) = (found.Text("name"), await fixture.InStoreAsync(db => db.AuditEntries.AsNoTracking().Select(e => e.Content).ToListAsync()));
        Assert.Contains(chain, e => e.Contains(name.Split('/')[^1], StringComparison.Ordinal));
        Assert.DoesNotContain(chain, e => e.Contains("ENGAGEMENT_REVIEW_OVER", StringComparison.Ordinal)); // that it changed, and nothing of what it says
        Assert.Equal(0, await fixture.InStoreAsync(db => db.Outbox.CountAsync(m => m.Subject == name)));
    }

    private async Task<TalksSituation> InTalksAsync(string classification = "CONFIDENTIAL")
    {
        var talks = await TalksSituation.BeginAsync(fixture, classification);
        foreach (var state in (string[])["EARLY_ENGAGEMENT", "PRE_NEGOTIATION", "SUBSTANTIVE_TALKS"])
        {
            await fixture.AdvanceAsync(talks.Process, state);
        }

        return talks;
    }

    private Task<IReadOnlyList<AlertFinding<Processes.ProcessId>>> FindAsync(Func<Persistence.DesignationDb, IAlertRule<Processes.ProcessId>> rule, string process, int daysAhead) =>
        fixture.InStoreAsync(db => rule(db).FindAsync([AlertSituation.IdOf(process)], DateTime.UtcNow.AddDays(daysAhead), CancellationToken.None));

    private static string Fact(JsonObject alert, string name) => alert["facts"]![name]!.GetValue<string>();
}
