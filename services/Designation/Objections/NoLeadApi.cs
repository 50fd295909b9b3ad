using Concord.Designation.Lead;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Objections;

/// <summary>A decision that no lead was agreed.</summary>
/// <param name="LeadEpoch">At which nobody led; a designation that follows refers to it.</param>
internal sealed record NoLeadAnswer(string Name, long LeadEpoch, DateOnly DecidedOn, IReadOnlyList<Disagreement> Disagreed, string Reason, string Next, Signature RecordedBy, DateTime CreateTime)
{
    public static NoLeadAnswer Of(NoLeadDecision d) => new(d.Name, d.LeadEpoch, d.DecidedOn, d.Disagreed, d.Reason, d.Next, d.RecordedBy, d.CreateTime);
}

/// <summary>Decisions that no lead was agreed: find, decide, save, answer.</summary>
internal static class NoLeadApi
{
    public static void MapNoLeadDecisions(this RouteGroupBuilder api)
    {
        var decisions = api.MapGroup("/processes/{process}/noLeadAgreed").WithTags("Objections");
        decisions.MapGet("", ListAsync).Needs(DesignationPermissions.ReadProcesses).WithName("ListNoLeadAgreed").WithSummary("List decisions that no lead was agreed");
        decisions.MapGet("/{noLeadAgreed}", GetAsync).Needs(DesignationPermissions.ReadProcesses).WithName("GetNoLeadAgreed").WithSummary("Get a decision that no lead was agreed");
        decisions.MapPost("", RecordAsync).Needs(DesignationPermissions.DecideLead).WithName("RecordNoLeadAgreed").WithSummary("Record as appointing authority that no lead was agreed");
    }

    private static async Task<Ok<Page<NoLeadAnswer>>> ListAsync(ProcessId process, DesignationDb db, Caller caller, [AsParameters] PageRequest page, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        return TypedResults.Ok(await db.NoLeadDecisions.Where(d => d.Process == process)
            .PageAsync<NoLeadDecision, NoLeadDecisionId, NoLeadAnswer>(page, $"{process}/noLeadAgreed", NoLeadAnswer.Of, cancellationToken));
    }

    private static async Task<Ok<NoLeadAnswer>> GetAsync(ProcessId process, NoLeadDecisionId noLeadAgreed, DesignationDb db, Caller caller, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var found = await db.NoLeadDecisions.AsNoTracking().SingleOrDefaultAsync(d => d.Id == noLeadAgreed && d.Process == process, cancellationToken);
        return TypedResults.Ok(NoLeadAnswer.Of(found ?? throw Fail.NotFound($"{process}/{noLeadAgreed}")));
    }

    private static async Task<Created<NoLeadAnswer>> RecordAsync(
        ProcessId process, RecordNoLead request, DesignationDb db, Caller caller, TimeProvider time, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        found.RequireAuthority(caller);
        (await db.RegisterAsync(found, cancellationToken)).RequireEpoch(request.LeadEpoch ?? throw Fail.Invalid("leadEpoch", "Required: the epoch you read."));
        var decision = NoLeadDecision.Record(found, request, Signature.Of(caller), time.Now());
        db.Add(decision);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{decision.Name}", NoLeadAnswer.Of(decision));
    }
}
