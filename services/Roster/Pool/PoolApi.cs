using Concord.Contracts.Audit;
using Concord.Platform.Security;
using Concord.Platform.Tables;
using Concord.Roster.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concord.Roster.Pool;

/// <summary>The report of the pool (R22), as figures and as a table.</summary>
internal static class PoolApi
{
    private const string Csv = "text/csv";

    public static void MapPool(this RouteGroupBuilder api)
    {
        api.MapGet("/profiles:poolFigures", GetAsync).WithTags("Profiles").Needs(RosterPermissions.ReadPool).WithName("GetPoolFigures").WithSummary("Say of whom the roster consists, what was asked for, and who follows")
            .WithDescription("Figures are told downwards in steps of five, and below that as nobody or fewer than five: no figure and no difference of two tells of one person.");
        api.MapGet("/profiles:poolTable", GetTableAsync).WithTags("Profiles").Needs(RosterPermissions.ReadPool).Produces<string>(StatusCodes.Status200OK, Csv).WithName("GetPoolTable").WithSummary("Get the same figures as a table in CSV");
    }

    private static async Task<Ok<PoolReport>> GetAsync(PoolWriter writer, CancellationToken cancellationToken) => TypedResults.Ok(await writer.WriteAsync(cancellationToken));

    private static async Task<IResult> GetTableAsync(PoolWriter writer, RosterDb db, HttpContext http)
    {
        var report = await writer.WriteAsync(http.RequestAborted);
        await db.RecordAsync(AuditOutcome.Done, null, [], http.RequestAborted); // what cannot be entered is not shown
        return Results.Stream(async to =>
        {
            await using var text = new StreamWriter(to, leaveOpen: true);
            await text.WriteAsync((CsvText.ByteOrderMark + string.Concat(report.Rows().Select(CsvText.Row))).AsMemory(), http.RequestAborted);
        }, Csv, "pool.csv");
    }
}
