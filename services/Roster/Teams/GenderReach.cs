using Concord.Roster.Mediators;

namespace Concord.Roster.Teams;

/// <summary>A field of substance that knowledge of gender must reach (R11).</summary>
internal enum GenderField
{
    PowerSharing = 1,
    WealthSharing,
    SecurityArrangements,

    /// <summary>All measures of justice; the rule of law serves it too.</summary>
    TransitionalJustice,
}

/// <summary>One of the four fields that knowledge of gender must reach, so that it does not stay in a file of its own (R11).</summary>
/// <param name="Area">POWER_SHARING, WEALTH_SHARING, SECURITY_ARRANGEMENTS, or TRANSITIONAL_JUSTICE for all measures of justice.</param>
/// <param name="Members">Who practises both the field and gender; where nobody does, gender is not looked after in it.</param>
internal sealed record GenderReach(ExpertiseArea Area, IReadOnlyList<string> Members)
{
    /// <summary>Level from which knowledge counts.</summary>
    public const ExpertiseLevel Counts = ExpertiseLevel.Practitioner;

    /// <summary>The fields, each by the areas that count for it.</summary>
    public static IReadOnlyList<(ExpertiseArea Area, IReadOnlySet<ExpertiseArea> By)> Fields { get; } =
    [
        (ExpertiseArea.PowerSharing, Set(ExpertiseArea.PowerSharing)),
        (ExpertiseArea.WealthSharing, Set(ExpertiseArea.WealthSharing)),
        (ExpertiseArea.SecurityArrangements, Set(ExpertiseArea.SecurityArrangements)),
        (ExpertiseArea.TransitionalJustice, Set(ExpertiseArea.TransitionalJustice, ExpertiseArea.RuleOfLaw)),
    ];

    /// <summary>The area by which a field is known.</summary>
    public static ExpertiseArea AreaOf(GenderField field) => Enum.Parse<ExpertiseArea>(field.ToString());

    public static IReadOnlyList<GenderReach> Of(IEnumerable<Candidate> team)
    {
        var knowGender = team.Where(p => Practises(p, Set(ExpertiseArea.Gender))).OrderBy(p => p.Name, StringComparer.Ordinal).ToList();
        return [.. Fields.Select(f => new GenderReach(f.Area, [.. knowGender.Where(p => Practises(p, f.By)).Select(p => p.Name)]))];
    }

    private static bool Practises(Candidate person, IReadOnlySet<ExpertiseArea> areas) => person.Expertise.Any(s => s.Level >= Counts && areas.Contains(s.Area));

    private static HashSet<ExpertiseArea> Set(params ExpertiseArea[] areas) => [.. areas];
}
