using System.ComponentModel;
using System.Text.Json;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Security;
using Concord.Platform.Tables;
using Concord.Roster.Mediators;

namespace Concord.Roster.Export;

/// <summary>As what an export leaves.</summary>
internal enum PeopleFormat
{
    /// <summary>For spreadsheets: UTF-8 with a byte order mark.</summary>
    Csv = 1,
    Xlsx,

    /// <summary>For partners' systems: an object in each line.</summary>
    Jsonl,
}

/// <summary>People as one table. That it was made is entered before anything leaves, whatever the classification.</summary>
internal static class PeopleExportApi
{
    private const int MostInWorkbook = 20_000;
    private const string Csv = "text/csv";
    private const string Jsonl = "application/jsonl";

    public static void MapPeopleExport(this RouteGroupBuilder api) => api.MapGet("/profiles:export", ExportAsync).WithTags("Profiles").Needs(RosterPermissions.ExportProfiles)
        .Produces<string>(StatusCodes.Status200OK, Csv, XlsxText.MediaType, Jsonl).WithName("ExportPeople").WithSummary("Get the people whom one sees, or whom a search finds, as one table")
        .WithDescription("docs/people-export.md tells what stands in it. Contact data never does. An import reads the table again.");

    private static async Task<IResult> ExportAsync(
        PeopleExport export, HttpContext http, [Description("CSV where absent.")] Choice<PeopleFormat>? format, [Description("Only in this state.")] Choice<ProfileState>? state,
        [Description("Only those that this organization keeps.")] string? owner, [Description("Only whom this search finds, written as in its body; not together with state and owner. Needs the permission to search.")] string? search,
        CancellationToken cancellationToken)
    {
        if (search is not null && (state is not null || owner is not null))
        {
            throw Fail.Invalid("search", "Not together with state and owner.");
        }

        NameFilter.Require(owner, "organizations", "owner");
        var kind = format?.Value ?? PeopleFormat.Csv;
        await export.ChooseAsync(state?.Value, owner, search, ApiWord.Of(kind), cancellationToken);
        if (kind == PeopleFormat.Xlsx)
        {
            return export.Count <= MostInWorkbook
                ? Results.Stream(async to => await to.WriteAsync(await WorkbookAsync(export, http.RequestAborted), http.RequestAborted), XlsxText.MediaType, "people.xlsx")
                : throw Fail.Invalid("format", $"At most {MostInWorkbook} people in a workbook; take CSV.");
        }

        return kind == PeopleFormat.Csv
            ? Results.Stream(to => WriteAsync(to, CsvText.ByteOrderMark + CsvText.Row(PersonLine.Columns), export, p => CsvText.Row(p.Cells()), http.RequestAborted), Csv, "people.csv")
            : Results.Stream(to => WriteAsync(to, "", export, p => JsonSerializer.Serialize(p, ConcordJson.Options) + "\n", http.RequestAborted), Jsonl, "people.jsonl");
    }

    private static async Task WriteAsync(Stream to, string first, PeopleExport export, Func<PersonLine, string> line, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(to, leaveOpen: true);
        await writer.WriteAsync(first.AsMemory(), cancellationToken);
        await foreach (var person in export.ReadAsync(cancellationToken))
        {
            await writer.WriteAsync(line(person).AsMemory(), cancellationToken);
        }
    }

    private static async Task<byte[]> WorkbookAsync(PeopleExport export, CancellationToken cancellationToken)
    {
        List<IReadOnlyList<string?>> rows = [PersonLine.Columns];
        await foreach (var person in export.ReadAsync(cancellationToken))
        {
            rows.Add(person.Cells());
        }

        return XlsxText.Write(rows);
    }
}
