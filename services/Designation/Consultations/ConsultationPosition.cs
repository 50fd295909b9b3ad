using Concord.Designation.Processes;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;

namespace Concord.Designation.Consultations;

/// <summary>What an organization says in a consultation.</summary>
internal enum Stance
{
    /// <summary>That another, or itself, should lead.</summary>
    Supports = 1,

    /// <summary>It would itself act in support of that one, if it led.</summary>
    WouldSupport,

    /// <summary>To that one's lead.</summary>
    Objects,
    NoView,
}

/// <summary>An organization's answer.</summary>
/// <param name="Stance">Supports, would support, objects, or no view.</param>
/// <param name="Organization">Resource name of the organization that it is about; absent with no view.</param>
/// <param name="Reasons">1 to 4000 characters.</param>
/// <param name="ShowToOthers">True where the others that were asked may read it after the close; false where absent.</param>
internal sealed record GivePosition(Stance? Stance, string? Organization, string? Reasons, bool? ShowToOthers = null);

/// <summary>One version of an organization's position; the one before it stays.</summary>
internal sealed class ConsultationPosition : IListed<ConsultationPositionId>
{
    private ConsultationPosition() { } // EF

    public ConsultationPositionId Id { get; private init; }
    public ConsultationId Consultation { get; private init; }

    /// <summary>Whose; resource name.</summary>
    public string Organization { get; private init; } = "";

    /// <summary>1, 2 and so on.</summary>
    public int Revision { get; private init; }

    [Personal]
    public Stance Stance { get; private init; }

    [Personal]
    public string? About { get; private init; }

    [Personal]
    public string Reasons { get; private init; } = "";

    /// <summary>The others may read it after the close.</summary>
    public bool ShowToOthers { get; private init; }

    /// <summary>When the next version came; null of the one that counts.</summary>
    public DateTime? SupersedeTime { get; private set; }
    public Signature GivenBy { get; private init; } = new(null, "");
    public DateTime CreateTime { get; private init; }

    internal static ConsultationPosition Give(Consultation consultation, string organization, int revision, GivePosition request, Signature by, DateTime now)
    {
        var check = new Violations();
        var position = new ConsultationPosition
        {
            Id = ConsultationPositionId.New(),
            Consultation = consultation.Id,
            Organization = organization,
            Revision = revision,
            Stance = check.Required(request.Stance, "stance"),
            About = request.Organization,
            Reasons = check.Text(request.Reasons, "reasons", 4000),
            ShowToOthers = request.ShowToOthers == true,
            GivenBy = by,
            CreateTime = now,
        };
        check.Check(request.Stance is null || (request.Stance == Stance.NoView) == (request.Organization is null), "organization", "Say which organization it is about; with no view, none.");
        check.Check(request.Organization is null || ResourceName.IsIn("organizations", request.Organization), "organization", "Expected the form organizations/{uuid}.");
        check.ThrowIfAny();
        return position;
    }

    internal void Supersede(DateTime now) => SupersedeTime = now;
}
