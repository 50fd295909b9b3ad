using System.ComponentModel;
using Concord.Contracts.Access;
using Concord.Contracts.Reference;
using Concord.Designation.Lead;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concord.Designation.Situations;

/// <summary>A conflict or situation. Which processes work on it, <c>processes?situation=</c> lists.</summary>
/// <param name="Keeper">Resource name of the organization that keeps the entry.</param>
internal sealed record SituationAnswer(
    string Name, string Title, string Description, IReadOnlyList<string> Countries, string? Region, Classification Classification, string Keeper,
    Signature OpenedBy, DateTime CreateTime, DateTime UpdateTime, string Etag)
{
    public static SituationAnswer Of(Situation s) => new(
        s.RecordName, s.Title, s.Description, s.Countries, s.Region, s.Classification, s.Keeper, s.OpenedBy, s.CreateTime, s.UpdateTime, ETag.Of(s));
}

/// <summary>Situations: find, decide, raise, save, answer.</summary>
internal static class SituationApi
{
    public static void MapSituations(this RouteGroupBuilder api)
    {
        var situations = api.MapGroup("/situations").WithTags("Situations");
        situations.MapGet("", ListAsync).Needs(DesignationPermissions.ReadProcesses).WithName("ListSituations").WithSummary("List conflicts and situations");
        situations.MapGet("/{situation}", GetAsync).Needs(DesignationPermissions.ReadProcesses).WithName("GetSituation").WithSummary("Get a situation");
        situations.MapPost("", OpenAsync).Needs(DesignationPermissions.KeepSituations).WithName("OpenSituation").WithSummary("Enter a situation that processes work on");
        situations.MapPatch("/{situation}", EditAsync).Needs(DesignationPermissions.KeepSituations).WithName("EditSituation").WithSummary("Change a situation's entry");
    }

    private static async Task<Ok<Page<SituationAnswer>>> ListAsync(
        DesignationDb db, Caller caller, [AsParameters] PageRequest page, [Description("Only in this region, an M49 code.")] string? region, CancellationToken cancellationToken)
    {
        if (region is not null && !ReferenceData.RegionByM49.ContainsKey(region))
        {
            throw Fail.Invalid("region", "Expected an M49 code of a region, three digits.");
        }

        var query = db.Situations.SeenBy(caller).Where(s => region == null || s.Region == region);
        return TypedResults.Ok(await query.PageAsync<Situation, SituationId, SituationAnswer>(page, $"situations?region={region}", SituationAnswer.Of, cancellationToken));
    }

    private static async Task<Ok<SituationAnswer>> GetAsync(SituationId situation, DesignationDb db, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindSituationAsync(situation, caller, cancellationToken);
        return TypedResults.Ok(response.Tagged(found, SituationAnswer.Of(found)));
    }

    private static async Task<Created<SituationAnswer>> OpenAsync(
        SituationFields request, DesignationDb db, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var situation = Situation.Open(request, OrganizationDirectory.OwnOf(caller), caller, time.Now());
        db.Add(situation);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{situation.RecordName}", response.Tagged(situation, SituationAnswer.Of(situation)));
    }

    private static async Task<Ok<SituationAnswer>> EditAsync(
        SituationId situation, MergePatch<SituationFields> patch, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.FindSituationAsync(situation, caller, cancellationToken);
        http.Request.RequireMatch(found);
        found.Edit(patch.ApplyTo(found.Fields()), caller, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, SituationAnswer.Of(found)));
    }
}
