using Concord.Platform.Errors;
using Concord.Platform.Hosting;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace Concord.AuditBench;

internal sealed record NewRecord(string? Title, string? Text);

/// <summary>A service of one operation that writes one record, as every service of the platform is built.</summary>
internal static class RecordsService
{
    public static readonly Permission Write = new("records.write", "Write records.", "writer");

    public static void Add(IHostApplicationBuilder builder, string name, Func<DbContextOptions, BenchDbBase> make) =>
        builder.AddServiceDatabase<BenchDbBase>(name, new(make, make, make));

    public static void Map(RouteGroupBuilder api) => api.MapPost("/records", async (NewRecord request, BenchDbBase db, CancellationToken token) =>
    {
        var check = new Violations();
        var record = new Record { Id = Guid.CreateVersion7(), Title = check.Text(request.Title, "title", 200), Text = check.Text(request.Text, "text", 4000) };
        check.ThrowIfAny();
        db.Add(record);
        await db.SaveChangesAsync(token);
        return TypedResults.Created($"/api/v1/records/{record.Id}", record);
    }).Needs(Write);
}

internal sealed class AuditedModule : IServiceModule
{
    public static string Name => "audited";
    public static IReadOnlyList<Permission> Permissions => [RecordsService.Write];
    public static IReadOnlyList<Reason> Reasons => [];
    public static void Add(IHostApplicationBuilder builder) => RecordsService.Add(builder, Name, o => new BenchDb(o, audited: true));
    public static void Map(RouteGroupBuilder api, IEndpointRouteBuilder root) => RecordsService.Map(api);
}

internal sealed class BareModule : IServiceModule
{
    public static string Name => "bare";
    public static IReadOnlyList<Permission> Permissions => [RecordsService.Write];
    public static IReadOnlyList<Reason> Reasons => [];
    public static void Add(IHostApplicationBuilder builder) => RecordsService.Add(builder, Name, o => new BenchDb(o, audited: false));
    public static void Map(RouteGroupBuilder api, IEndpointRouteBuilder root) => RecordsService.Map(api);
}
