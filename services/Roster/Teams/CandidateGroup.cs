using System.Text;

namespace Concord.Roster.Teams;

/// <summary>How a group stands in the wish.</summary>
internal enum Standing
{
    Open = 1,

    /// <summary>One person who must be in.</summary>
    Pinned,

    /// <summary>One person who must not; looked at only for a way out.</summary>
    Banned,
}

/// <summary>People who contribute the same. A model with one number for each group has no two solutions that differ in names alone.</summary>
/// <param name="Contribution">Of each of them.</param>
/// <param name="People">In any order.</param>
/// <param name="Standing">A pinned or a banned person is a group alone.</param>
internal sealed record CandidateGroup(Contribution Contribution, IReadOnlyList<Candidate> People, Standing Standing)
{
    /// <summary>Most of them that a team may need.</summary>
    public int Most { get; init; } = People.Count;

    /// <summary>The order in which they are chosen, drawn by a hash of the name: by the name itself whoever was entered first would always be asked first.</summary>
    public IEnumerable<Candidate> InDrawnOrder() => People.OrderBy(p => Draw(p.Name)).ThenBy(p => p.Name, StringComparer.Ordinal);

    private static ulong Draw(string name)
    {
        var hash = 14695981039346656037; // FNV-1a: the same on every machine, which string.GetHashCode is not
        foreach (var b in Encoding.UTF8.GetBytes(name))
        {
            hash = (hash ^ b) * 1099511628211;
        }

        return hash;
    }
}
