using System.Diagnostics;
using Concord.Platform.Persistence;
using Concord.Roster.Geography;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Concord.Roster.Search;
using Concord.Roster.Synthetic;
using Concord.Support.Servers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Concord.RosterBench.Rebuild;

/// <summary>How long a service that starts takes to read everybody from its database and to make the index of them, on SQLite and on PostgreSQL, and how much memory that leaves in use.</summary>
internal static class RebuildBench
{
    private static readonly DateTime Now = new(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc);

    // Statements are prepared, as whoever stores so much would do.
    private const string Prepared = ";Max Auto Prepare=100;Auto Prepare Min Usages=1";

    public static async Task<int> RunAsync(TextWriter output, int people)
    {
        var directory = Directory.CreateTempSubdirectory("concord-bench-");
        await RunAsync(output, "SQLite", ServiceDatabase.Options(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(directory.FullName, "roster.db")}"), DatabaseProvider.Sqlite, people);
        directory.Delete(recursive: true);
        await using var server = await PostgreSqlServer.StartAsync(durable: false, "shared_buffers=1GB");
        await RunAsync(output, "PostgreSQL", ServiceDatabase.Options(DatabaseProvider.PostgreSql, server.ConnectionString("roster") + Prepared), DatabaseProvider.PostgreSql, people);
        return 0;
    }

    private static async Task RunAsync(TextWriter output, string name, Microsoft.EntityFrameworkCore.DbContextOptions options, DatabaseProvider provider, int people)
    {
        var generator = new Generator(SyntheticRoster.Seed);
        var clock = Stopwatch.StartNew();
        await using (var db = RosterDatabases.Family.Create(provider, options))
        {
            await StoredRoster.FillAsync(db, Enumerable.Range(1, people).Select(n => Make(generator, n, Now.AddSeconds(n - people))));
        }

        output.WriteLine($"{name}: {people} people stored in {clock.Elapsed.TotalSeconds:0} s");
        await using var services = new ServiceCollection().AddScoped(_ => RosterDatabases.Family.Create(provider, options)).BuildServiceProvider();
        using var keeper = new RosterIndexKeeper(services.GetRequiredService<IServiceScopeFactory>(), Atlas.Shipped, new ConfigurationBuilder().Build(), NullLogger<RosterIndexKeeper>.Instance);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        clock.Restart();
        await keeper.StartAsync(CancellationToken.None);
        output.WriteLine($"{name}: the index of {keeper.Current.Count} people is there after {clock.Elapsed.TotalSeconds:0.0} s, {Stored(keeper, before) / people} bytes each");
        await keeper.StopAsync(CancellationToken.None);
    }

    // One a second, with ids and times as the service gives them: who came later stands later in the tables too.
    private static Profile Make(Generator generator, int number, DateTime time) =>
        SyntheticRoster.Make(generator.Make(number), new ProfileId(Guid.CreateVersion7(time)), null, Atlas.Shipped, time).Profile;

    private static long Stored(RosterIndexKeeper keeper, long before)
    {
        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(keeper);
        return after - before;
    }
}
