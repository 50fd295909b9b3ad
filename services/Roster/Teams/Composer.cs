using Concord.Platform.Errors;

namespace Concord.Roster.Teams;

/// <summary>Composes teams (R6–R8, R10, R15–R17). It proposes: people decide, and can pin and ban and ask again.</summary>
internal static class Composer
{
    private const int Alternatives = 2;

    /// <summary>The same wish and candidates give the same answer, in whatever order the candidates come.</summary>
    /// <param name="wish">What is wanted.</param>
    /// <param name="candidates">Everybody whom the caller may see and choose.</param>
    /// <param name="limits">For each of the up to four questions to the solver.</param>
    /// <param name="found">Called once, when there is a first team.</param>
    /// <exception cref="DomainException">INVALID_FIELD where the wish is not one.</exception>
    public static Composition Compose(TeamWish wish, IEnumerable<Candidate> candidates, SearchLimits limits, Action? found = null)
    {
        wish.ThrowIfWrong();
        var pool = new CandidatePool(wish, candidates);
        if (pool.PinnedInVain.Count > 0)
        {
            return WithoutTeam(wish, pool, limits);
        }

        List<ComposedTeam> teams = [];
        List<IReadOnlySet<Contribution>> earlier = [];
        while (teams.Count <= Alternatives)
        {
            var task = TeamTask.Of(wish, pool, earlier);
            var (team, proven) = TeamSearch.Find(task, limits, teams.Count == 0 ? found : null);
            if (team is null)
            {
                return teams.Count > 0 ? Composed(teams, pool) : proven ? WithoutTeam(wish, pool, limits) : new Composition(CompositionOutcome.Undecided, null, [], null, pool.LeftOut);
            }

            teams.Add(new TeamReport(task, pool, team).Write(proven));
            earlier.Add(team.Select(i => task.Groups[i].Contribution).ToHashSet());
        }

        return Composed(teams, pool);
    }

    private static Composition Composed(List<ComposedTeam> teams, CandidatePool pool) => new(CompositionOutcome.Composed, teams[0], teams[1..], null, pool.LeftOut);

    private static Composition WithoutTeam(TeamWish wish, CandidatePool pool, SearchLimits limits)
    {
        var wayOut = WayOutModel.Find(wish, pool, limits, out var unsure);
        var outcome = wayOut is not null ? CompositionOutcome.Impossible : unsure ? CompositionOutcome.Undecided : pool.Groups.Count == 0 ? CompositionOutcome.Nobody : CompositionOutcome.NoWoman;
        return new Composition(outcome, null, [], wayOut, pool.LeftOut);
    }
}
