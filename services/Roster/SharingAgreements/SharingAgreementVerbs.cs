using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Geography;
using Concord.Roster.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.SharingAgreements;

/// <summary>The steps of an agreement (R20): two persons of the owner organization, one of each receiving organization, and either side withdraws.</summary>
internal static class SharingAgreementVerbs
{
    /// <summary>Agreements that can be open to one organization: a request carries them beside its caller.</summary>
    public const int MostOpen = 50;

    public static void MapSharingAgreementVerbs(this RouteGroupBuilder api)
    {
        var agreements = api.MapGroup("/sharingAgreements").WithTags("Sharing agreements");
        agreements.MapPost("/{sharingAgreement}:approve", ApproveAsync).Needs(RosterPermissions.KeepSharingAgreements).WithName("ApproveSharingAgreement").WithSummary("Approve an agreement as the owner organization's second person");
        agreements.MapPost("/{sharingAgreement}:agree", AgreeAsync).Needs(RosterPermissions.KeepSharingAgreements).WithName("AgreeSharingAgreement").WithSummary("Agree in the name of a receiving organization: from then on it sees the people on the agreement's days");
        agreements.MapPost("/{sharingAgreement}:withdraw", WithdrawAsync).Needs(RosterPermissions.KeepSharingAgreements).WithName("WithdrawSharingAgreement")
            .WithSummary("Withdraw from an agreement: the owner ends it for all, a receiving organization for itself")
            .WithDescription("Nothing is seen by it any more in any request that begins after.");
    }

    private static async Task<Ok<SharingAgreementAnswer>> ApproveAsync(
        SharingAgreementId sharingAgreement, RosterDb db, Caller caller, Atlas atlas, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await FindAsync(sharingAgreement, db, caller, http, cancellationToken);
        if (found.Owner != caller.Organization)
        {
            throw Fail.Because(RosterReasons.NotTheOwner, "The organization whose people they are approves it.");
        }

        found.Approve(caller, time.Now());
        return await SaveAsync(found, db, caller, atlas, time, http, cancellationToken);
    }

    private static async Task<Ok<SharingAgreementAnswer>> AgreeAsync(
        SharingAgreementId sharingAgreement, RosterDb db, Caller caller, Atlas atlas, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await FindAsync(sharingAgreement, db, caller, http, cancellationToken);
        var now = time.Now();
        found.Agree(caller, now);
        var (organization, today) = (caller.Organization!, DateOnly.FromDateTime(now));
        if (await db.SharingAgreements.CountAsync(a => a.EndTime == null && a.UntilDay >= today && a.Receivers.Any(r => r.Organization == organization && r.AgreeTime != null && r.LeaveTime == null), cancellationToken) >= MostOpen)
        {
            throw Fail.Because(PlatformReasons.TooManyShares, $"{MostOpen} agreements with your organization count already; withdraw from some of them first.");
        }

        return await SaveAsync(found, db, caller, atlas, time, http, cancellationToken);
    }

    private static async Task<Ok<SharingAgreementAnswer>> WithdrawAsync(
        SharingAgreementId sharingAgreement, WithdrawSharing request, RosterDb db, Caller caller, Atlas atlas, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await FindAsync(sharingAgreement, db, caller, http, cancellationToken);
        found.Withdraw(request.Reason, caller, time.Now());
        return await SaveAsync(found, db, caller, atlas, time, http, cancellationToken);
    }

    private static async Task<SharingAgreement> FindAsync(SharingAgreementId id, RosterDb db, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.SharingAgreements.FindAgreementAsync(id, caller, cancellationToken);
        http.Request.CheckMatch(found);
        return found;
    }

    private static async Task<Ok<SharingAgreementAnswer>> SaveAsync(SharingAgreement agreement, RosterDb db, Caller caller, Atlas atlas, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(agreement, await SharingAgreementApi.AnswerAsync(agreement, db, caller, atlas, time, cancellationToken)));
    }
}
