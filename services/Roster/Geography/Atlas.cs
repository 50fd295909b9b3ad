using System.Collections.Frozen;
using Concord.Contracts.Reference;

namespace Concord.Roster.Geography;

/// <summary>Which places and languages there are, and which region contains which, by the shipped reference data, of which only this folder reads.</summary>
internal sealed class Atlas
{
    private readonly FrozenDictionary<string, string[]> _over;
    private readonly FrozenSet<string> _regions;
    private readonly FrozenSet<string> _languages;

    /// <param name="parents">Each region and the one it lies in.</param>
    /// <param name="countries">Each country and the smallest region it lies in.</param>
    /// <param name="languages">Codes as they are written here: two letters where there are two.</param>
    public Atlas(IEnumerable<(string Region, string? Parent)> parents, IEnumerable<(string Country, string? Region)> countries, IEnumerable<string> languages)
    {
        var parentOf = parents.ToDictionary(p => p.Region, p => p.Parent, StringComparer.Ordinal);
        _regions = parentOf.Keys.ToFrozenSet(StringComparer.Ordinal);
        _languages = languages.ToFrozenSet(StringComparer.Ordinal);
        _over = parentOf.Keys.Select(r => (Place: r, Chain: Chain(r))).Concat(countries.Select(c => (Place: c.Country, Chain: Chain(c.Region))))
            .ToFrozenDictionary(p => p.Place, p => p.Chain, StringComparer.Ordinal);

        string[] Chain(string? region)
        {
            var chain = new List<string>();
            for (; region is not null; region = parentOf[region])
            {
                chain.Add(region);
            }

            return [.. chain];
        }
    }

    public static Atlas Shipped { get; } = new(
        ReferenceData.Regions.Select(r => (r.M49, r.Parent)),
        ReferenceData.Areas.Select(a => (a.Alpha3, a.IntermediateRegion ?? a.Subregion ?? a.Region)),
        ReferenceData.Languages.Select(l => l.Tag));

    public bool IsRegion(string code) => _regions.Contains(code);

    public bool IsCountry(string code) => _over.ContainsKey(code) && !_regions.Contains(code);

    public bool IsLanguage(string code) => _languages.Contains(code);

    /// <summary>The region and every place that lies in it.</summary>
    public IEnumerable<string> Within(string region) => _over.Where(p => p.Value.Contains(region)).Select(p => p.Key);

    /// <summary>The regions that contain a place, a region itself included; empty for a place that the reference data no longer has.</summary>
    public IReadOnlyList<string> RegionsOver(string place) => _over.GetValueOrDefault(place) ?? [];
}
