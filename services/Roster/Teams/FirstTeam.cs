namespace Concord.Roster.Teams;

/// <summary>
/// A team within milliseconds, and often the best. Members are added one by one, whoever mends most of the wish first, then exchanged while that makes the team better, then
/// each two and three are taken out and replaced anew. What it cannot do is to know that nothing is better: that is the solver's.
/// </summary>
internal sealed class FirstTeam
{
    /// <summary>Exchanges after which the rest is the solver's: tens of milliseconds, counted and not timed, so that the same question has the same answer.</summary>
    private const int MostTried = 1_000_000;

    private readonly TeamTrial _trial;
    private readonly int _largest;
    private Action? _found;

    private FirstTeam(TeamTask task, Action? found) => (_trial, _largest, _found) = (new TeamTrial(task), task.Wish.LargestSize, found);

    /// <summary>Places in the task's groups, once for each member; null where none fulfils the wish that is found this way.</summary>
    /// <param name="task">What is looked for.</param>
    /// <param name="found">Called once, when there is a first team.</param>
    public static List<int>? Find(TeamTask task, Action? found)
    {
        var search = new FirstTeam(task, found);
        if (search._trial.Pinned > task.Wish.LargestSize)
        {
            return null;
        }

        List<int> team = [.. Enumerable.Range(0, search._trial.Pinned)];
        search.Improve(team);
        search.ReplaceSome(team);
        return search._trial.IsTeam(team) ? team : null;
    }

    /// <summary>Adds, takes out or exchanges one member for as long as that is for the better; whoever is better added is, before an exchange is looked at.</summary>
    private void Improve(List<int> team)
    {
        while (Add(team) || Exchange(team))
        {
            if (_found is not null && _trial.IsTeam(team))
            {
                _found();
                _found = null;
            }
        }
    }

    private bool Add(List<int> team)
    {
        if (team.Count >= _largest || _trial.Best(team, -1, _trial.Worth(team)) is not { Group: >= 0 } best)
        {
            return false;
        }

        team.Add(best.Group);
        return true;
    }

    private bool Exchange(List<int> team)
    {
        var (worth, place, group) = (_trial.Worth(team), -1, -1);
        for (var at = _trial.Pinned; at < team.Count; at++)
        {
            if (_trial.Worth(team, at) is var less && less > worth)
            {
                (worth, place, group) = (less, at, -1);
            }

            if (_trial.Best(team, at, worth) is { Group: >= 0 } best)
            {
                (worth, place, group) = (best.Worth, at, best.Group);
            }
        }

        if (place < 0)
        {
            return false;
        }

        team.RemoveAt(place);
        if (group >= 0)
        {
            team.Add(group);
        }

        return true;
    }

    private void ReplaceSome(List<int> team)
    {
        bool better;
        do
        {
            better = false;
            var before = _trial.Worth(team);
            foreach (var places in Places(team.Count).TakeWhile(_ => _trial.Tried < MostTried))
            {
                List<int> other = [.. team.Where((_, at) => !places.Contains(at))];
                Improve(other);
                if (_trial.Worth(other) > before)
                {
                    team.Clear();
                    team.AddRange(other);
                    better = true;
                    break;
                }
            }
        }
        while (better);
    }

    /// <summary>Each two places, then each three.</summary>
    private IEnumerable<int[]> Places(int count)
    {
        var free = Enumerable.Range(_trial.Pinned, count - _trial.Pinned).ToList();
        var pairs = free.SelectMany(a => free.Where(b => b > a).Select(b => (int[])[a, b])).ToList();
        return pairs.Concat(pairs.SelectMany(p => free.Where(c => c > p[1]).Select(c => (int[])[.. p, c])));
    }
}
