using Concord.Designation.Lead;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Criteria;

/// <summary>Why a holder leads.</summary>
/// <param name="LeadEpoch">Of the designation that it explains.</param>
internal sealed record RationaleAnswer(string Name, long LeadEpoch, string Text, IReadOnlyList<string> Criteria, string Reason, Signature PublishedBy, DateTime CreateTime)
{
    public static RationaleAnswer Of(LeadRationale r) => new($"{r.Process}/lead/{r.Id}", r.Epoch, r.Text, r.Criteria, r.Reason, r.PublishedBy, r.CreateTime);
}

/// <summary>The published reasons of a designation: find, decide, save, answer.</summary>
internal static class RationaleApi
{
    public static void MapRationale(this RouteGroupBuilder api)
    {
        var lead = api.MapGroup("/processes/{process}/lead").WithTags("Lead");
        lead.MapGet("/rationale", GetAsync).Needs(DesignationPermissions.ReadProcesses).WithName("GetLeadRationale").WithSummary("Get why the present holder leads");
        lead.MapGet("/rationales", ListAsync).Needs(DesignationPermissions.ReadProcesses).WithName("ListLeadRationales").WithSummary("List why holders led, each version");
        lead.MapPost("/rationale", PublishAsync).Needs(DesignationPermissions.DecideLead).WithName("PublishLeadRationale").WithSummary("Publish why the present holder leads, to those who see the process");
    }

    private static async Task<Ok<RationaleAnswer>> GetAsync(ProcessId process, DesignationDb db, Caller caller, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var epoch = (await db.HolderAsync(process, cancellationToken))?.Epoch;
        var last = await db.LeadRationales.AsNoTracking().Where(r => r.Process == process && r.Epoch == epoch).OrderByDescending(r => r.CreateTime).ThenByDescending(r => r.Id).FirstOrDefaultAsync(cancellationToken);
        return TypedResults.Ok(RationaleAnswer.Of(last ?? throw Fail.NotFound($"{process}/lead/rationale")));
    }

    private static async Task<Ok<Page<RationaleAnswer>>> ListAsync(ProcessId process, DesignationDb db, Caller caller, [AsParameters] PageRequest page, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        return TypedResults.Ok(await db.LeadRationales.Where(r => r.Process == process)
            .PageAsync<LeadRationale, LeadRationaleId, RationaleAnswer>(page, $"{process}/lead/rationales", RationaleAnswer.Of, cancellationToken));
    }

    private static async Task<Created<RationaleAnswer>> PublishAsync(
        ProcessId process, PublishRationale request, DesignationDb db, Caller caller, TimeProvider time, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        found.RequireAuthority(caller);
        var register = await db.RegisterAsync(found, cancellationToken);
        register.RequireEpoch(request.LeadEpoch ?? throw Fail.Invalid("leadEpoch", "Required: the epoch you read."));
        var rationale = LeadRationale.Publish(register.Open, request, Signature.Of(caller), time.Now());
        db.Add(rationale);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{process}/lead/rationale", RationaleAnswer.Of(rationale));
    }
}
