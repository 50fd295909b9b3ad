using Concord.Contracts.Access;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Security;
using Concord.Roster.Mediators;
using Concord.Roster.Slates;
using Concord.Support;

namespace Concord.Roster.Tests.Slates;

/// <summary>What must hold of a slate whoever asks (R9, R18, R19).</summary>
public sealed class SlateRuleTests
{
    private const string Council = "organizations/0197a000-0000-7000-8000-000000000003";
    private static readonly Caller s_composer = Person(Some.Owner);
    private static readonly Caller s_authority = Person(Council);
    private static readonly SlateCriterion s_heard = new("Is heard", true, CriterionKind.Judged);
    private static readonly SlateCriterion[] s_always =
    [
        Knows(KnowledgeKind.History), Knows(KnowledgeKind.RiskFactors), Knows(KnowledgeKind.PopulationsAtRisk),
    ];

    [Fact, Rule("R9")]
    public void Without_a_qualified_woman_it_is_submitted_only_with_the_reason_for_that()
    {
        var slate = Draft();
        Refused(RosterReasons.SlateWithoutWoman, () => slate.Submit(Tally(qualifiedWomen: 0), null, s_composer, Some.Now));
        Refused(RosterReasons.SlateWithoutWoman, () => slate.Submit(Tally(qualifiedWomen: 0), " \u200B", s_composer, Some.Now));
        Assert.Equal(SlateState.Draft, slate.State);
        slate.Submit(Tally(qualifiedWomen: 0), "None could be reached.", s_composer, Some.Now);
        Assert.Equal((SlateState.Submitted, "None could be reached."), (slate.State, slate.NoWomanReason));
    }

    [Fact, Rule("R9")]
    public void With_a_qualified_woman_there_is_nothing_to_excuse()
    {
        var slate = Draft();
        Refused(PlatformReasons.InvalidField, () => slate.Submit(Tally(qualifiedWomen: 1), "None could be reached.", s_composer, Some.Now));
        slate.Submit(Tally(qualifiedWomen: 1), null, s_composer, Some.Now);
        Assert.Equal((SlateState.Submitted, null), (slate.State, slate.NoWomanReason));
    }

    [Theory, Rule("R18")]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void The_criteria_ask_for_the_history_the_risk_factors_and_the_populations_at_risk(int left)
    {
        var slate = Draft([s_heard, .. s_always.Where((_, i) => i != left)]);
        Refused(RosterReasons.SlateCriteriaIncomplete, () => slate.Submit(Tally(), null, s_composer, Some.Now));
        Assert.Equal(SlateState.Draft, slate.State);
    }

    [Fact, Rule("R19")]
    public void Nobody_on_the_short_list_is_nothing_to_decide_on() =>
        Refused(RosterReasons.SlateIncomplete, () => Draft().Submit(Tally() with { ShortList = new ListCount(0, 0, 0) }, "None.", s_composer, Some.Now));

    [Fact, Rule("R19")]
    public void Once_somebody_is_named_the_criteria_stay_as_they_are()
    {
        var slate = Draft();
        var (same, other) = (Terms([s_heard, .. s_always]) with { Title = "Envoy" }, Terms([s_heard with { Mandatory = false }, .. s_always]));
        slate.Edit(same, hasCandidates: true, s_composer, Some.Now);
        Assert.Equal("Envoy", slate.Title);
        Refused(RosterReasons.SlateCriteriaFixed, () => slate.Edit(other, hasCandidates: true, s_composer, Some.Now));
        slate.Edit(other, hasCandidates: false, s_composer, Some.Now);
        Assert.False(slate.Criteria[0].Mandatory);
    }

    [Fact, Rule("R19")]
    public void Nobody_decides_who_took_part_in_composing_it_nor_who_acts_for_such_a_person()
    {
        var (helper, absent) = (Person(Some.Owner), Person(Some.Owner));
        var slate = Draft();
        slate.TouchedBy(helper with { ActsFor = absent.Subject }, Some.Now);
        slate.Submit(Tally(), null, s_composer, Some.Now);
        foreach (var caller in (Caller[])[s_composer, helper, absent, s_authority with { ActsFor = helper.Subject }, s_authority with { ActsFor = absent.Subject }])
        {
            Refused(RosterReasons.SlateSamePerson, () => slate.Approve(SlateCandidateId.New(), "So.", womanStands: true, caller, Some.Now));
            Refused(RosterReasons.SlateSamePerson, () => slate.Reject("So.", caller, Some.Now));
        }

        slate.Reject("Nobody knows the shores.", s_authority, Some.Now);
        Assert.Equal((SlateState.Rejected, s_authority.Subject), (slate.State, slate.DecidedBy!.Account));
    }

    [Fact, Rule("R19")]
    public void What_is_submitted_does_not_change_and_what_is_decided_is_decided_once()
    {
        var slate = Draft();
        Refused(RosterReasons.SlateWrongState, () => slate.Reject("So.", s_authority, Some.Now));
        slate.Submit(Tally(), null, s_composer, Some.Now);
        Refused(RosterReasons.SlateWrongState, () => slate.Edit(Terms([s_heard]), hasCandidates: false, s_composer, Some.Now));
        Refused(RosterReasons.SlateWrongState, () => slate.TouchedBy(s_composer, Some.Now));
        Refused(RosterReasons.SlateWrongState, () => slate.Submit(Tally(), null, s_composer, Some.Now));
        var chosen = SlateCandidateId.New();
        slate.Approve(chosen, "So.", womanStands: true, s_authority, Some.Now);
        Assert.Equal((SlateState.Approved, chosen, "So."), (slate.State, slate.Chosen!.Value, slate.DecisionReason));
        Refused(RosterReasons.SlateWrongState, () => slate.Reject("So.", s_authority, Some.Now));
    }

    [Fact, Rule("R9")]
    public void Nobody_is_chosen_from_a_list_that_has_lost_its_qualified_women_unless_it_was_read_why_there_is_none()
    {
        var (slate, without) = (Draft(), Draft());
        slate.Submit(Tally(), null, s_composer, Some.Now);
        Refused(RosterReasons.SlateWithoutWoman, () => slate.Approve(SlateCandidateId.New(), "So.", womanStands: false, s_authority, Some.Now));
        Assert.Equal(SlateState.Submitted, slate.State);
        without.Submit(Tally() with { QualifiedWomen = 0 }, "Those we asked are in other talks.", s_composer, Some.Now);
        without.Approve(SlateCandidateId.New(), "So.", womanStands: false, s_authority, Some.Now);
        Assert.Equal(SlateState.Approved, without.State);
    }

    [Fact, Rule("R19")]
    public void The_reason_of_the_decision_ends_with_the_person_it_speaks_of()
    {
        var (slate, chosen) = (Draft(), SlateCandidateId.New());
        slate.Submit(Tally(), null, s_composer, Some.Now);
        slate.Approve(chosen, "She knows the shores.", womanStands: true, s_authority, Some.Now);
        slate.Forget(SlateCandidateId.New(), Some.Now);
        Assert.NotNull(slate.DecisionReason);
        slate.Forget(chosen, Some.Now);
        Assert.Equal((null, chosen, Tally()), (slate.DecisionReason, slate.Chosen!.Value, slate.Tally));
    }

    public static TheoryData<string, bool> Checks { get; } = new()
    {
        { """{"kind":"FUNCTION","function":"DRAFTING"}""", true },
        { """{"kind":"FUNCTION","function":"LOGISTICS"}""", false },
        { """{"kind":"EXPERTISE","expertise":{"area":"CEASEFIRE","level":"PRACTITIONER"}}""", true },
        { """{"kind":"EXPERTISE","expertise":{"area":"CEASEFIRE","level":"EXPERT"}}""", false },
        { """{"kind":"LANGUAGE","language":{"code":"sw","level":"FLUENT"}}""", true },
        { """{"kind":"LANGUAGE","language":{"code":"ar","level":"BASIC"}}""", false },
        { """{"kind":"PLACE","place":"UGA"}""", true },
        { """{"kind":"PLACE","place":"014"}""", true },
        { """{"kind":"PLACE","place":"155"}""", false },
        { """{"kind":"KNOWLEDGE","knowledge":"HISTORY"}""", true },
        { """{"kind":"KNOWLEDGE","knowledge":"HISTORY","place":"202"}""", true },
        { """{"kind":"KNOWLEDGE","knowledge":"HISTORY","place":"DEU"}""", false },
        { """{"kind":"KNOWLEDGE","knowledge":"RISK_FACTORS"}""", false },
        { """{"kind":"YEARS","years":3}""", true },
        { """{"kind":"YEARS","years":4}""", false },
    };

    [Theory, Rule("R19")]
    [MemberData(nameof(Checks))]
    public void What_the_profile_shows_is_checked_by_it_and_says_by_which_entry(string criterion, bool met)
    {
        var asked = System.Text.Json.JsonSerializer.Deserialize<SlateCriterion>(criterion, Platform.Http.ConcordJson.Options)! with { Text = "Asked", Mandatory = true };
        var check = new Violations();
        asked.Checked("criteria[0]", Some.Atlas, check);
        check.ThrowIfAny();
        var known = Some.In(ProfileState.Active, Some.Fields with
        {
            Functions = [TeamFunction.Drafting],
            Expertise = [new KnownExpertise(ExpertiseArea.Ceasefire, ExpertiseLevel.Practitioner, "The accord of the wells")],
            Countries = ["UGA"],
            CulturalKnowledge = [new CulturalKnowledge(KnowledgeKind.History, "KEN", "Ten years of it")],
            Assignments =
            [
                new Assignment("Adviser", null, null, new DateOnly(2020, 1, 1), new DateOnly(2022, 1, 1)),
                new Assignment("At the same time", null, null, new DateOnly(2020, 6, 1), new DateOnly(2021, 6, 1)),
                new Assignment("Goes on", null, null, new DateOnly(2025, 1, 1), null),
                new Assignment("To come", null, null, new DateOnly(2027, 1, 1), new DateOnly(2040, 1, 1)),
            ],
        });
        var finding = Assert.Single(CriterionFinding.Of(Draft([asked]), Said(), known, Some.Atlas, Some.Day));
        Assert.Equal((met ? CriterionResult.Met : CriterionResult.NotMet, FindingBasis.Profile), (finding.Result, finding.Basis));
        Assert.Equal(met, finding.Evidence is not null);
        Assert.True(asked.Kind != CriterionKind.Expertise || !met || finding.Evidence!.Contains("The accord of the wells", StringComparison.Ordinal));
    }

    [Fact, Rule("R19")]
    public void What_no_profile_can_show_is_open_until_an_assessor_says_it_and_so_is_everything_of_somebody_from_outside()
    {
        var slate = Draft([s_heard, Knows(KnowledgeKind.History)]);
        var by = new ActPerson("accounts/a", "Assessor");
        var said = Said(new CriterionStatement(1, true, "Both asked.", by, Some.Now));
        Assert.Equal([CriterionResult.Open, CriterionResult.NotMet], CriterionFinding.Of(slate, Said(), Some.In(ProfileState.Active), Some.Atlas, Some.Day).Select(f => f.Result));
        Assert.Equal([CriterionResult.Met, CriterionResult.Open], CriterionFinding.Of(slate, said, null, Some.Atlas, Some.Day).Select(f => f.Result));
        Assert.Equal((FindingBasis.Assessor, "Both asked.", by), CriterionFinding.Of(slate, said, null, Some.Atlas, Some.Day)[0] is var f ? (f.Basis!.Value, f.Evidence, f.By) : default);
    }

    [Fact, Rule("R16")]
    public void A_conflict_of_interest_names_its_ground_and_is_what_the_person_says_and_nothing_else()
    {
        var slate = Draft();
        DeclareInterest[] interests =
        [
            new(InterestKind.Family, "TCD", null, null), new(InterestKind.Political, null, "THE FRONT", null), new(InterestKind.Financial, "FRA", null, null), new(InterestKind.Other, null, "Another", null),
        ];
        var found = CandidateConflict.Of(slate, ["KEN", "TCD"], interests);
        Assert.Equal(
            [("Nationality", "TCD", null, null), ("DeclaredInterest", "TCD", null, InterestKind.Family), ("DeclaredInterest", null, "THE FRONT", InterestKind.Political)],
            found.Select(c => (c.Ground.ToString(), c.Country, c.Party, c.Interest)));
        Assert.Empty(CandidateConflict.Of(slate, ["KEN"], []));
    }

    [Fact, Rule("R8"), Rule("R19")]
    public void The_numbers_tell_women_and_men_on_both_lists_and_the_continents()
    {
        var tally = SlateTally.Of(
        [
            Seen(SlateList.Short, Gender.Woman, "KEN", qualified: true), Seen(SlateList.Short, Gender.Woman, "DEU", qualified: false), Seen(SlateList.Short, Gender.Man, "UGA", qualified: true),
            Seen(SlateList.Long, Gender.Woman, "EGY", qualified: true), Seen(SlateList.Long, Gender.Undisclosed, "ATA", qualified: true),
            SeenCandidate.Gone(SlateCandidate.Enter(SlateCandidateId.New(), SlateId.New(), ProfileId.New(), SlateList.Long, s_composer, Some.Now), CandidateStanding.Suspended),
        ], Some.Atlas);
        Assert.Equal((new ListCount(3, 1, 2), new ListCount(2, 1, 0), 1), (tally.LongList, tally.ShortList, tally.QualifiedWomen));
        Assert.Equal(["002", "150"], tally.Regions);
    }

    private static SeenCandidate Seen(SlateList list, Gender gender, string nationality, bool qualified) => new(
        SlateCandidate.Enter(SlateCandidateId.New(), SlateId.New(), ProfileId.New(), list, s_composer, Some.Now), CandidateStanding.Available,
        new CandidatePerson("Somebody", gender, [nationality], null, Synthetic: false), Said(), [], qualified, [], null);

    private static CandidateText Said(params CriterionStatement[] statements) => new(null, "Note", statements, null);

    private static SlateTally Tally(int qualifiedWomen = 1) => new(new ListCount(1, 1, 0), new ListCount(1, 1, 0), qualifiedWomen, s_regions);

    private static readonly string[] s_regions = ["002"];

    private static SlateCriterion Knows(KnowledgeKind kind) => new($"Knows {kind}", false, CriterionKind.Knowledge, Knowledge: kind);

    private static SlateTerms Terms(IReadOnlyList<SlateCriterion> criteria) => new(AppointmentKind.Envoy, "Envoy for the lake", Council, null, criteria, ["TCD"], ["the Front"]);

    private static Slate Draft(IReadOnlyList<SlateCriterion>? criteria = null) => Slate.Begin(Some.Owner, Terms(criteria ?? [s_heard, .. s_always]), Classification.Confidential, s_composer, Some.Now);

    private static Caller Person(string organization) => new($"accounts/{Guid.NewGuid()}", "Somebody", organization, new HashSet<string>(), Classification.Confidential);

    private static void Refused(Reason reason, Action act) => Assert.Equal(reason.Code, Assert.Throws<DomainException>(act).Reason.Code);
}
