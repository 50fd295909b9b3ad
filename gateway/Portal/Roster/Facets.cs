using Concord.Contracts.Reference;
using Concord.Platform.Texts;
using Concord.Portal.Texts;

namespace Concord.Portal.Roster;

/// <summary>A value to tick, with how many people have it. A region lies so many steps within another.</summary>
public sealed record FacetValue(string Value, string Text, int Count, bool Chosen, int Depth = 0);

/// <summary>What can be ticked, in the order in which a person looks for it.</summary>
internal static class Facets
{
    private const string World = "001";
    private static readonly string[] Seniorities = ["SENIOR_ENVOY", "LEAD_MEDIATOR", "MEDIATOR", "EXPERT", "JUNIOR"];
    private static readonly string[] Genders = ["WOMAN", "MAN", "OTHER", "UNDISCLOSED"];

    /// <summary>Each narrows: chosen ones first, then those that most people speak.</summary>
    public static List<FacetValue> Languages(Speech say, Wishes wishes, IEnumerable<FacetCount> counts) =>
        [.. Values(counts, wishes, "language", say.LanguageName).OrderByDescending(v => v.Chosen).ThenByDescending(v => v.Count).ThenBy(v => v.Text, say.Alphabet)];

    public static List<FacetValue> Expertise(Speech say, Wishes wishes, IEnumerable<FacetCount> counts) =>
        [.. Values(counts, wishes, "expertise", v => say.Word("expertise", v)).OrderBy(v => v.Text, say.Alphabet)];

    /// <summary>Each narrows.</summary>
    public static List<FacetValue> Functions(Speech say, Wishes wishes, IEnumerable<FacetCount> counts) =>
        [.. Values(counts, wishes, "function", v => say.Word("function", v)).OrderBy(v => v.Text, say.Alphabet)];

    /// <summary>Continents, what lies in them right below.</summary>
    public static List<FacetValue> Regions(Speech say, Wishes wishes, IEnumerable<FacetCount> counts)
    {
        var values = Values(counts, wishes, "region", say.Region).ToDictionary(v => v.Value);
        return [.. Below(World, 0)];

        IEnumerable<FacetValue> Below(string parent, int depth) => ReferenceData.Regions.Where(r => r.Parent == parent)
            .OrderBy(r => say.Region(r.M49), say.Alphabet)
            .SelectMany(r => values.TryGetValue(r.M49, out var value) ? Below(r.M49, depth + 1).Prepend(value with { Depth = depth }) : Below(r.M49, depth));
    }

    public static List<FacetValue> Seniority(Speech say, Wishes wishes, IEnumerable<FacetCount> counts) => Fixed(Seniorities, counts, wishes, "seniority", say);

    public static List<FacetValue> Gender(Speech say, Wishes wishes, IEnumerable<FacetCount> counts) => Fixed(Genders, counts, wishes, "gender", say);

    private static List<FacetValue> Fixed(string[] order, IEnumerable<FacetCount> counts, Wishes wishes, string key, Speech say) =>
        [.. Values(counts, wishes, key, v => say.Word(key, v)).OrderBy(v => Array.IndexOf(order, v.Value))];

    // What is chosen can be taken back even where nobody has it.
    private static IEnumerable<FacetValue> Values(IEnumerable<FacetCount> counts, Wishes wishes, string key, Func<string, string> text)
    {
        var known = counts.ToList();
        return known.Concat(wishes.Many(key).Where(v => known.TrueForAll(c => c.Value != v)).Select(v => new FacetCount(v, 0)))
            .Select(c => new FacetValue(c.Value, text(c.Value), c.Count, wishes.Has(key, c.Value)));
    }
}
