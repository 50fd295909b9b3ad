using Concord.Platform.Audit;

namespace Concord.Roster.SharingAgreements;

/// <summary>An organization with which people are shared: each says for itself whether it agrees.</summary>
internal sealed class AgreementReceiver
{
    private AgreementReceiver() { } // EF

    internal AgreementReceiver(SharingAgreementId agreement, string organization, string organizationName) => (Agreement, Organization, OrganizationName) = (agreement, organization, organizationName);

    public SharingAgreementId Agreement { get; private init; }

    /// <summary>Resource name.</summary>
    [Concerns]
    public string Organization { get; private init; } = "";

    /// <summary>What it was called when the agreement was proposed.</summary>
    public string OrganizationName { get; private init; } = "";

    /// <summary>Its officer who agreed; null before.</summary>
    public Author? AgreedBy { get; private set; }
    public DateTime? AgreeTime { get; private set; }

    /// <summary>When it withdrew; nothing is open to it any more.</summary>
    public DateTime? LeaveTime { get; private set; }
    public Author? LeftBy { get; private set; }

    [Personal]
    public string? LeaveReason { get; private set; }

    public bool IsBound => AgreeTime is not null && LeaveTime is null;

    internal void Agree(Author by, DateTime now) => (AgreedBy, AgreeTime) = (by, now);

    internal void Leave(string reason, Author by, DateTime now) => (LeaveReason, LeftBy, LeaveTime) = (reason, by, now);
}
