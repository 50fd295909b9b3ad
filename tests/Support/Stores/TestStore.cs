using System.Collections.Concurrent;
using Concord.Platform.Persistence;
using Microsoft.Extensions.Hosting;
using Xunit;

namespace Concord.Support;

/// <summary>Where the services under test keep their data. CONCORD_TEST_STORE names one; without it, SQLite files.</summary>
public abstract class TestStore
{
    public const string Variable = "CONCORD_TEST_STORE";

    private readonly ConcurrentDictionary<string, Lazy<Task>> _made = new();

    public static TestStore Current { get; } = Environment.GetEnvironmentVariable(Variable) switch
    {
        null or "" or "Sqlite" => new SqliteStore(),
        "PostgreSql" => new PostgreSqlStore(),
        "SqlServer" => new SqlServerStore(),
        var other => throw new InvalidOperationException($"{Variable} is '{other}'; use Sqlite, PostgreSql or SqlServer."),
    };

    /// <summary>The database that really runs.</summary>
    public virtual DatabaseProvider Engine => DatabaseProvider.Sqlite;

    /// <summary>Skips a test that is about one database where another one runs.</summary>
    public static void OnlyOn(DatabaseProvider engine, string why) =>
        Assert.SkipUnless(Current.Engine == engine, $"On {engine} only: {why}");

    /// <summary>Gives a service a store of its own: a fresh one for a fresh directory, the same one for the same directory.</summary>
    public abstract void Use(IHostApplicationBuilder builder, string service, string directory);

    /// <summary>Makes that store where the service itself would not, or would be slow at it; the service is prepared as always after this.</summary>
    public abstract Task PrepareAsync(string service, IServiceProvider services);

    /// <summary>What several tests ask for is made by the first of them.</summary>
    protected Task OnceAsync(string what, Func<Task> make) => _made.GetOrAdd(what, _ => new Lazy<Task>(() => Task.Run(make))).Value;
}
