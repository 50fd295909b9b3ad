using Concord.Roster.Teams;
using Concord.Support;

namespace Concord.Roster.Tests.Teams;

/// <summary>The composer against every team there is.</summary>
public sealed class ExhaustiveTests
{
    private const int Instances = 150;

    [Theory, Rule("R6"), Rule("R8")]
    [InlineData(1, 6)]
    [InlineData(2, 10)]
    [InlineData(3, 13)]
    public void The_best_team_the_alternatives_and_the_way_out_are_those_of_a_look_at_every_team(int seed, int people)
    {
        var outcomes = new List<CompositionOutcome>();
        for (var i = 0; i < Instances; i++)
        {
            var random = new RandomTeams((seed * 10_000) + i);
            var field = random.People(people);
            var wish = random.Wish(field);
            var answer = Composer.Compose(wish, field, SearchLimits.Usual);
            outcomes.Add(answer.Outcome);
            var oracle = new TeamOracle(wish, field);
            CheckTeams(answer, oracle, field);
            CheckWayOut(answer, oracle, field);
        }

        Assert.Contains(CompositionOutcome.Composed, outcomes);
        Assert.Contains(CompositionOutcome.Impossible, outcomes);
        Assert.Contains(CompositionOutcome.NoWoman, outcomes);
    }

    private static void CheckTeams(Composition answer, TeamOracle oracle, List<Candidate> field)
    {
        Assert.Equal(oracle.Best(), answer.Best?.Quality);
        if (answer.Best is null)
        {
            return;
        }

        List<HashSet<string>> earlier = [];
        foreach (var team in answer.Alternatives.Prepend(answer.Best))
        {
            var members = field.Where(p => team.Names().Contains(p.Name)).ToList();
            Assert.True(team.Proven);
            Assert.True(oracle.IsTeam(members));
            Assert.Equal(oracle.Quality(members), team.Quality);
            Assert.Equal(oracle.Best(IsUnlikeAll), team.Quality);
            earlier.Add(members.Select(oracle.Likeness).ToHashSet());
        }

        if (answer.Alternatives.Count < 2)
        {
            Assert.Null(oracle.Best(IsUnlikeAll));
        }

        bool IsUnlikeAll(IReadOnlyCollection<Candidate> other) => earlier.TrueForAll(e => other.Count(p => !e.Contains(oracle.Likeness(p))) >= 2);
    }

    private static void CheckWayOut(Composition answer, TeamOracle oracle, List<Candidate> field)
    {
        if (answer.Outcome == CompositionOutcome.Composed)
        {
            Assert.Null(answer.WayOut);
            return;
        }

        var cheapest = oracle.Cheapest();
        Assert.Equal(cheapest is null ? field.Exists(oracle.IsEligible) ? CompositionOutcome.NoWoman : CompositionOutcome.Nobody : CompositionOutcome.Impossible, answer.Outcome);
        Assert.Equal(cheapest, answer.WayOut is null ? null : oracle.PriceOf(answer.WayOut));
        Assert.True(answer.WayOut?.Proven ?? true);
    }
}
