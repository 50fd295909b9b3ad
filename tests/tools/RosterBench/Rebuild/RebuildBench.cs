using System.Diagnostics;
using Concord.Platform.Persistence;
using Concord.Roster.Geography;
using Concord.Roster.Persistence;
using Concord.Roster.Search;
using Concord.Support.Servers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Concord.RosterBench.Rebuild;

/// <summary>How long a service that starts takes to read everybody from its database and to make the index of them, on SQLite and on PostgreSQL, and how much memory that leaves in use.</summary>
internal static class RebuildBench
{
    // Statements are prepared, as whoever stores so much would do.
    private const string Prepared = ";Max Auto Prepare=100;Auto Prepare Min Usages=1";

    public static async Task<int> RunAsync(TextWriter output, int people)
    {
        var directory = Directory.CreateTempSubdirectory("concord-bench-");
        await RunAsync(output, people, Path.Combine(directory.FullName, "roster.db"));
        directory.Delete(recursive: true);
        return await RunOnPostgreSqlAsync(output, people);
    }

    public static async Task<int> RunOnPostgreSqlAsync(TextWriter output, int people)
    {
        await using var server = await PostgreSqlServer.StartAsync(durable: false, "shared_buffers=1GB");
        await RunAsync(output, "PostgreSQL", ServiceDatabase.Options(DatabaseProvider.PostgreSql, server.ConnectionString("roster") + Prepared), DatabaseProvider.PostgreSql, people);
        return 0;
    }

    /// <summary>From a file of SQLite, which is filled where it is not there, and stays: so a state of the program is compared with another on the same data.</summary>
    public static async Task<int> RunAsync(TextWriter output, int people, string file)
    {
        await RunAsync(output, "SQLite", ServiceDatabase.Options(DatabaseProvider.Sqlite, $"Data Source={file}"), DatabaseProvider.Sqlite, File.Exists(file) ? 0 : people);
        return 0;
    }

    private static async Task RunAsync(TextWriter output, string name, Microsoft.EntityFrameworkCore.DbContextOptions options, DatabaseProvider provider, int people)
    {
        var clock = Stopwatch.StartNew();
        await using (var db = RosterDatabases.Family.Create(provider, options))
        {
            await StoredRoster.FillAsync(db, StoredRoster.Generated(people));
        }

        output.WriteLine($"{name}: {people} people stored in {clock.Elapsed.TotalSeconds:0} s");
        await using var services = new ServiceCollection().AddScoped(_ => RosterDatabases.Family.Create(provider, options)).BuildServiceProvider();
        using var keeper = new RosterIndexKeeper(services.GetRequiredService<IServiceScopeFactory>(), Atlas.Shipped, new ConfigurationBuilder().Build(), NullLogger<RosterIndexKeeper>.Instance);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        clock.Restart();
        await keeper.StartAsync(CancellationToken.None);
        output.WriteLine($"{name}: the index of {keeper.Current.Count} people is there after {clock.Elapsed.TotalSeconds:0.0} s, {Stored(keeper, before) / keeper.Current.Count} bytes each");
        await keeper.StopAsync(CancellationToken.None);
    }

    private static long Stored(RosterIndexKeeper keeper, long before)
    {
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(keeper);
        return after - before;
    }
}
