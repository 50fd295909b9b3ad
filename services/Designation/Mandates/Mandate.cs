using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;

namespace Concord.Designation.Mandates;

internal enum MandateStanding
{
    InForce = 1,

    /// <summary>Its last day is over; told by the clock, never stored.</summary>
    Expired,

    /// <summary>Its organ has ended it, or it was recorded in error.</summary>
    Ended,
}

/// <summary>A mandate for a process.</summary>
/// <param name="Organization">Resource name of whom it mandates; absent where that is no registered organization.</param>
/// <param name="Organ">Who gave it; 1 to 200 characters.</param>
/// <param name="Reference">Symbol or reference of its text; 1 to 200 characters.</param>
/// <param name="AdoptedOn">When it was given.</param>
/// <param name="Summary">What the text says; 1 to 4000 characters.</param>
/// <param name="ExpireOn">Its last day.</param>
/// <param name="OpenEnded">True where the text sets no last day; one of the two is said.</param>
/// <param name="Documents">Where its texts are found; at most 10.</param>
internal sealed record RegisterMandate(
    string? Organization, string? Organ, string? Reference, DateOnly? AdoptedOn, string? Summary, DateOnly? ExpireOn, bool? OpenEnded = null, IReadOnlyList<DocumentReference>? Documents = null);

/// <summary>Its organ prolongs a mandate.</summary>
/// <param name="Reference">Symbol or reference of the text that prolongs it; 1 to 200 characters.</param>
/// <param name="AdoptedOn">When that was adopted.</param>
/// <param name="ExpireOn">The new last day; after the one before.</param>
/// <param name="OpenEnded">True where the text sets none; one of the two is said.</param>
/// <param name="Documents">Where the texts are found; at most 10.</param>
internal sealed record RenewMandate(string? Reference, DateOnly? AdoptedOn, DateOnly? ExpireOn, bool? OpenEnded = null, IReadOnlyList<DocumentReference>? Documents = null);

/// <summary>Ends a mandate.</summary>
/// <param name="Reason">Why: what its organ decided, or how it was recorded in error; 1 to 2000 characters.</param>
internal sealed record EndMandate(string? Reason);

/// <summary>What an organ has mandated for a process: organ, reference and last day, so that whoever acts on it is warned in time (R154).</summary>
internal sealed class Mandate : IVersioned, IListed<MandateId>
{
    private Mandate() { } // EF

    public MandateId Id { get; private init; }
    public ProcessId Process { get; private init; }
    public string? Organization { get; private init; }
    public string Organ { get; private init; } = "";
    public string Reference { get; private init; } = "";
    public DateOnly AdoptedOn { get; private init; }
    public string Summary { get; private init; } = "";

    /// <summary>As the last renewal says; null where no text sets one.</summary>
    public DateOnly? ExpireOn { get; private set; }

    /// <summary>Of the last renewal: from open-ended to open-ended nothing else changes, and the version would stay.</summary>
    public DateTime? RenewTime { get; private set; }
    public IReadOnlyList<DocumentReference> Documents { get; private init; } = [];
    public Signature RegisteredBy { get; private init; } = new(null, "");
    public DateTime? EndTime { get; private set; }
    public string? EndReason { get; private set; }
    public Signature? EndedBy { get; private set; }
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }
    public string Name => $"{Process}/{Id}";

    public static Mandate Register(Process process, RegisterMandate request, Signature by, DateTime now)
    {
        process.RequireOpen();
        var check = new Violations();
        var terms = new MandateTerms(request.Organ, request.Reference, request.AdoptedOn, request.ExpireOn, request.OpenEnded).Checked("", check);
        var mandate = new Mandate
        {
            Id = MandateId.New(),
            Process = process.Id,
            Organization = request.Organization,
            Organ = terms.Organ!,
            Reference = terms.Reference!,
            AdoptedOn = terms.AdoptedOn!.Value,
            Summary = check.Text(request.Summary, "summary", 4000),
            ExpireOn = terms.ExpireOn,
            Documents = DocumentReference.Check(request.Documents, check),
            RegisteredBy = by,
            CreateTime = now,
        };
        check.Check(request.Organization is null || ResourceName.IsIn("organizations", request.Organization), "organization", "Expected the form organizations/{uuid}.");
        check.ThrowIfAny();
        return mandate;
    }

    /// <summary>A mandate that has expired may be prolonged too: its organ may have been late.</summary>
    public MandateRenewal Renew(RenewMandate request, Signature by, DateTime now)
    {
        RequireNotEnded();
        var check = new Violations();
        var terms = new MandateTerms(Organ, request.Reference, request.AdoptedOn, request.ExpireOn, request.OpenEnded).Checked("", check);
        check.Check(request.ExpireOn is null || ExpireOn is null || request.ExpireOn > ExpireOn, "expireOn", "After the last day before.");
        var documents = DocumentReference.Check(request.Documents, check);
        check.ThrowIfAny();
        var renewal = new MandateRenewal(this, terms, ExpireOn, documents, by, now);
        (ExpireOn, RenewTime) = (terms.ExpireOn, now);
        return renewal;
    }

    public void End(string? reason, Signature by, DateTime now)
    {
        var check = new Violations();
        var why = check.Text(reason, "reason", 2000);
        check.ThrowIfAny();
        RequireNotEnded();
        (EndTime, EndReason, EndedBy) = (now, why, by);
    }

    /// <param name="today">In UTC.</param>
    public MandateStanding StandingOn(DateOnly today) =>
        EndTime is not null ? MandateStanding.Ended : ExpireOn < today ? MandateStanding.Expired : MandateStanding.InForce;

    private void RequireNotEnded()
    {
        if (EndTime is not null)
        {
            throw Fail.Because(DesignationReasons.MandateEnded, "The mandate has ended already.");
        }
    }
}

/// <summary>One prolongation; appended, never rewritten.</summary>
internal sealed class MandateRenewal : IListed<MandateRenewalId>
{
    private MandateRenewal() { } // EF

    public MandateRenewal(Mandate mandate, MandateTerms terms, DateOnly? before, IReadOnlyList<DocumentReference> documents, Signature by, DateTime now)
    {
        (Id, Mandate, Reference, AdoptedOn) = (MandateRenewalId.New(), mandate.Id, terms.Reference!, terms.AdoptedOn!.Value);
        (ExpiredOnBefore, ExpireOn, Documents, RegisteredBy, CreateTime) = (before, terms.ExpireOn, documents, by, now);
    }

    public MandateRenewalId Id { get; private init; }
    public MandateId Mandate { get; private init; }
    public string Reference { get; private init; } = "";
    public DateOnly AdoptedOn { get; private init; }

    /// <summary>The last day that it prolonged; null where there was none.</summary>
    public DateOnly? ExpiredOnBefore { get; private init; }
    public DateOnly? ExpireOn { get; private init; }
    public IReadOnlyList<DocumentReference> Documents { get; private init; } = [];
    public Signature RegisteredBy { get; private init; } = new(null, "");
    public DateTime CreateTime { get; private init; }
}
