namespace Concord.Roster.Teams;

/// <summary>What a team, or a team with one exchange, is worth: a number that puts whatever fulfils more of the wish first, and then whatever is preferred.</summary>
internal sealed class TeamTrial(TeamTask task)
{
    private const int UnlikeBits = 8;

    private readonly Contribution[] _contributions = [.. task.Groups.Select(g => g.Contribution)];
    private readonly int[] _most = [.. task.Groups.Select(g => g.Most)];

    // A byte for each earlier team: 1 where the group is unlike all its members, so that sums over a team count them.
    private readonly int[] _unlike = [.. task.Groups.Select(g => task.Earlier.Select((e, i) => e.Contains(g.Contribution) ? 0 : 1 << (UnlikeBits * i)).Sum())];

    // More than any preference: whatever is missing to the wish comes first.
    private readonly long _penalty = task.Preference.Balance * 4 * TeamWish.MaxSize;

    /// <summary>The pinned stand first among the groups, and in every team.</summary>
    public int Pinned { get; } = task.Groups.Count(g => g.Standing == Standing.Pinned);

    /// <summary>How many exchanges were tried so far.</summary>
    public int Tried { get; private set; }

    public bool IsTeam(List<int> team)
    {
        var (tally, unlike) = Without(team, -1);
        return Broken(tally, unlike) == 0;
    }

    /// <param name="team">Places in the task's groups, once for each member.</param>
    /// <param name="without">Place in the team of somebody who is left out; -1 for nobody.</param>
    public long Worth(List<int> team, int without = -1)
    {
        var (tally, unlike) = Without(team, without);
        return Worth(tally, unlike);
    }

    /// <summary>The group whose member is worth most at a place, or beside all (-1), and how much; -1 where none is worth more than <paramref name="above"/>.</summary>
    public (long Worth, int Group) Best(List<int> team, int place, long above)
    {
        var (rest, unlike) = Without(team, place);
        var (worth, group) = (above, -1);
        Tried += _contributions.Length;
        for (var i = Pinned; i < _contributions.Length; i++)
        {
            var trial = rest;
            trial.Add(_contributions[i]);
            if (Worth(trial, unlike + _unlike[i]) is var with && with > worth && team.Count(m => m == i) < _most[i])
            {
                (worth, group) = (with, i);
            }
        }

        return (worth, group);
    }

    private long Worth(in TeamTally tally, int unlike) => task.Preference.Of(tally.Quality(task.Wish, task.Requirements)) - (Broken(tally, unlike) * _penalty);

    private int Broken(in TeamTally tally, int unlike)
    {
        var broken = tally.Broken(task.Wish, task.Requirements);
        for (var i = 0; i < task.Earlier.Count; i++)
        {
            broken += Math.Max(0, TeamTask.Unlike - ((unlike >> (UnlikeBits * i)) & 0xFF));
        }

        return broken;
    }

    private (TeamTally Tally, int Unlike) Without(List<int> team, int place)
    {
        var (tally, unlike) = (new TeamTally(), 0);
        for (var i = 0; i < team.Count; i++)
        {
            if (i != place)
            {
                tally.Add(_contributions[team[i]]);
                unlike += _unlike[team[i]];
            }
        }

        return (tally, unlike);
    }
}
