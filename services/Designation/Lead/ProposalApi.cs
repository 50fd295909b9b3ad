using System.ComponentModel;
using Concord.Designation.Claims;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Messaging;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Lead;

/// <summary>Why a proposal is rejected or withdrawn.</summary>
/// <param name="Reason">1 to 4000 characters.</param>
internal sealed record CloseProposal(string? Reason);

/// <summary>The second person's decision on a change of the lead: find, decide, raise, save, answer.</summary>
internal static class ProposalApi
{
    public static void MapProposals(this RouteGroupBuilder api)
    {
        var proposals = api.MapGroup("/processes/{process}/proposals").WithTags("Lead");
        proposals.MapGet("", ListAsync).Needs(DesignationPermissions.ReadProposals).WithName("ListLeadProposals").WithSummary("List proposals to change the lead");
        proposals.MapGet("/{proposal}", GetAsync).Needs(DesignationPermissions.ReadProposals).WithName("GetLeadProposal").WithSummary("Get a proposal to change the lead");
        proposals.MapPost("/{proposal}:approve", ApproveAsync).Needs(DesignationPermissions.DecideLead).WithName("ApproveLeadProposal").WithSummary("Approve a change of the lead as second person");
        proposals.MapPost("/{proposal}:reject", RejectAsync).Needs(DesignationPermissions.DecideLead).WithName("RejectLeadProposal").WithSummary("Reject a change of the lead as second person");
        proposals.MapPost("/{proposal}:withdraw", WithdrawAsync).Needs(DesignationPermissions.DecideLead).WithName("WithdrawLeadProposal").WithSummary("Withdraw your own proposal");
    }

    private static async Task<Ok<Page<ProposalAnswer>>> ListAsync(
        ProcessId process, DesignationDb db, Caller caller, TimeProvider time, [AsParameters] PageRequest page,
        [Description("Only of this kind.")] Choice<ProposalKind>? kind, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        var now = time.Now();
        var wanted = kind?.Value;
        return TypedResults.Ok(await db.LeadProposals.Where(p => p.Process == process && (wanted == null || p.Kind == wanted))
            .PageAsync<LeadProposal, LeadProposalId, ProposalAnswer>(page, $"{process}/proposals?kind={kind}", p => LeadAnswers.ToAnswer(p, found.LeadEpoch, now), cancellationToken));
    }

    private static async Task<Ok<ProposalAnswer>> GetAsync(
        ProcessId process, LeadProposalId proposal, DesignationDb db, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        var asked = await FindAsync(db, process, proposal, cancellationToken);
        return TypedResults.Ok(response.Tagged(asked, LeadAnswers.ToAnswer(asked, found.LeadEpoch, time.Now())));
    }

    private static async Task<Ok<ProposalAnswer>> ApproveAsync(
        ProcessId process, LeadProposalId proposal, DesignationDb db, Caller caller, MediatorDirectory mediators, OrganizationDirectory organizations, TimeProvider time, HttpContext http,
        CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        var approving = await FindAsync(db, process, proposal, cancellationToken);
        http.Request.CheckMatch(approving);
        await mediators.RequireActiveAsync(approving.Terms?.Mediators ?? [], cancellationToken);
        foreach (var organization in approving.Terms?.Organizations ?? [])
        {
            await organizations.AskAsync(organization, cancellationToken); // it may have left since
        }

        var now = time.Now();
        try
        {
            var register = await db.RegisterAsync(found, cancellationToken);
            if (approving.Kind == ProposalKind.Correct)
            {
                var (history, states) = await db.LeadHistoryAsync(process, cancellationToken);
                db.AddRange(register.ApproveCorrection(approving, history, states, caller, now));
                await db.SaveChangesAsync(cancellationToken);
                return TypedResults.Ok(http.Response.Tagged(approving, LeadAnswers.ToAnswer(approving, found.LeadEpoch, now)));
            }

            var change = register.Approve(approving, caller, now);
            await RecordAsync(db, found, change, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            // Not before: what was claimed until the fence moved is there now, and who claims after that is refused.
            await SelectClaimsAsync(db, change.Begun, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (Exception e) when (e is DbUpdateConcurrencyException || e is DomainException { Reason: var r } && (r == DesignationReasons.LeadAlreadyHeld || r == PlatformReasons.ConcurrentChange))
        {
            await db.RefuseIfChangedAsync(process, approving.LeadEpoch, cancellationToken);
            throw;
        }

        return TypedResults.Ok(http.Response.Tagged(approving, LeadAnswers.ToAnswer(approving, found.LeadEpoch, now)));
    }

    private static async Task<Ok<ProposalAnswer>> RejectAsync(
        ProcessId process, LeadProposalId proposal, CloseProposal request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        var rejecting = await FindAsync(db, process, proposal, cancellationToken);
        http.Request.CheckMatch(rejecting);
        found.RequireAuthority(caller);
        rejecting.Reject(request.Reason, caller, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(rejecting, LeadAnswers.ToAnswer(rejecting, found.LeadEpoch, time.Now())));
    }

    private static async Task<Ok<ProposalAnswer>> WithdrawAsync(
        ProcessId process, LeadProposalId proposal, CloseProposal request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        var withdrawing = await FindAsync(db, process, proposal, cancellationToken);
        http.Request.CheckMatch(withdrawing);
        withdrawing.Withdraw(request.Reason, caller, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(withdrawing, LeadAnswers.ToAnswer(withdrawing, found.LeadEpoch, time.Now())));
    }

    /// <summary>Moves the fence, adds what began and raises what happened.</summary>
    internal static async Task RecordAsync(DesignationDb db, Process process, LeadChange change, DateTime now, CancellationToken cancellationToken)
    {
        await db.MoveFenceAsync(process, now, cancellationToken);
        if (change.EndedFact is { } ended)
        {
            db.Raise(ended, now);
        }

        if (change is { Begun: { } begun, BegunFact: { } designated })
        {
            db.Add(begun);
            db.Raise(designated, now);
        }
    }

    /// <summary>Whoever leads now claims no more.</summary>
    private static async Task SelectClaimsAsync(DesignationDb db, LeadDesignation? begun, DateTime now, CancellationToken cancellationToken)
    {
        foreach (var claim in begun is null ? [] : await db.Claims.Where(c => c.Process == begun.Process && begun.Organizations.Contains(c.Organization) && c.Kind == ClaimKind.Lead && c.State == ClaimState.Proposed).ToListAsync(cancellationToken))
        {
            claim.Select(now);
        }
    }

    private static async Task<LeadProposal> FindAsync(DesignationDb db, ProcessId process, LeadProposalId id, CancellationToken cancellationToken) =>
        await db.LeadProposals.SingleOrDefaultAsync(p => p.Id == id && p.Process == process, cancellationToken) ?? throw Fail.NotFound($"{process}/{id}");
}
