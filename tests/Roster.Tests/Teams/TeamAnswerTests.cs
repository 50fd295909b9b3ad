using Concord.Roster.Mediators;
using Concord.Roster.Teams;
using Concord.Support;

namespace Concord.Roster.Tests.Teams;

public sealed class TeamAnswerTests
{
    private static readonly WishPart Drafting = new(WishKind.Function, Function: TeamFunction.Drafting);
    private static readonly WishPart Ceasefire = new(WishKind.Expertise, Expertise: new ExpertiseSkill(ExpertiseArea.Ceasefire, ExpertiseLevel.Familiar));
    private static readonly TeamWish Wish = Team.Wish with { SmallestSize = 2, Functions = [TeamFunction.Drafting], Expertise = [Ceasefire.Expertise!], BalancePercent = 0 };

    [Fact, Rule("R6")]
    public void Each_member_is_there_for_what_it_covers_and_what_it_alone_covers_and_others_could_stand_in()
    {
        var both = Team.Woman("profiles/both") with { Functions = [TeamFunction.Drafting], Expertise = [Ceasefire.Expertise!] };
        var knows = Team.Man("profiles/knows") with { Expertise = [Ceasefire.Expertise!] };
        var team = Team.Compose(Wish, both, knows, knows with { Name = "profiles/twin", Nationalities = ["FRA"] }).Best;

        Assert.Equal([Drafting, Ceasefire, new WishPart(WishKind.Women)], team.Member("profiles/both").Covers);
        Assert.Equal([Drafting, new WishPart(WishKind.Women)], team.Member("profiles/both").AloneCovers);
        var other = team.Member("profiles/twin"); // adds a passport
        Assert.Equal([Ceasefire], other.Covers);
        Assert.Empty(other.AloneCovers);
        Assert.Equal(["profiles/knows"], other.StandIns);
    }

    [Fact, Rule("R6")]
    public void What_one_person_covers_or_nobody_above_the_level_that_was_asked_is_weak()
    {
        var familiar = Team.Woman("profiles/a") with { Functions = [TeamFunction.Drafting], Expertise = [Ceasefire.Expertise!] };
        var expert = Team.Woman("profiles/b") with { Expertise = [new ExpertiseSkill(ExpertiseArea.Ceasefire, ExpertiseLevel.Expert)] };

        Assert.Equal([Weakness.OnePerson], Team.Compose(Wish, familiar, expert).Best!.Coverage[0].Weaknesses);
        Assert.Empty(Team.Compose(Wish, familiar, expert).Best!.Coverage[1].Weaknesses);
        Assert.Equal([Weakness.OnePerson, Weakness.NoDeeperThanAsked], Team.Compose(Wish, familiar, Team.Woman("profiles/c")).Best!.Coverage[1].Weaknesses);
        Assert.Equal(["profiles/a", "profiles/b"], Team.Compose(Wish, familiar, expert).Best!.Coverage[1].Members);
    }

    [Fact, Rule("R6")]
    public void Alternatives_differ_in_two_members_who_bring_something_else_and_not_in_names_alone()
    {
        var kinds = Enumerable.Range(1, 6).Select(i => Team.Woman($"profiles/{i}") with
        {
            Functions = [TeamFunction.Drafting],
            Expertise = [Ceasefire.Expertise!],
            DecisionLevel = i > 3,
            Gender = (Gender)(((i - 1) % 3) + 1),
        }).ToArray();
        var wish = Wish with { WithoutWomanReason = "Shows six kinds." };
        var teams = Team.Compose(wish, kinds);
        Assert.Equal(2, teams.Alternatives.Count);
        Assert.Equal(6, teams.Alternatives.Prepend(teams.Best!).SelectMany(t => t.Members).Select(m => m.Name).Distinct().Count());

        var clones = Enumerable.Range(1, 6).Select(i => kinds[0] with { Name = $"profiles/{i}" }).ToArray();
        Assert.Empty(Team.Compose(wish, clones).Alternatives);
        Assert.Equal(4, Team.Compose(wish, clones).Best!.Members[0].StandIns.Count);
    }

    [Fact, Rule("R6")]
    public void Pinned_people_are_in_every_team_and_banned_people_in_none()
    {
        Candidate[] people = [.. Enumerable.Range(1, 5).Select(i => Team.Woman($"profiles/{i}") with { Functions = [TeamFunction.Drafting], Expertise = [new ExpertiseSkill(ExpertiseArea.Ceasefire, (ExpertiseLevel)((i % 3) + 1))] })];
        var plain = Team.Wish with { LargestSize = 3, Expertise = [Ceasefire.Expertise!], BalancePercent = 0 };
        var best = Team.Compose(plain, people).Best.Names();
        var weakest = people.Select(p => p.Name).Except(best).First();
        var named = Team.Compose(plain with { Pinned = [weakest], Banned = [best[0]] }, people);

        Assert.All(named.Alternatives.Prepend(named.Best!), t => Assert.Contains(weakest, t.Names()));
        Assert.All(named.Alternatives.Prepend(named.Best!), t => Assert.DoesNotContain(best[0], t.Names()));
        Assert.True(named.Best.Member(weakest).Pinned);
        Assert.All(named.Best!.Members, m => Assert.DoesNotContain(best[0], m.StandIns));
    }

    [Fact, Rule("R6")]
    public void A_pinned_person_who_cannot_be_considered_makes_it_impossible_with_the_reason()
    {
        var deployed = Team.Woman("profiles/a") with { Commitment = Commitment.Deployed };
        var answer = Team.Compose(Team.Wish with { Pinned = ["profiles/a", "profiles/nobody"] }, deployed, Team.Woman("profiles/b"));
        Assert.Equal(
            [new Change(new WishPart(WishKind.Pin, Person: "profiles/a"), 1, 0, Ineligibility.Deployed), new Change(new WishPart(WishKind.Pin, Person: "profiles/nobody"), 1, 0)], answer.WayOut!.Changes);
    }

    [Fact, Rule("R6")]
    public void The_same_question_has_the_same_answer_in_whatever_order_people_come()
    {
        for (var seed = 1; seed <= 30; seed++)
        {
            var random = new RandomTeams(seed);
            var people = random.People(60);
            var wish = random.Wish(people);
            Assert.Equivalent(Composer.Compose(wish, people, SearchLimits.Usual), Composer.Compose(wish, random.Shuffled(people), SearchLimits.Usual), strict: true);
        }
    }

    [Fact, Rule("R6")]
    public void A_time_that_is_over_is_told_and_the_team_found_until_then_shown()
    {
        var random = new RandomTeams(5);
        var people = random.People(200);
        var none = new SearchLimits(0, 0);
        var wish = Team.Wish with { LargestSize = 2, Expertise = [new ExpertiseSkill(ExpertiseArea.Ceasefire, ExpertiseLevel.Familiar), new ExpertiseSkill(ExpertiseArea.Gender, ExpertiseLevel.Familiar)] };
        var answer = Composer.Compose(wish, people, none);
        Assert.Equal((CompositionOutcome.Composed, false), (answer.Outcome, answer.Best!.Proven));
        Assert.Equal(CompositionOutcome.Undecided, Composer.Compose(wish with { Functions = [TeamFunction.Communication] }, people, none).Outcome);
    }
}
