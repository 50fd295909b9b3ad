using Concord.Roster.Teams;

namespace Concord.RosterBench.Teams;

/// <summary>What one would do by hand: the person who mends most of the wish, then the next, until the team is full.</summary>
internal static class GreedyPeer
{
    /// <summary>Null where the team does not fulfil the wish.</summary>
    public static TeamQuality? Find(TeamWish wish, IReadOnlyList<Candidate> people)
    {
        var requirements = new Requirements(wish);
        var preference = new Preference(requirements);
        List<Contribution> left = [.. people.Select(p => Contribution.Of(p, requirements, wish.Insiders > 0))];
        var team = new TeamTally();
        while (team.Size < wish.LargestSize && left.Count > 0)
        {
            var next = left.MinBy(c =>
            {
                var with = team;
                with.Add(c);
                return (with.Broken(wish, requirements), -preference.Of(with.Quality(wish, requirements)));
            });
            team.Add(next);
            left.Remove(next);
        }

        return team.Broken(wish, requirements) == 0 ? team.Quality(wish, requirements) : null;
    }
}
