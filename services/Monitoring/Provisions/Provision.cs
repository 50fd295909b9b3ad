using Concord.Monitoring.Agreements;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;

namespace Concord.Monitoring.Provisions;

internal readonly record struct ProvisionId(Guid Value) : IStrongId<ProvisionId>
{
    public static string Collection => "provisions";
    public static ProvisionId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out ProvisionId id) => StrongId.TryParse(segment, out id);
    public static ProvisionId New() => new(Guid.CreateVersion7());
    public static bool operator >(ProvisionId left, ProvisionId right) => left.Value > right.Value;
    public static bool operator <(ProvisionId left, ProvisionId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}

/// <summary>Where a provision acts: the areas of implementation of the Secretary-General's report, and those that agreements have besides (R89).</summary>
internal enum ImplementationArea
{
    SecurityAndBasicServices = 1,
    DisarmamentDemobilizationReintegration,
    ReturnOfRefugeesAndIdps,
    HumanRights,
    SecuritySectorReform,
    ChildProtection,
    Constitution,
    Elections,
    RebuildingInstitutions,
    TransitionalJustice,
    Economy,
    Ceasefire,
    PowerSharing,
    ResourceAndWealthSharing,
    HumanitarianAccess,
    MonitoringAndDisputeResolution,
    Other,
}

internal enum ProvisionPriority
{
    Low = 1,
    Medium,
    High,
}

/// <summary>A provision to add to an agreement.</summary>
internal sealed record NewProvision
{
    /// <summary>Clause reference as printed, such as 1.4.7; unique in the agreement.</summary>
    public string? Clause { get; init; }
    public int? Chapter { get; init; }

    /// <summary>A short title in the recorder's own words, not the agreement's sentence; 1 to 200 characters.</summary>
    public string? Title { get; init; }
    public ImplementationArea? Area { get; init; }

    /// <summary>Keys of the parties that have to act.</summary>
    public IReadOnlyList<string?>? Obligated { get; init; }
    public string? Beneficiaries { get; init; }
    public ProvisionPriority? Priority { get; init; }

    /// <summary>How it can be seen that the provision is kept.</summary>
    public string? VerificationMethod { get; init; }

    /// <summary>Key of the body that monitors it.</summary>
    public string? Monitor { get; init; }
    public bool GenderRelevant { get; init; }
    public bool VulnerableGroupRelevant { get; init; }

    /// <summary>Segment of the source text that holds the clause.</summary>
    public int? Segment { get; init; }
}

/// <summary>One thing the parties agreed to do or to keep (R90).</summary>
internal sealed class Provision : IVersioned, IListed<ProvisionId>
{
    private readonly List<ObligatedParty> _obligated = [];

    private Provision() { } // EF

    public ProvisionId Id { get; private init; }
    public AgreementId Agreement { get; private init; }
    public string Clause { get; private init; } = "";
    public int Chapter { get; private init; }
    public string Title { get; private init; } = "";
    public ImplementationArea Area { get; private init; }
    public string? Beneficiaries { get; private init; }
    public ProvisionPriority Priority { get; private init; }
    public string? VerificationMethod { get; private init; }
    public string? Monitor { get; private init; }
    public bool GenderRelevant { get; private init; }
    public bool VulnerableGroupRelevant { get; private init; }
    public int? Segment { get; private init; }
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }
    public IReadOnlyList<ObligatedParty> Obligated => _obligated;

    public string Name => $"{Agreement}/{Id}";

    public IReadOnlyList<string> ObligatedKeys => [.. _obligated.OrderBy(o => o.Ordinal).Select(o => o.Party)];

    public static Provision Add(Agreement agreement, ProvisionId id, NewProvision made, DateTime now)
    {
        var check = new Violations();
        var obligated = check.Distinct(made.Obligated, "obligated", 1, 50);
        var provision = new Provision
        {
            Id = id,
            Agreement = agreement.Id,
            Clause = check.Text(made.Clause, "clause", 40),
            Chapter = check.Required(made.Chapter, "chapter"),
            Title = check.Text(made.Title, "title", 200),
            Area = check.Required(made.Area, "area"),
            Beneficiaries = check.OptionalText(made.Beneficiaries, "beneficiaries", 300),
            Priority = check.Required(made.Priority, "priority"),
            VerificationMethod = check.OptionalText(made.VerificationMethod, "verificationMethod", 500),
            Monitor = check.OptionalText(made.Monitor, "monitor", Keys.MaxLength),
            GenderRelevant = made.GenderRelevant,
            VulnerableGroupRelevant = made.VulnerableGroupRelevant,
            Segment = made.Segment,
            CreateTime = now,
        };
        check.Check(made.Chapter is null || agreement.Chapters.Any(c => c.Number == made.Chapter), "chapter", "The agreement has no such chapter.");
        check.Check(provision.Monitor is null || agreement.PartyOf(provision.Monitor) is not null, "monitor", "The agreement names no such party.");
        check.Check(made.Segment is null or >= 0, "segment", "Must not be negative.");
        foreach (var unknown in obligated.Where(k => agreement.PartyOf(k) is null))
        {
            check.Add("obligated", $"The agreement names no party '{Shorten(unknown)}'.");
        }

        check.ThrowIfAny();
        provision._obligated.AddRange(obligated.Select((key, i) => new ObligatedParty { Provision = id, Party = key, Ordinal = i }));
        return provision;
    }

    private static string Shorten(string text) => text.Length > Keys.MaxLength ? text[..Keys.MaxLength] : text;
}

/// <summary>A party that has to act; a row of its own because lists are filtered by it.</summary>
internal sealed class ObligatedParty
{
    public required ProvisionId Provision { get; init; }
    public required string Party { get; init; }
    public required int Ordinal { get; init; }
}
