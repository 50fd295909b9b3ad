using Microsoft.Extensions.Hosting;

namespace Concord.Support;

/// <summary>Where the services under test keep their data. CONCORD_TEST_STORE names one; without it, SQLite files.</summary>
public abstract class TestStore
{
    public const string Variable = "CONCORD_TEST_STORE";

    public static TestStore Current { get; } = Environment.GetEnvironmentVariable(Variable) switch
    {
        null or "" or "Sqlite" => new SqliteStore(),
        "SqlServer" => new SqlServerStore(),
        var other => throw new InvalidOperationException($"{Variable} is '{other}'; use Sqlite or SqlServer."),
    };

    /// <summary>Gives a service a store of its own: a fresh one for a fresh directory, the same one for the same directory.</summary>
    public abstract void Use(IHostApplicationBuilder builder, string service, string directory);
}
