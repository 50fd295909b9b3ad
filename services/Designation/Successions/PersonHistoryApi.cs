using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Paging;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concord.Designation.Successions;

/// <summary>One person followed another in a place that the process names.</summary>
/// <param name="Name">Resource name.</param>
/// <param name="Place">As what the process names the person.</param>
/// <param name="Record">Resource name of what names the person: the process, or a support role.</param>
/// <param name="From">Resource name of the account that was named before.</param>
/// <param name="To">The same of who followed.</param>
/// <param name="Time">When, UTC.</param>
internal sealed record PersonChangeAnswer(string Name, PersonPlace Place, string Record, string From, string To, DateTime Time);

/// <summary>Who followed whom in a process.</summary>
internal static class PersonHistoryApi
{
    public static void MapPersonHistory(this RouteGroupBuilder api) => api.MapGet("/processes/{process}/personHistory", ListAsync).WithTags("Processes")
        .Needs(DesignationPermissions.ReadProcesses).WithName("ListPersonChanges").WithSummary("List who followed whom as appointing authority or coordinator");

    private static async Task<Ok<Page<PersonChangeAnswer>>> ListAsync(ProcessId process, DesignationDb db, Caller caller, [AsParameters] PageRequest page, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        return TypedResults.Ok(await db.PersonChanges.Where(c => c.Process == process).PageAsync<PersonChange, PersonChangeId, PersonChangeAnswer>(
            page, $"{process}/personHistory", c => new PersonChangeAnswer($"{c.Process}/{c.Id}", c.Place, c.Record, c.From, c.To, c.CreateTime), cancellationToken));
    }
}
