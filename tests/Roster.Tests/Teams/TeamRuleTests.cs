using Concord.Roster.Mediators;
using Concord.Roster.Teams;
using Concord.Support;

namespace Concord.Roster.Tests.Teams;

public sealed class TeamRuleTests
{
    [Fact, Rule("R5"), Rule("R6")]
    public void Every_function_is_held_by_somebody_every_area_and_every_language_covered_at_its_level()
    {
        var wish = Team.Wish with
        {
            LargestSize = 3,
            Functions = [TeamFunction.Drafting],
            Expertise = [new(ExpertiseArea.Ceasefire, ExpertiseLevel.Practitioner)],
            Languages = [new("ar", LanguageLevel.Fluent)],
        };
        var drafter = Team.Woman("profiles/drafter") with { Functions = [TeamFunction.Drafting] };
        var (familiar, practitioner) = (Knows("profiles/familiar", ExpertiseArea.Ceasefire, ExpertiseLevel.Familiar), Knows("profiles/practitioner", ExpertiseArea.Ceasefire, ExpertiseLevel.Practitioner));
        var (working, fluent) = (Speaks("profiles/working", "ar", LanguageLevel.Working), Speaks("profiles/fluent", "ar", LanguageLevel.Fluent));

        Assert.Equal(["profiles/drafter", "profiles/fluent", "profiles/practitioner"], Team.Compose(wish, drafter, familiar, practitioner, working, fluent).Best.Names());
        Assert.Equal(CompositionOutcome.Impossible, Team.Compose(wish, drafter, familiar, practitioner, working).Outcome);
        Assert.Equal(CompositionOutcome.Impossible, Team.Compose(wish, drafter, familiar, working, fluent).Outcome);
        Assert.Equal(CompositionOutcome.Impossible, Team.Compose(wish, familiar, practitioner, working, fluent).Outcome);
    }

    [Fact, Rule("R8")]
    public void A_team_without_a_woman_is_refused_whatever_is_given_up_but_for_a_reason()
    {
        var men = Team.Compose(Team.Wish, Team.Man("profiles/a"), Team.Man("profiles/b"));
        Assert.Equal((CompositionOutcome.NoWoman, null), (men.Outcome, men.WayOut));
        Assert.Equal(CompositionOutcome.Composed, Team.Compose(Team.Wish with { WithoutWomanReason = "The parties' hosts receive men alone." }, Team.Man("profiles/a")).Outcome);

        // One place and the function held by a man: the place is what gives way, not the woman.
        var drafter = Team.Man("profiles/drafter") with { Functions = [TeamFunction.Drafting] };
        var way = Team.Compose(Team.Wish with { LargestSize = 1, Functions = [TeamFunction.Drafting] }, drafter, Team.Woman("profiles/woman")).WayOut;
        Assert.Equal([new Change(new WishPart(WishKind.LargestSize), 1, 2)], way!.Changes);
    }

    [Fact, Rule("R8")]
    public void Women_are_counted_and_shared_overall_and_at_decision_level_and_an_imbalance_is_told()
    {
        var (decidingWoman, decidingMan) = (Team.Woman("profiles/w") with { DecisionLevel = true }, Team.Man("profiles/m") with { DecisionLevel = true });
        Candidate[] people = [decidingWoman, decidingMan, Team.Man("profiles/m2"), Team.Man("profiles/m3")];
        var three = Team.Wish with { SmallestSize = 3, LargestSize = 3, Pinned = ["profiles/m", "profiles/m2"] };

        Assert.Equal(new TeamBalance(3, 1, 2, 2, 1, true), Team.Compose(three with { WomenAtDecisionLevel = new WomenWish(1, 0) }, people).Best!.Balance);
        Assert.Equal(new TeamBalance(3, 1, 2, 2, 1, true), Team.Compose(three with { WomenAtDecisionLevel = new WomenWish(0, 50) }, people).Best!.Balance);
        Assert.Equal([new Change(new WishPart(WishKind.Women), 1, 1)], Team.Compose(three with { Women = new WomenWish(2, 0) }, people).WayOut!.Changes);
        Assert.Equal([new Change(new WishPart(WishKind.Women), 1, 1)], Team.Compose(three with { Women = new WomenWish(0, 50) }, people).WayOut!.Changes);
        Assert.False(Team.Compose(Team.Wish with { SmallestSize = 2, Pinned = ["profiles/w"] }, people).Best!.Balance.Unbalanced);
    }

    [Fact, Rule("R8"), Rule("R157")]
    public void Balance_is_preferred_to_a_second_who_covers_and_that_to_depth_and_that_to_fewer_people()
    {
        var wish = Team.Wish with { SmallestSize = 2, Expertise = [new(ExpertiseArea.Ceasefire, ExpertiseLevel.Familiar)] };
        var (woman, same) = (Knows("profiles/a", ExpertiseArea.Ceasefire, ExpertiseLevel.Familiar), Knows("profiles/b", ExpertiseArea.Ceasefire, ExpertiseLevel.Familiar));
        var (man, deep) = (Team.Man("profiles/m"), Team.Woman("profiles/deep") with { Expertise = [new(ExpertiseArea.Ceasefire, ExpertiseLevel.Expert)] });

        Assert.Equal(["profiles/a", "profiles/m"], Team.Compose(wish, woman, same, man).Best.Names());
        Assert.Equal(new TeamQuality(0, 0, 0, 2), Team.Compose(wish, woman, same, man).Best!.Quality);
        Assert.Equal(["profiles/deep", "profiles/m"], Team.Compose(wish, woman, man, deep).Best.Names());
        Assert.Equal(["profiles/a", "profiles/b"], Team.Compose(wish with { BalancePercent = 0 }, woman, same, man).Best.Names());
        Assert.Equal(["profiles/deep"], Team.Compose(wish with { SmallestSize = 1, BalancePercent = 0 }, deep, Team.Woman("profiles/c")).Best.Names());
    }

    [Fact, Rule("R10")]
    public void A_senior_deployment_has_advice_on_gender_and_on_sexual_violence_within_reach()
    {
        var senior = Team.Wish with { Senior = true };
        var gender = Knows("profiles/gender", ExpertiseArea.Gender, ExpertiseLevel.Practitioner);
        var violence = Knows("profiles/violence", ExpertiseArea.ConflictRelatedSexualViolence, ExpertiseLevel.Practitioner);

        Assert.Equal(["profiles/gender", "profiles/violence"], Team.Compose(senior, gender, violence, Team.Man("profiles/m")).Best.Names());
        Assert.Equal([new Change(new WishPart(WishKind.GenderAdvice), 1, 0)], Team.Compose(senior, gender, Team.Man("profiles/m")).WayOut!.Changes);
        Assert.Equal(CompositionOutcome.Composed, Team.Compose(senior with { GenderAdviserLinked = true }, gender).Outcome);
        Assert.Equal(CompositionOutcome.Composed, Team.Compose(Team.Wish, gender).Outcome);
    }

    [Fact, Rule("R11")]
    public void Knowledge_of_gender_reaches_each_field_of_substance_by_somebody_who_practises_both()
    {
        static ExpertiseSkill At(ExpertiseArea area, ExpertiseLevel level = ExpertiseLevel.Practitioner) => new(area, level);
        static Candidate With(string name, params ExpertiseSkill[] skills) => Team.Woman(name) with { Expertise = skills };

        var apart = With("profiles/a", At(ExpertiseArea.Gender, ExpertiseLevel.Expert), At(ExpertiseArea.WealthSharing, ExpertiseLevel.Familiar)); // a file of its own
        var substance = With("profiles/b", At(ExpertiseArea.PowerSharing), At(ExpertiseArea.WealthSharing), At(ExpertiseArea.SecurityArrangements), At(ExpertiseArea.TransitionalJustice));
        var politics = With("profiles/c", At(ExpertiseArea.Gender), At(ExpertiseArea.PowerSharing), At(ExpertiseArea.WealthSharing, ExpertiseLevel.Expert));
        var security = With("profiles/d", At(ExpertiseArea.Gender), At(ExpertiseArea.SecurityArrangements), At(ExpertiseArea.RuleOfLaw));
        var wish = Team.Wish with { GenderIn = [.. GenderReach.Fields.Select(f => f.Area)] };

        Assert.Equal(["profiles/c", "profiles/d"], Team.Compose(wish, apart, substance, politics, security).Best.Names());
        Assert.Equal(
            [ExpertiseArea.SecurityArrangements, ExpertiseArea.TransitionalJustice], Team.Compose(wish, apart, substance, politics).WayOut!.Changes.Select(c => c.Part.Expertise!.Area));

        var told = Team.Compose(Team.Wish with { SmallestSize = 2 }, apart, politics).Best!.GenderReach; // told also where it was not asked for
        Assert.Equal(["profiles/c"], told.Single(r => r.Area == ExpertiseArea.WealthSharing).Members);
        Assert.Equal([ExpertiseArea.SecurityArrangements, ExpertiseArea.TransitionalJustice], told.Where(r => r.Members.Count == 0).Select(r => r.Area));
    }

    [Fact, Rule("R15")]
    public void Nobody_is_in_two_places_but_remotely_where_both_leads_agree()
    {
        var deployed = Team.Woman("profiles/a") with { Commitment = Commitment.Deployed };
        var agreed = Team.Woman("profiles/a") with { Commitment = Commitment.DeployedWithConsent };
        Assert.Equal(1, Team.Compose(Team.Wish, deployed).LeftOut[Ineligibility.Deployed]);
        Assert.Equal(CompositionOutcome.Nobody, Team.Compose(Team.Wish, agreed).Outcome);
        Assert.Equal(CompositionOutcome.Nobody, Team.Compose(Team.Wish with { Mode = DeploymentMode.Remote }, deployed).Outcome);
        Assert.Equal(CompositionOutcome.Composed, Team.Compose(Team.Wish with { Mode = DeploymentMode.Remote }, agreed).Outcome);
    }

    [Fact, Rule("R16"), Rule("R17")]
    public void A_conflict_of_interest_excludes_and_an_insider_s_nationality_is_told_instead()
    {
        var wish = Team.Wish with { ExcludedNationalities = ["KEN"], ExcludedInterests = ["organizations/party"] };
        Assert.Equal(1, Team.Compose(wish, Team.Woman("profiles/a")).LeftOut[Ineligibility.ConflictOfInterest]);
        Assert.Equal(CompositionOutcome.Nobody, Team.Compose(wish, Team.Woman("profiles/a") with { Nationalities = ["UGA", "KEN"] }).Outcome);
        Assert.Equal(["KEN"], Team.Compose(wish, Team.Woman("profiles/a") with { Insider = true }).Best.Member("profiles/a").SharedNationalities);
        Assert.Equal(CompositionOutcome.Nobody, Team.Compose(wish, Team.Woman("profiles/a") with { Insider = true, Interests = ["organizations/party"] }).Outcome);
    }

    [Fact, Rule("R17")]
    public void So_many_insiders_as_are_wished_are_in_the_team()
    {
        var wish = Team.Wish with { Insiders = 1 };
        Assert.Equal(["profiles/insider"], Team.Compose(wish with { LargestSize = 1 }, Team.Woman("profiles/a"), Team.Woman("profiles/insider") with { Insider = true }).Best.Names());
        Assert.Equal([new Change(new WishPart(WishKind.Insiders), 1, 0)], Team.Compose(wish, Team.Woman("profiles/a")).WayOut!.Changes);
    }

    [Fact, Rule("R6")]
    public void Each_member_can_work_on_every_day_in_the_mode()
    {
        var late = Team.Woman("profiles/a") with { InPerson = [Team.Days with { First = Team.Days.First + 1 }] };
        Assert.Equal(1, Team.Compose(Team.Wish, late).LeftOut[Ineligibility.NotAvailable]);
        Assert.Equal(CompositionOutcome.Composed, Team.Compose(Team.Wish with { Mode = DeploymentMode.Remote }, late).Outcome);
    }

    private static Candidate Knows(string name, ExpertiseArea area, ExpertiseLevel level) => Team.Woman(name) with { Expertise = [new(area, level)] };

    private static Candidate Speaks(string name, string code, LanguageLevel level) => Team.Woman(name) with { Languages = [new(code, level)] };
}
