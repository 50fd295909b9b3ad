using Concord.Contracts.Access;
using Concord.Designation.Processes;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;

namespace Concord.Designation.Missions;

/// <summary>On what a mission rests (R154).</summary>
/// <param name="Organ">That gave it; 1 to 200 characters.</param>
/// <param name="Reference">Of the text, such as its symbol; 1 to 400 characters.</param>
/// <param name="ExpireOn">Last day of it; absent where it has none.</param>
internal sealed record MissionMandate(string? Organ, string? Reference, DateOnly? ExpireOn = null);

/// <summary>The fields of a mission that its keeper sets and changes.</summary>
/// <param name="Title">1 to 200 characters.</param>
/// <param name="Countries">The area, as ISO 3166-1 alpha-3 codes; 1 to 50.</param>
/// <param name="Mandate">On what it rests.</param>
/// <param name="Classification">Unclassified or Confidential, and never lowered: a mission has no compartment that would name who sees it, and nobody releases one alone.</param>
internal sealed record MissionFields(string? Title, IReadOnlyList<string>? Countries, MissionMandate? Mandate, Classification? Classification);

/// <summary>A field mission: whom it has at its head, and which processes and agreements it serves (design 7.6).</summary>
internal sealed class Mission : IVersioned, IListed<MissionId>, IClassifiedRecord
{
    private Mission() { } // EF

    public MissionId Id { get; private init; }
    public string RecordName => Id.ToString();
    public string Title { get; private set; } = "";
    public IReadOnlyList<string> Countries { get; private set; } = [];
    public string MandateOrgan { get; private set; } = "";
    public string MandateReference { get; private set; } = "";
    public DateOnly? MandateExpireOn { get; private set; }
    public Classification Classification { get; private set; }
    public Signature OpenedBy { get; private init; } = new(null, "");
    public DateTime? CloseTime { get; private set; }
    public string? CloseReason { get; private set; }
    public Signature? ClosedBy { get; private set; }
    public DateTime CreateTime { get; private init; }
    public DateTime UpdateTime { get; private set; }
    public long Version { get; set; }

    public static Mission Open(MissionFields fields, Caller caller, DateTime now)
    {
        var mission = new Mission { Id = MissionId.New(), OpenedBy = Signature.Of(caller), CreateTime = now };
        mission.Set(fields, caller, now);
        return mission;
    }

    public MissionFields Fields() => new(Title, Countries, new MissionMandate(MandateOrgan, MandateReference, MandateExpireOn), Classification);

    public void Edit(MissionFields fields, Caller caller, DateTime now)
    {
        RequireOpen();
        Set(fields, caller, now);
    }

    public void Close(string? reason, Caller caller, DateTime now)
    {
        var check = new Violations();
        var why = check.Text(reason, "reason", 2000);
        check.ThrowIfAny();
        RequireOpen();
        (CloseTime, CloseReason, ClosedBy, UpdateTime) = (now, why, Signature.Of(caller), now);
    }

    public void RequireOpen()
    {
        if (CloseTime is not null)
        {
            throw Fail.Because(DesignationReasons.MissionClosed, "The mission is closed.");
        }
    }

    /// <summary>Something that belongs to it changes: of two changes at once the store lets one through.</summary>
    public void Touch(DateTime now) => UpdateTime = now > UpdateTime ? now : UpdateTime.AddMicroseconds(1);

    private void Set(MissionFields fields, Caller caller, DateTime now)
    {
        var check = new Violations();
        Title = check.Text(fields.Title, "title", 200);
        var codes = (fields.Countries ?? []).Distinct().Order(StringComparer.Ordinal).ToList();
        check.Check(codes.Count is > 0 and <= 50 && codes.All(ProcessCountry.IsCode), "countries", "1 to 50 ISO 3166-1 alpha-3 codes.");
        Countries = codes;
        MandateOrgan = check.Text(fields.Mandate?.Organ, "mandate.organ", 200);
        MandateReference = check.Text(fields.Mandate?.Reference, "mandate.reference", 400);
        MandateExpireOn = fields.Mandate?.ExpireOn;
        var label = check.Required(fields.Classification, "classification");
        check.Check(label < Classification.StrictlyConfidential, "classification", "A mission has no compartment; it is Unclassified or Confidential.");
        check.Check(label >= Classification, "classification", "It is not lowered.");
        check.Check(caller.IsClearedFor(label), "classification", "Above your own clearance.");
        Classification = label;
        check.ThrowIfAny();
        Touch(now);
    }
}
