using System.ComponentModel;
using Concord.Designation.Criteria;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concord.Designation.Lead;

/// <summary>Proposes who is to lead.</summary>
/// <param name="LeadEpoch">The epoch you read.</param>
/// <param name="Lead">Holder, model, comparison and reason.</param>
internal sealed record DesignateLead(long? LeadEpoch, LeadTerms? Lead);

/// <summary>Proposes who is to take over.</summary>
/// <param name="LeadEpoch">The epoch you read.</param>
/// <param name="Lead">The successor.</param>
/// <param name="HandOver">What is done for the parties and the dossier (R49).</param>
internal sealed record HandOverLead(long? LeadEpoch, LeadTerms? Lead, HandOverCare? HandOver);

/// <summary>Proposes that the holder no longer leads and nobody does.</summary>
/// <param name="LeadEpoch">The epoch you read.</param>
/// <param name="Reason">1 to 4000 characters.</param>
internal sealed record EndLead(long? LeadEpoch, string? Reason);

/// <summary>Proposes to correct when somebody led.</summary>
/// <param name="LeadEpoch">The epoch you read.</param>
/// <param name="Corrections">1 to 20; where one's end is another's beginning, both.</param>
/// <param name="Reason">What it was found out from; 1 to 4000 characters.</param>
internal sealed record CorrectLeadHistory(long? LeadEpoch, IReadOnlyList<CorrectedTimes>? Corrections, string? Reason);

/// <summary>Who leads, who led, and the proposals to change it: find, decide, raise, save, answer.</summary>
internal static class LeadApi
{
    public static void MapLead(this RouteGroupBuilder api)
    {
        var process = api.MapGroup("/processes/{process}").WithTags("Lead");
        process.MapGet("/lead", GetAsync).Needs(DesignationPermissions.ReadProcesses).WithName("GetLead").WithSummary("Get who leads, now or at an instant");
        process.MapGet("/leadHistory", ListHistoryAsync).Needs(DesignationPermissions.ReadProcesses).WithName("ListLeadHistory").WithSummary("List who led");
        process.MapPost("/leadHistory:correct", CorrectAsync).Needs(DesignationPermissions.DecideLead).WithName("CorrectLeadHistory").WithSummary("Propose to correct when somebody led")
            .WithDescription("What was recorded stays as it is; the correction is kept beside it once a second person agreed, and the history answers by it.");
        process.MapPost("/lead:designate", DesignateAsync).Needs(DesignationPermissions.DecideLead).WithName("DesignateLead").WithSummary("Propose who is to lead");
        process.MapPost("/lead:handOver", HandOverAsync).Needs(DesignationPermissions.DecideLead).WithName("HandOverLead").WithSummary("Propose who is to take over the lead");
        process.MapPost("/lead:end", EndAsync).Needs(DesignationPermissions.DecideLead).WithName("EndLead").WithSummary("Propose to end the lead");
    }

    private static async Task<Ok<LeadAnswer>> GetAsync(
        ProcessId process, DesignationDb db, Caller caller, TimeProvider time, [Description("An instant up to now.")] DateTimeOffset? at, CancellationToken cancellationToken)
    {
        var now = time.Now();
        var (epoch, led) = await db.LedNowAsync(process, caller, cancellationToken);
        if (at > now)
        {
            throw Fail.Invalid("at", "Lies in the future.");
        }

        // Now is the open designation, not the clock: a clock that was set back still shows the holder.
        led = at is { } instant ? await db.LedAtAsync(process, Instant.Truncate(instant.UtcDateTime), cancellationToken) : led;
        var answer = led is null ? null : LeadAnswers.ToAnswer(led, await db.UnderReviewAsync(led, cancellationToken), await db.CorrectionsAsync(process, cancellationToken, led.Id), caller);
        return TypedResults.Ok(new LeadAnswer($"{process}/lead", epoch, answer));
    }

    private static async Task<Ok<Page<DesignationAnswer>>> ListHistoryAsync(
        ProcessId process, DesignationDb db, Caller caller, [AsParameters] PageRequest page, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var corrections = (await db.CorrectionsAsync(process, cancellationToken)).ToLookup(c => c.Designation);
        return TypedResults.Ok(await db.LeadDesignations.Where(d => d.Process == process)
            .PageAsync<LeadDesignation, LeadDesignationId, DesignationAnswer>(page, $"{process}/leadHistory", d => LeadAnswers.ToAnswer(d, null, corrections[d.Id], caller), cancellationToken));
    }

    private static async Task<Created<ProposalAnswer>> DesignateAsync(
        ProcessId process, DesignateLead request, DesignationDb db, Caller caller, LeadQuestions ask, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        found.RequireAuthority(caller);
        var holders = await ask.AboutAsync(request.Lead, cancellationToken);
        var terms = await db.WithComparisonAsync(found, request.Lead!, cancellationToken);
        var proposal = (await db.RegisterAsync(found, cancellationToken)).ProposeDesignation(terms, holders, request.LeadEpoch, caller, time.Now());
        return await AddAsync(db, found, proposal, response, cancellationToken);
    }

    private static async Task<Created<ProposalAnswer>> HandOverAsync(
        ProcessId process, HandOverLead request, DesignationDb db, Caller caller, LeadQuestions ask, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        found.RequireAuthority(caller);
        var holders = await ask.AboutAsync(request.Lead, cancellationToken);
        var terms = await db.WithComparisonAsync(found, request.Lead!, cancellationToken);
        var proposal = (await db.RegisterAsync(found, cancellationToken))
            .ProposeHandOver(terms, request.HandOver ?? new HandOverCare(null, null), holders, request.LeadEpoch, caller, time.Now());
        return await AddAsync(db, found, proposal, response, cancellationToken);
    }

    private static async Task<Created<ProposalAnswer>> EndAsync(
        ProcessId process, EndLead request, DesignationDb db, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        var proposal = (await db.RegisterAsync(found, cancellationToken)).ProposeEnd(request.Reason, request.LeadEpoch, caller, time.Now());
        return await AddAsync(db, found, proposal, response, cancellationToken);
    }

    private static async Task<Created<ProposalAnswer>> CorrectAsync(
        ProcessId process, CorrectLeadHistory request, DesignationDb db, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        var (history, states) = await db.LeadHistoryAsync(process, cancellationToken);
        var proposal = (await db.RegisterAsync(found, cancellationToken)).ProposeCorrection(history, states, request.Corrections, request.Reason, request.LeadEpoch, caller, time.Now());
        return await AddAsync(db, found, proposal, response, cancellationToken);
    }

    private static async Task<Created<ProposalAnswer>> AddAsync(DesignationDb db, Process process, LeadProposal proposal, HttpResponse response, CancellationToken cancellationToken)
    {
        db.Add(proposal);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{proposal.Name}", response.Tagged(proposal, LeadAnswers.ToAnswer(proposal, process.LeadEpoch, proposal.CreateTime)));
    }
}

/// <summary>What a proposal needs to know of others: the organizations lead, the mediators are active.</summary>
internal sealed class LeadQuestions(OrganizationDirectory organizations, MediatorDirectory mediators)
{
    /// <returns>The holder's organizations, in the order of the terms.</returns>
    public async Task<IReadOnlyList<AskedOrganization>> AboutAsync(LeadTerms? terms, CancellationToken cancellationToken)
    {
        (terms ?? throw Fail.Invalid("lead", "Required.")).RequireForm();
        var holders = new List<AskedOrganization>();
        foreach (var organization in terms.Organizations!)
        {
            holders.Add(await organizations.AskMayLeadAsync(organization, cancellationToken));
        }

        await mediators.RequireActiveAsync(terms.Mediators ?? [], cancellationToken);
        return holders;
    }
}
