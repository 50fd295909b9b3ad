using System.ComponentModel;
using Concord.Partners.V1;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Idempotency;
using Concord.Platform.Organizations;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Tables;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concord.Roster.Import;

/// <summary>A table of people: looked at, tried, and taken.</summary>
internal static class PeopleImportApi
{
    public static void MapPeopleImport(this RouteGroupBuilder api)
    {
        api.MapPost("/profiles:readTable", ReadAsync).ReadsOnly().WithTags("Profiles").Needs(RosterPermissions.ImportProfiles).Accepts<string>("text/csv", XlsxText.MediaType).WithName("ReadPeopleTable")
            .WithSummary("Say which column of a table of people holds what, and how its first rows would be read").WithDescription("Nothing of it is kept. What is proposed can be corrected with `columns`, here and in the import.");
        api.MapPost("/profiles:import", ImportAsync).WithTags("Profiles").Needs(RosterPermissions.ImportProfiles).Accepts<string>("text/csv", XlsxText.MediaType).WithName("ImportPeople")
            .WithSummary("Enter and change people of an organization by a table")
            .WithDescription("CSV in UTF-8 or UTF-16, or the first sheet of an XLSX; at most 5,000 rows and a mebibyte; docs/people-export.md tells its columns. All rows are taken or none, except with `withoutErrors`. "
                + "People are known again among those that the organization keeps, by externalReference or by the `profile` of an export: the same table again changes nothing. Whoever is new is a draft.");
    }

    private static async Task<Ok<TablePreview>> ReadAsync(
        HttpRequest request, [Description("What each column holds, separated by commas, in the order of the table; `-` for one that is not read. Proposed where absent.")] string? columns,
        [Description("In which order the table writes dates of three numbers.")] Choice<DateOrder>? dateOrder, CancellationToken cancellationToken) =>
        TypedResults.Ok(TablePreview.Of(await BodyAsync(request, cancellationToken), columns, dateOrder?.Value));

    private static async Task<Ok<PeopleImportAnswer>> ImportAsync(
        HttpRequest request, RosterDb db, Caller caller, PeopleImport import, PartnersService.PartnersServiceClient partners, TimeProvider time,
        [Description("Say what would be done, and do nothing.")] bool? dryRun,
        [Description("Take the rows that nothing is wrong with, and leave the others.")] bool? withoutErrors,
        [Description("In which order the table writes dates of three numbers; without it those that could be two days are refused.")] Choice<DateOrder>? dateOrder,
        [Description("What each column holds, separated by commas, in the order of the table; `-` for one that is not read. By their names where absent.")] string? columns,
        [Description("Whose people they are, organizations/{uuid}; the caller's own where absent.")] string? owner, CancellationToken cancellationToken)
    {
        var keeper = owner ?? caller.Organization;
        var check = new Violations();
        check.Check(ResourceName.IsIn("organizations", keeper), "owner", "Expected the form organizations/{uuid}.");
        check.ThrowIfAny();
        ProfileSight.RefuseOthers(keeper, caller);
        if (await partners.FindAsync(keeper!, cancellationToken) is null)
        {
            throw Fail.Invalid("owner", "No such organization.");
        }

        var answer = await import.RunAsync(
            await BodyAsync(request, cancellationToken), new PeopleImportTerms(dryRun ?? false, withoutErrors ?? false, dateOrder?.Value, columns), keeper!, caller, time.Now(), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(answer);
    }

    private static async Task<ReadOnlyMemory<byte>> BodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        return body.ToArray();
    }
}
