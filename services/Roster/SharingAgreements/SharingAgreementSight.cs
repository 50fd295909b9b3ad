using Concord.Platform.Errors;
using Concord.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.SharingAgreements;

/// <summary>Who sees an agreement (R20): the organization whose people they are, and once its second person has approved it those with which they are shared. Nobody else learns that there is one.</summary>
internal static class SharingAgreementSight
{
    public static IQueryable<SharingAgreement> SeenBy(this IQueryable<SharingAgreement> agreements, Caller caller)
    {
        var organization = caller.Organization;
        return agreements.Where(a => organization != null && (a.Owner == organization || (a.ApproveTime != null && a.Receivers.Any(r => r.Organization == organization))));
    }

    public static async Task<SharingAgreement> FindAgreementAsync(this IQueryable<SharingAgreement> agreements, SharingAgreementId id, Caller caller, CancellationToken cancellationToken) =>
        await agreements.SeenBy(caller).SingleOrDefaultAsync(a => a.Id == id, cancellationToken) ?? throw Fail.NotFound(id.ToString());

    /// <summary>Those that open people to the organization on the day.</summary>
    public static IQueryable<SharingAgreement> OpenTo(this IQueryable<SharingAgreement> agreements, string organization, DateOnly day) => agreements.Where(a => a.EndTime == null && a.ApproveTime != null
        && a.FromDay <= day && a.UntilDay >= day && a.Receivers.Any(r => r.Organization == organization && r.AgreeTime != null && r.LeaveTime == null));

    /// <summary>As <see cref="SharingAgreement.StateFor"/> says it; whatever the reader where that is null.</summary>
    public static IQueryable<SharingAgreement> In(this IQueryable<SharingAgreement> agreements, SharingAgreementState state, string? reader, DateOnly day) => state switch
    {
        SharingAgreementState.Ended => agreements.Where(a => a.EndTime != null),
        SharingAgreementState.Expired => agreements.Where(a => a.EndTime == null && a.UntilDay < day),
        SharingAgreementState.Proposed => agreements.Where(a => a.EndTime == null && a.UntilDay >= day && a.ApproveTime == null),
        SharingAgreementState.Agreed => agreements.Where(a => a.EndTime == null && a.UntilDay >= day && a.ApproveTime != null && a.Receivers.Any(r => r.AgreeTime != null && r.LeaveTime == null && (reader == null || a.Owner == reader || r.Organization == reader))),
        _ => agreements.Where(a => a.EndTime == null && a.UntilDay >= day && a.ApproveTime != null && !a.Receivers.Any(r => r.AgreeTime != null && r.LeaveTime == null && (reader == null || a.Owner == reader || r.Organization == reader))),
    };
}
