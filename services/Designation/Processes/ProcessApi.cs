using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Designation.Framework;
using Concord.Designation.Lead;
using Concord.Designation.Persistence;
using Concord.Designation.Situations;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Http;
using Concord.Platform.Messaging;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Sharing;
using Microsoft.AspNetCore.Http.HttpResults;
using System.ComponentModel;

namespace Concord.Designation.Processes;

/// <summary>A step to another state.</summary>
/// <param name="To">The next state.</param>
/// <param name="Reason">Why; 1 to 2000 characters, kept in the history.</param>
internal sealed record AdvanceProcess(ProcessState? To, string? Reason);

/// <summary>Processes and their states: find, decide, raise, save, answer.</summary>
internal static class ProcessApi
{
    public static void MapProcesses(this RouteGroupBuilder api)
    {
        var processes = api.MapGroup("/processes").WithTags("Processes");
        processes.MapGet("", ListAsync).Needs(DesignationPermissions.ReadProcesses).WithName("ListProcesses").WithSummary("List processes");
        processes.MapGet("/{process}", GetAsync).Needs(DesignationPermissions.ReadProcesses).WithName("GetProcess").WithSummary("Get a process");
        processes.MapPost("", OpenAsync).Needs(DesignationPermissions.KeepProcesses).WithName("OpenProcess").WithSummary("Open a process");
        processes.MapPatch("/{process}", EditAsync).Needs(DesignationPermissions.KeepProcesses).WithName("EditProcess").WithSummary("Change a process's entry")
            .WithDescription("A lower classification, and other persons for an appointing authority that names some, are asked for in a change of its own, and nothing changes yet: 202 with what now waits for a second person under `approvals/designation`.");
        processes.MapPost("/{process}:advance", AdvanceAsync).Needs(DesignationPermissions.KeepProcesses).WithName("AdvanceProcess").WithSummary("Take a process to another state");
        processes.MapGet("/{process}/stateHistory", ListStatesAsync).Needs(DesignationPermissions.ReadProcesses).WithName("ListProcessStates").WithSummary("List the states a process went through");
    }

    private static async Task<Ok<Page<ProcessAnswer>>> ListAsync(
        DesignationDb db, Caller caller, [AsParameters] PageRequest page, [Description("Only in this state.")] Choice<ProcessState>? state,
        [Description("Only about this country, ISO 3166-1 alpha-3.")] string? country, [Description("Only on this situation: its resource name.")] string? situation, CancellationToken cancellationToken)
    {
        if (country is not null && !ProcessCountry.IsCode(country))
        {
            throw Fail.Invalid("country", "Expected an ISO 3166-1 alpha-3 code.");
        }

        var on = situation is null ? default(SituationId?) : ResourceName.TryParse<SituationId>(situation, out var parsed) ? parsed : throw Fail.Invalid("situation", "Expected the form situations/{uuid}.");
        var (query, situationsSeen) = (db.Processes.SeenBy(caller), db.Situations.SeenBy(caller));
        query = on is null ? query : query.Where(p => p.InSituation == on && situationsSeen.Any(s => s.Id == on));
        query = state is null ? query : query.Where(p => p.State == state.Value.Value);
        query = country is null ? query : query.Where(p => p.Countries.Any(c => c.Code == country));
        var found = await query.PageAsync<Process, ProcessId, Process>(page, $"processes?state={state}&country={country}&situation={on}", p => p, cancellationToken);
        var situations = await db.SeenSituationsAsync(found.Items, caller, cancellationToken);
        return TypedResults.Ok(new Page<ProcessAnswer>([.. found.Items.Select(p => ProcessAnswers.ToAnswer(p, situations))], found.NextPageToken));
    }

    private static async Task<Ok<ProcessAnswer>> GetAsync(ProcessId process, DesignationDb db, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        return TypedResults.Ok(response.Tagged(found, await db.ToAnswerAsync(found, caller, cancellationToken)));
    }

    private static async Task<Created<ProcessAnswer>> OpenAsync(
        ProcessFields request, DesignationDb db, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        await db.RequireSituationAsync(request.SituationName, before: null, caller, cancellationToken);
        var (process, opened) = Process.Open(ProcessId.New(), request, fictional: false, caller, time.Now());
        db.AddRange(process, opened, LeadFence.Of(process, time.Now()));
        TellRestricted(db, process, before: null, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{process.Id}", response.Tagged(process, await db.ToAnswerAsync(process, caller, cancellationToken)));
    }

    private static async Task<Results<Ok<ProcessAnswer>, Accepted<ProposedActAnswer>>> EditAsync(
        ProcessId process, MergePatch<ProcessFields> patch, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        http.Request.RequireMatch(found);
        var (before, deciders, wished) = (found.RestrictedBy, Deciders.Of(found), patch.ApplyTo(found.Fields()));
        if (wished.Classification < found.Classification)
        {
            return await ProposedAsync(Declassification.Propose(db, found, wished, caller, time.Now()));
        }

        if (AuthorityChange.IsIn(wished, found))
        {
            return await ProposedAsync(AuthorityChange.Propose(db, found, wished, caller, time.Now()));
        }

        await db.RequireSituationAsync(wished.SituationName, found.InSituation?.ToString(), caller, cancellationToken);
        found.Edit(wished, caller, time.Now());
        if (found.Classification == Classification.StrictlyConfidential)
        {
            await db.EndSharesAsync(found.Id.ToString(), "It is Strictly Confidential now.", caller, time.Now(), cancellationToken);
        }

        if (Deciders.Of(found) is var narrower && narrower != deciders)
        {
            await db.NarrowProposalsAsync(found.Id.ToString(), _ => narrower, caller, time.Now(), cancellationToken);
        }

        TellRestricted(db, found, before, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, await db.ToAnswerAsync(found, caller, cancellationToken)));

        async Task<Accepted<ProposedActAnswer>> ProposedAsync(ProposedAct act)
        {
            await db.SaveChangesAsync(cancellationToken);
            return TypedResults.Accepted($"/api/v1/approvals/{DesignationModule.Name}/{act.Id.Value}", http.Response.Tagged(act, ProposedActAnswer.Of(DesignationModule.Name, act, time.Now())));
        }
    }

    private static void TellRestricted(DesignationDb db, Process process, string? before, DateTime now)
    {
        if (process.RestrictedBy is { } account && account != before)
        {
            db.Raise(new ProcessRestricted(process.Id.ToString(), account, process.Version + 1, now), now);
        }
    }

    private static async Task<Ok<ProcessAnswer>> AdvanceAsync(
        ProcessId process, AdvanceProcess request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        http.Request.CheckMatch(found);
        db.Add(found.Advance(request.To, request.Reason, Signature.Of(caller), time.Now()));
        var warnings = await db.WarningsAsync(found, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, (await db.ToAnswerAsync(found, caller, cancellationToken)) with { Warnings = warnings.Count == 0 ? null : warnings }));
    }

    private static async Task<Ok<Page<StateChangeAnswer>>> ListStatesAsync(
        ProcessId process, DesignationDb db, Caller caller, [AsParameters] PageRequest page, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        return TypedResults.Ok(await db.StateChanges.Where(c => c.Process == process)
            .PageAsync<StateChange, StateChangeId, StateChangeAnswer>(page, $"{process}/stateHistory", ProcessAnswers.ToAnswer, cancellationToken));
    }
}
