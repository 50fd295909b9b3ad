using System.ComponentModel;
using Concord.Designation.Lead;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Http;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Tables;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concord.Designation.Contacts.Import;

/// <summary>The import of a table of contacts: find, decide, save, answer.</summary>
internal static class ImportApi
{
    public static void MapContactImport(this RouteGroupBuilder api) => api.MapPost("/processes/{process}/contacts:import", ImportAsync).WithTags("Contacts").Needs(DesignationPermissions.KeepContacts)
        .Accepts<string>("text/csv").WithName("ImportContacts").WithSummary("Record a table of contacts")
        .WithDescription("A table in UTF-8, at most 5,000 rows; docs/contacts.md tells its columns. All rows are recorded or none, and what an earlier import of your organization has brought is there already.");

    private static async Task<Ok<ImportAnswer>> ImportAsync(
        ProcessId process, HttpRequest request, DesignationDb db, Caller caller, ContactImport import, TimeProvider time,
        [Description("Say what would be recorded, and record nothing.")] bool? dryRun,
        [Description("In which order the table writes dates of three numbers; without it they are refused.")] Choice<DateOrder>? dateOrder, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        var answer = await import.RunAsync(found, body.GetBuffer().AsMemory(0, (int)body.Length), dryRun ?? false, dateOrder?.Value, OrganizationDirectory.OwnOf(caller), caller, time.Now(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(answer);
    }
}
