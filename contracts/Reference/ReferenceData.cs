using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Concord.Contracts.Reference;

/// <summary>The shipped reference data; each file is read once, when it is first asked for.</summary>
public static class ReferenceData
{
    private static readonly Lazy<ImmutableArray<ReferenceSource>> _sources = new(() => Read("sources.tsv", r =>
        new ReferenceSource(r[0], Date(r[1]), r[2], r[3])));

    private static readonly Lazy<ImmutableArray<Area>> _areas = new(() => Read("areas.tsv", r =>
        new Area(r[0], r[1], r[2], Kind<AreaKind>(r[3]), OrNull(r[4]), OrNull(r[5]), OrNull(r[6]), Name(r, 7), r[13] == "1", r[14] == "1", r[15] == "1")));

    private static readonly Lazy<ImmutableArray<Region>> _regions = new(() => Read("regions.tsv", r =>
        new Region(r[0], Kind<RegionLevel>(r[1]), OrNull(r[2]), Name(r, 3))));

    private static readonly Lazy<ImmutableArray<Language>> _languages = new(() => Read("languages.tsv", r =>
        new Language(r[0], OrNull(r[1]), r[2], r[3] == "1", Name(r, 4))));

    private static readonly Lazy<ImmutableArray<ReferenceOrganization>> _organizations = new(() => Read("organizations.tsv", r =>
        new ReferenceOrganization(r[0], r[1], Kind<ReferenceOrganizationKind>(r[2]), OrNull(r[3]), Name(r, 4), r[10] == "" ? null : Date(r[10]), r[11], r[12])));

    private static readonly Lazy<ImmutableArray<Membership>> _memberships = new(() => Read("memberships.tsv", r =>
        new Membership(r[0], r[1], Kind<MembershipStatus>(r[2]), r[3], Date(r[4]), r[5])));

    private static readonly Lazy<FrozenDictionary<string, Area>> _areaByAlpha3 = new(() => Areas.ToFrozenDictionary(a => a.Alpha3, StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<FrozenDictionary<string, Region>> _regionByM49 = new(() => Regions.ToFrozenDictionary(r => r.M49, StringComparer.Ordinal));

    private static readonly Lazy<FrozenDictionary<string, Language>> _languageByCode = new(() => Languages
        .SelectMany(l => l.Alpha2 is null ? new[] { (Code: l.Alpha3, Language: l) } : [(l.Alpha3, l), (l.Alpha2, l)])
        .ToFrozenDictionary(c => c.Code, c => c.Language, StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<FrozenDictionary<string, ReferenceOrganization>> _organizationByCode = new(() =>
        Organizations.ToFrozenDictionary(o => o.Code, StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<FrozenDictionary<string, ImmutableArray<Membership>>> _membershipsByOrganization = new(() => GroupMemberships(m => m.Organization));

    private static readonly Lazy<FrozenDictionary<string, ImmutableArray<Membership>>> _membershipsByArea = new(() => GroupMemberships(m => m.Alpha3));

    /// <summary>The source, date and licence of each file.</summary>
    public static ImmutableArray<ReferenceSource> Sources => _sources.Value;

    /// <summary>All countries and areas of ISO 3166-1, by alpha-3 code.</summary>
    public static ImmutableArray<Area> Areas => _areas.Value;

    /// <summary>The date of <see cref="Areas"/>.</summary>
    public static DateOnly AreasAsOf => AsOf("areas.tsv");

    /// <summary>The area of an alpha-3 code, in either case.</summary>
    public static FrozenDictionary<string, Area> AreaByAlpha3 => _areaByAlpha3.Value;

    /// <summary>All regions of UN M49, by code.</summary>
    public static ImmutableArray<Region> Regions => _regions.Value;

    /// <summary>The date of <see cref="Regions"/>.</summary>
    public static DateOnly RegionsAsOf => AsOf("regions.tsv");

    /// <summary>The region of an M49 code of three digits.</summary>
    public static FrozenDictionary<string, Region> RegionByM49 => _regionByM49.Value;

    /// <summary>All languages, by alpha-3 code.</summary>
    public static ImmutableArray<Language> Languages => _languages.Value;

    /// <summary>The date of <see cref="Languages"/>.</summary>
    public static DateOnly LanguagesAsOf => AsOf("languages.tsv");

    /// <summary>The language of an alpha-2 or alpha-3 terminology code, in either case.</summary>
    public static FrozenDictionary<string, Language> LanguageByCode => _languageByCode.Value;

    /// <summary>All organizations that are loaded beforehand, by code.</summary>
    public static ImmutableArray<ReferenceOrganization> Organizations => _organizations.Value;

    /// <summary>The date of <see cref="Organizations"/>; each organization states the date of its own list of members.</summary>
    public static DateOnly OrganizationsAsOf => AsOf("organizations.tsv");

    /// <summary>The organization of a code, in either case.</summary>
    public static FrozenDictionary<string, ReferenceOrganization> OrganizationByCode => _organizationByCode.Value;

    /// <summary>The date of the membership lists; each membership states its own.</summary>
    public static DateOnly MembershipsAsOf => AsOf("memberships.tsv");

    /// <summary>Who takes part in an organization; empty where the data has no list, as the organization's gaps then say.</summary>
    public static ImmutableArray<Membership> MembershipsOf(string organization) => _membershipsByOrganization.Value.GetValueOrDefault(organization, []);

    /// <summary>The organizations in which a State or area takes part.</summary>
    public static ImmutableArray<Membership> MembershipsOfArea(string alpha3) => _membershipsByArea.Value.GetValueOrDefault(alpha3, []);

    private static DateOnly AsOf(string file) => Sources.First(s => s.File == file).AsOf;

    private static FrozenDictionary<string, ImmutableArray<Membership>> GroupMemberships(Func<Membership, string> key) =>
        _memberships.Value.GroupBy(key).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.OrdinalIgnoreCase);

    private static ImmutableArray<T> Read<T>(string file, Func<string[], T> row)
    {
        using var stream = typeof(ReferenceData).Assembly.GetManifestResourceStream($"Concord.Reference.{file}")
            ?? throw new InvalidOperationException($"The resource Concord.Reference.{file} is not embedded.");
        using var reader = new StreamReader(stream);
        var rows = ImmutableArray.CreateBuilder<T>();
        reader.ReadLine(); // header
        while (reader.ReadLine() is { } line)
        {
            rows.Add(row(line.Split('\t')));
        }

        return rows.ToImmutable();
    }

    private static LocalizedName Name(string[] r, int first) => new(r[first], r[first + 1], r[first + 2], r[first + 3], r[first + 4], r[first + 5]);

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    // The files write REGIONAL_ORGANIZATION for RegionalOrganization.
    private static T Kind<T>(string text)
        where T : struct, Enum =>
        Enum.Parse<T>(text.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
}
