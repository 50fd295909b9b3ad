using Concord.Roster.Names;
using Concord.Roster.Search;
using Concord.Roster.SharingAgreements;

namespace Concord.Roster.Duplicates;

/// <summary>Whether two records, as somebody is shown them, are likely of one person: the names fit each other word by word both ways, and what else is shown of both does not speak against it.</summary>
internal static class LikelySame
{
    /// <summary>Null where they are not likely the same.</summary>
    public static (NameFit Fit, string[] Nationalities, string[] Languages)? Of(RosterEntry a, RosterEntry b)
    {
        var (there, back) = (Fit(a.DisplayName, b.DisplayName), Fit(b.DisplayName, a.DisplayName));
        string[] nationalities = [.. a.Nationalities.Intersect(b.Nationalities)];
        string[] languages = [.. a.Languages.Select(l => l.Code).Intersect(b.Languages.Select(l => l.Code))];
        var known = Known(a, b, SharedFields.Nationalities) && nationalities.Length > 0;
        if (there is null || back is null || a.Gender != b.Gender
            || (nationalities.Length == 0 && Known(a, b, SharedFields.Nationalities))
            || (languages.Length == 0 && Known(a, b, SharedFields.Skills)))
        {
            return null;
        }

        // A slip of the finger alone makes many names alike: then something else has to speak for it.
        var worst = there > back ? there.Value : back.Value;
        return worst == NameFit.SmallSlip && !known ? null : (worst, nationalities, languages);
    }

    private static bool Known(RosterEntry a, RosterEntry b, SharedFields fields) => !a.Withheld.Contains(fields) && !b.Withheld.Contains(fields);

    // Of two words with a slip each hardly anything is left of a name.
    private static NameFit? Fit(string typed, string name) =>
        WordFit.Of(NameWord.In(typed), name) is { Count: > 0 } fits && fits.Count(f => f.Fit == NameFit.SmallSlip) <= 1 ? fits.Max(f => f.Fit) : null;
}
