namespace Concord.Roster.Teams;

/// <summary>
/// Leaves out people whom no team needs. What is left holds a team of the best quality of all, and the smallest way out of all.
/// </summary>
/// <remarks>
/// <para>Groups are gone through so that whoever includes another comes first. Somebody is kept where fewer than two kept people include him or her (equals count for those after them), or where
/// fewer than <c>size</c> of the same side, level and standing as an insider are kept.</para>
/// <para>Why that is safe. Take any team of at most <c>size</c> with somebody, B, who was not kept. Two kept people include B. If one of them is not in the team, he or she takes B's place: every requirement is
/// covered as often and as deep, sides, levels and size are the same, insiders are no fewer. If both are in the team, everything B covers is covered twice and as deep without B; and of the
/// kept people of B's side, level and standing, <c>size</c> at least and B not among them, one is not in the team, and takes B's place with nothing lost. Each time one fewer is not kept,
/// and the team is no worse and breaks no part of the wish that it did not break before; so in the end there is a team of kept people only.</para>
/// <para>Pinned people are in every team that counts, so the place is never theirs to take; banned people include nobody, for they are in none.</para>
/// <para>People like those of an earlier team (<c>unlike</c>) are all kept and include nobody here: an alternative is counted by whom it has that they are not,
/// and with both sides of each exchange unlike them, that count stays too.</para>
/// </remarks>
internal static class Reduction
{
    /// <summary>Beyond two, another who covers the same changes nothing.</summary>
    private const int Copies = 2;

    public static IReadOnlyList<CandidateGroup> Of(IReadOnlyList<CandidateGroup> groups, int size, IReadOnlySet<Contribution> unlike)
    {
        var kept = new int[groups.Count];
        var rivals = new Dictionary<int, List<(Contribution Contribution, int Kept)>>();
        var alike = new Dictionary<(int Class, bool Insider), int>();
        for (var i = 0; i < kept.Length; i++)
        {
            var (contribution, most) = (groups[i].Contribution, Math.Min(groups[i].People.Count, size));
            if (IsApart(groups[i]))
            {
                kept[i] = most;
                continue;
            }

            if (!rivals.TryGetValue(contribution.Class, out var others))
            {
                rivals.Add(contribution.Class, others = []);
            }

            kept[i] = groups[i].Standing == Standing.Pinned ? most : Math.Clamp(Copies - Including(others, contribution), 0, most);
            if (kept[i] > 0)
            {
                others.Add((contribution, kept[i]));
                Count(contribution, kept[i]);
            }
        }

        for (var i = 0; i < kept.Length; i++)
        {
            if (!IsApart(groups[i]))
            {
                var (contribution, most) = (groups[i].Contribution, Math.Min(groups[i].People.Count, size));
                var fill = Math.Clamp(size - alike.GetValueOrDefault((contribution.Class, contribution.Insider)), 0, most - kept[i]);
                kept[i] += fill;
                Count(contribution, fill);
            }
        }

        return [.. groups.Select((g, i) => g with { Most = kept[i] }).Where(g => g.Most > 0)];

        bool IsApart(CandidateGroup group) => group.Standing == Standing.Banned || unlike.Contains(group.Contribution);

        void Count(Contribution contribution, int more) => alike[(contribution.Class, contribution.Insider)] = alike.GetValueOrDefault((contribution.Class, contribution.Insider)) + more;
    }

    private static int Including(List<(Contribution Contribution, int Kept)> others, Contribution contribution)
    {
        var over = 0;
        foreach (var other in others)
        {
            if (other.Contribution.Includes(contribution) && (over += other.Kept) >= Copies)
            {
                break;
            }
        }

        return over;
    }
}
