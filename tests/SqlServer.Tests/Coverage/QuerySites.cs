using System.Reflection;
using Concord.Support;

namespace Concord.SqlServer.Tests.Coverage;

/// <summary>Lines of the services that send something to the database: they end a query, change rows or save.</summary>
internal static class QuerySites
{
    private const string Queries = "Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions";

    private static readonly HashSet<string> Ends =
    [
        nameof(Queryable.First), nameof(Queryable.FirstOrDefault), nameof(Queryable.Single), nameof(Queryable.SingleOrDefault), nameof(Queryable.Last), nameof(Queryable.LastOrDefault),
        nameof(Queryable.Any), nameof(Queryable.All), nameof(Queryable.Count), nameof(Queryable.LongCount), nameof(Queryable.Sum), nameof(Queryable.Min), nameof(Queryable.Max),
        nameof(Queryable.Average), nameof(Queryable.Contains), nameof(Queryable.ElementAt), nameof(Queryable.ElementAtOrDefault),
    ];

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

    /// <summary>Calls that wait for an answer on the thread they are on: each would be a site that nobody lists, and holds up the others.</summary>
    public static IEnumerable<string> SynchronousIn(Assembly assembly) => Instructions.CallsIn(assembly).Where(Waits).Select(c => MethodLines.Find(assembly, c.Method, c.Offset)).OfType<string>();

    public static string WithoutLine(string site) => site[..site.LastIndexOf(':')];

    private static bool Sends(Call call) => call switch
    {
        { Declaring: Queries } => call.Name.EndsWith("Async", StringComparison.Ordinal) || call.Name == "AsAsyncEnumerable",
        { Declaring: "Microsoft.EntityFrameworkCore.DbSet`1" or "Microsoft.EntityFrameworkCore.DbContext", Name: "FindAsync" } => true,
        { Declaring: "Microsoft.EntityFrameworkCore.DbContext", Name: "SaveChangesAsync" } => true,
        { Declaring: "Concord.Platform.Paging.KeysetPaging", Name: "PageAsync" } => true,
        _ => false,
    };

    private static bool Waits(Call call) => call switch
    {
        { Declaring: Queries } => call.Name is "ExecuteUpdate" or "ExecuteDelete" or "Load" or "ToQueryString",
        { Declaring: "Microsoft.EntityFrameworkCore.DbSet`1" or "Microsoft.EntityFrameworkCore.DbContext" } => call.Name is "Find" or "SaveChanges",
        { Declaring: "System.Linq.Queryable" } => Ends.Contains(call.Name), // in a lambda of a query they are part of its expression, and no call
        _ => false,
    };
}
