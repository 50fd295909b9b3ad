using System.Reflection;
using Concord.Support;

namespace Concord.SqlServer.Tests.Coverage;

/// <summary>Lines of the services that send something to the database: they end a query, change rows or save.</summary>
internal static class QuerySites
{
    private const string Queries = "Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions";

    public static IReadOnlyList<Assembly> Assemblies { get; } = [.. new[] { "Platform" }.Concat(Repository.Services).Select(s => Assembly.Load($"Concord.{s}"))];

    public static IReadOnlyList<string> All { get; } =
    [
        .. Assemblies.SelectMany(a => Instructions.CallsIn(a).Where(Sends).Select(c => MethodLines.Find(a, c.Method, c.Offset)))
            .OfType<string>().Where(l => !l.Contains("/Migrations/", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>Calls that send a statement past the queries and saves that the tests record.</summary>
    public static IReadOnlyList<string> PastTheRecorder { get; } =
    [
        .. Assemblies.SelectMany(a => Instructions.CallsIn(a)
                .Where(c => c.Name is "FromSql" or "FromSqlRaw" or "FromSqlInterpolated" or "SqlQuery" or "SqlQueryRaw" or "ExecuteSqlAsync" or "ExecuteSqlRawAsync" or "ExecuteSqlInterpolatedAsync"
                    or "ExecuteSql" or "ExecuteSqlRaw" or "CreateCommand" or "GetDbConnection" or "CompileQuery" or "CompileAsyncQuery")
                .Select(c => MethodLines.Find(a, c.Method, c.Offset)))
            .OfType<string>().Select(WithoutLine).Distinct().Order(StringComparer.Ordinal),
    ];

    public static string WithoutLine(string site) => site[..site.LastIndexOf(':')];

    private static bool Sends(Call call) => call switch
    {
        { Declaring: Queries } => call.Name.EndsWith("Async", StringComparison.Ordinal) || call.Name == "AsAsyncEnumerable",
        { Declaring: "Microsoft.EntityFrameworkCore.DbSet`1" or "Microsoft.EntityFrameworkCore.DbContext", Name: "FindAsync" } => true,
        { Declaring: "Microsoft.EntityFrameworkCore.DbContext", Name: "SaveChangesAsync" } => true,
        { Declaring: "Concord.Platform.Paging.KeysetPaging", Name: "PageAsync" } => true,
        _ => false,
    };
}
