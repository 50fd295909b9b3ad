using Concord.Contracts.Access;
using Concord.Contracts.Reference;
using Concord.Designation.Processes;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;

namespace Concord.Designation.Situations;

/// <summary>The fields of a situation that its keeper sets and changes.</summary>
/// <param name="Title">1 to 200 characters.</param>
/// <param name="Description">What the conflict or situation is; 1 to 4000 characters.</param>
/// <param name="Countries">ISO 3166-1 alpha-3 codes; 1 to 50.</param>
/// <param name="Region">M49 code of the region it lies in; absent where it lies in several.</param>
/// <param name="Classification">Who may see it: Unclassified or Confidential. It is raised here and never lowered.</param>
internal sealed record SituationFields(string? Title, string? Description, IReadOnlyList<string>? Countries, string? Region, Classification? Classification);

/// <summary>A conflict or situation that one or several processes work on (R50).</summary>
internal sealed class Situation : IVersioned, IListed<SituationId>, IClassifiedRecord
{
    private Situation() { } // EF

    public SituationId Id { get; private init; }
    public string RecordName => Id.ToString();
    public string Title { get; private set; } = "";
    public string Description { get; private set; } = "";

    /// <summary>ISO 3166-1 alpha-3, in their order.</summary>
    public IReadOnlyList<string> Countries { get; private set; } = [];
    public string? Region { get; private set; }
    public Classification Classification { get; private set; }

    /// <summary>Resource name of the organization that keeps the entry.</summary>
    public string Keeper { get; private init; } = "";
    public Signature OpenedBy { get; private init; } = new(null, "");
    public DateTime CreateTime { get; private init; }
    public DateTime UpdateTime { get; private set; }
    public long Version { get; set; }

    public static Situation Open(SituationFields fields, string keeper, Caller caller, DateTime now)
    {
        var situation = new Situation { Id = SituationId.New(), Keeper = keeper, OpenedBy = Signature.Of(caller), CreateTime = now };
        situation.Set(fields, caller, now);
        return situation;
    }

    public void Edit(SituationFields fields, Caller caller, DateTime now)
    {
        if (caller.Organization != Keeper)
        {
            throw Fail.Because(DesignationReasons.NotYourOrganization, "Only the organization that keeps the situation does this.");
        }

        Set(fields, caller, now);
    }

    public SituationFields Fields() => new(Title, Description, Countries, Region, Classification);

    private void Set(SituationFields fields, Caller caller, DateTime now)
    {
        var check = new Violations();
        var (title, description) = (check.Text(fields.Title, "title", 200), check.Text(fields.Description, "description", 4000));
        var label = check.Required(fields.Classification, "classification");
        // It belongs to no process, so that no compartment could name who sees it; and what many may have read already is no secret again for fewer.
        check.Check(label < Classification.StrictlyConfidential, "classification", "A situation is Unclassified or Confidential; what is secret belongs to a process.");
        check.Check(caller.IsClearedFor(label), "classification", "Above your own clearance.");
        check.Check(label >= Classification, "classification", "It is raised here and never lowered.");
        var codes = (fields.Countries ?? []).Distinct().Order(StringComparer.Ordinal).ToList();
        check.Check(codes.Count is > 0 and <= 50 && codes.All(ProcessCountry.IsCode), "countries", "1 to 50 ISO 3166-1 alpha-3 codes.");
        check.Check(fields.Region is null || ReferenceData.RegionByM49.ContainsKey(fields.Region), "region", "Expected an M49 code of a region, three digits.");
        check.ThrowIfAny();
        (Title, Description, Countries, Region, Classification, UpdateTime) = (title, description, codes, fields.Region, label, now);
    }
}
