using Concord.Roster.Names;
using Concord.Roster.Search;

namespace Concord.Roster.Duplicates;

/// <summary>Whether two records, as somebody is shown them, are likely of one person: the names fit each other word by word both ways, and what else is shown of both does not speak against it.</summary>
internal static class LikelySame
{
    /// <summary>Null where they are not likely the same.</summary>
    public static (NameFit Fit, string[] Nationalities, string[] Languages)? Of(RosterEntry a, RosterEntry b)
    {
        var (there, back) = (Fit(a.DisplayName, b.DisplayName), Fit(b.DisplayName, a.DisplayName));
        if (there is null || back is null || a.Gender != b.Gender
            || SpeakAgainst(a.Nationalities, b.Nationalities, out var nationalities)
            || SpeakAgainst([.. a.Languages.Select(l => l.Code)], [.. b.Languages.Select(l => l.Code)], out var languages))
        {
            return null;
        }

        // A slip of the finger alone makes many names alike: then something else has to speak for it.
        var worst = there > back ? there.Value : back.Value;
        return worst == NameFit.SmallSlip && nationalities.Length == 0 ? null : (worst, nationalities, languages);
    }

    // Of what is withheld, and of what a draft does not say yet, nothing follows.
    private static bool SpeakAgainst(IReadOnlyList<string> a, IReadOnlyList<string> b, out string[] common)
    {
        common = [.. a.Intersect(b)];
        return common.Length == 0 && a.Count > 0 && b.Count > 0;
    }

    // Of two words with a slip each hardly anything is left of a name.
    private static NameFit? Fit(string typed, string name) =>
        WordFit.Of(NameWord.In(typed), name) is { Count: > 0 } fits && fits.Count(f => f.Fit == NameFit.SmallSlip) <= 1 ? fits.Max(f => f.Fit) : null;
}
