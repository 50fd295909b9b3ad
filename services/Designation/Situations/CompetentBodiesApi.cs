using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concord.Designation.Situations;

internal static class CompetentBodiesApi
{
    public static void MapCompetentBodies(this RouteGroupBuilder api) =>
        api.MapGet("/processes/{process}/competentBodies", GetAsync).WithTags("Situations").Needs(DesignationPermissions.ReadProcesses)
            .WithName("GetCompetentBodies").WithSummary("See which regional bodies the countries of a process are members of");

    private static async Task<Ok<CompetentBodies>> GetAsync(ProcessId process, DesignationDb db, Caller caller, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        return TypedResults.Ok(CompetentBodies.Of(found.Countries.Select(c => c.Code)));
    }
}
