using System.ComponentModel;
using Concord.Designation.Lead;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Mandates;

/// <summary>Mandates of a process: find, decide, save, answer.</summary>
internal static class MandateApi
{
    private const int MostDays = 3660;

    public static void MapMandates(this RouteGroupBuilder api)
    {
        var mandates = api.MapGroup("/processes/{process}/mandates").WithTags("Mandates");
        mandates.MapGet("", ListAsync).Needs(DesignationPermissions.ReadProcesses).WithName("ListMandates").WithSummary("List the mandates of a process");
        api.MapGet("/processes/-/mandates", ListOfAllAsync).WithTags("Mandates").Needs(DesignationPermissions.ReadProcesses).WithName("ListMandatesOfAll").WithSummary("List the mandates of every process you may see");
        mandates.MapGet("/{mandate}", GetAsync).Needs(DesignationPermissions.ReadProcesses).WithName("GetMandate").WithSummary("Get a mandate with its renewals");
        mandates.MapPost("", RegisterAsync).Needs(DesignationPermissions.KeepMandates).WithName("RegisterMandate").WithSummary("Record a mandate");
        mandates.MapPost("/{mandate}:renew", RenewAsync).Needs(DesignationPermissions.KeepMandates).WithName("RenewMandate").WithSummary("Record that a mandate was renewed");
        mandates.MapPost("/{mandate}:end", EndAsync).Needs(DesignationPermissions.KeepMandates).WithName("EndMandate").WithSummary("Record that a mandate has ended, or was recorded in error");
    }

    private static async Task<Ok<Page<MandateAnswer>>> ListAsync(
        ProcessId process, DesignationDb db, Caller caller, TimeProvider time, [AsParameters] PageRequest page,
        [Description("Only those that have expired or expire within so many days, 0 to 3660.")] int? expiresWithinDays, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        return await AnswerAsync(db, db.Mandates.Where(m => m.Process == process), page, $"{process}/mandates", expiresWithinDays, time.Now(), cancellationToken);
    }

    private static async Task<Ok<Page<MandateAnswer>>> ListOfAllAsync(
        DesignationDb db, Caller caller, TimeProvider time, [AsParameters] PageRequest page,
        [Description("Only those that have expired or expire within so many days, 0 to 3660.")] int? expiresWithinDays, CancellationToken cancellationToken)
    {
        var seen = db.Mandates.Join(db.Processes.SeenBy(caller), m => m.Process, p => p.Id, (m, _) => m);
        return await AnswerAsync(db, seen, page, "processes/-/mandates", expiresWithinDays, time.Now(), cancellationToken);
    }

    private static async Task<Ok<Page<MandateAnswer>>> AnswerAsync(
        DesignationDb db, IQueryable<Mandate> seen, PageRequest page, string list, int? days, DateTime now, CancellationToken cancellationToken)
    {
        if (days is < 0 or > MostDays)
        {
            throw Fail.Invalid("expiresWithinDays", $"0 to {MostDays}.");
        }

        var query = days is { } within ? seen.ExpiringWithin(DateOnly.FromDateTime(now), within) : seen;
        var found = await query.PageAsync<Mandate, MandateId, Mandate>(page, $"{list}?expiresWithinDays={days}", m => m, cancellationToken);
        await db.NoteReadAsync(found.Items.Select(m => m.Process), cancellationToken);
        return TypedResults.Ok(new Page<MandateAnswer>(await db.ToAnswersAsync(found.Items, now, cancellationToken), found.NextPageToken));
    }

    private static async Task<Ok<MandateAnswer>> GetAsync(
        ProcessId process, MandateId mandate, DesignationDb db, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var found = await FindAsync(db, process, mandate, cancellationToken);
        return TypedResults.Ok(response.Tagged(found, await db.ToAnswerAsync(found, time.Now(), cancellationToken)));
    }

    private static async Task<Created<MandateAnswer>> RegisterAsync(
        ProcessId process, RegisterMandate request, DesignationDb db, Caller caller, OrganizationDirectory organizations, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        var mandate = Mandate.Register(found, request, Signature.Of(caller), time.Now());
        if (mandate.Organization is { } organization)
        {
            await organizations.AskAsync(organization, cancellationToken);
        }

        db.Add(mandate);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{mandate.Name}", response.Tagged(mandate, await db.ToAnswerAsync(mandate, time.Now(), cancellationToken)));
    }

    private static async Task<Ok<MandateAnswer>> RenewAsync(
        ProcessId process, MandateId mandate, RenewMandate request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var found = await FindAsync(db, process, mandate, cancellationToken);
        http.Request.CheckMatch(found);
        db.Add(found.Renew(request, Signature.Of(caller), time.Now()));
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, await db.ToAnswerAsync(found, time.Now(), cancellationToken)));
    }

    private static async Task<Ok<MandateAnswer>> EndAsync(
        ProcessId process, MandateId mandate, EndMandate request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var found = await FindAsync(db, process, mandate, cancellationToken);
        http.Request.CheckMatch(found);
        found.End(request.Reason, Signature.Of(caller), time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, await db.ToAnswerAsync(found, time.Now(), cancellationToken)));
    }

    private static async Task<Mandate> FindAsync(DesignationDb db, ProcessId process, MandateId id, CancellationToken cancellationToken) =>
        await db.Mandates.SingleOrDefaultAsync(m => m.Id == id && m.Process == process, cancellationToken) ?? throw Fail.NotFound($"{process}/{id}");
}
