using Concord.SqlServer.Tests.Schema;
using Concord.Support;

namespace Concord.SqlServer.Tests;

/// <summary>What the tests of the services have recorded; those tests run before these.</summary>
internal static class Recorded
{
    private static readonly string[] Recorders = ["Platform", .. Repository.Services];

    private static readonly Lazy<IReadOnlyList<RecordedStatement>> Read = new(() => [.. StatementLog.Read()]);

    public static IReadOnlyList<RecordedStatement> All()
    {
        if (!Directory.Exists(StatementLog.Folder))
        {
            Assert.Skip("Nothing is recorded; 'bash tests/run.sh' runs the tests of the services on CONCORD_TEST_STORE=SqlServer first.");
        }

        var missing = Recorders.Where(r => !File.Exists(Path.Combine(StatementLog.Folder, $"Concord.{r}.Tests.jsonl"))).ToList();
        Assert.True(missing.Count == 0, $"These tests recorded nothing: {string.Join(", ", missing)}.");
        return Read.Value;
    }

    /// <summary>What the service's migrations leave; for a service that only tests have, what its model is created with.</summary>
    public static IEnumerable<string> SchemaOf(string service)
    {
        var batches = ServiceStore.All.SingleOrDefault(s => s.Name == service) is { } store
            ? store.Migrations().SelectMany(m => m.Batches)
            : ServiceStore.Batches(File.ReadAllText(Path.Combine(StatementLog.Folder, $"{service}.sql")));
        var schema = new MigratedSchema();
        batches.ToList().ForEach(b => schema.Apply(b));
        return schema.Script();
    }
}
