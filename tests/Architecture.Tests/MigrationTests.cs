using Concord.Platform.Persistence;
using Concord.Support;
using Microsoft.EntityFrameworkCore;

namespace Concord.Architecture.Tests;

/// <summary>Each service is modelled and migrated for all three databases.</summary>
public sealed class MigrationTests
{
    public static TheoryData<string, DatabaseProvider> Stores =>
        [.. Repository.Services.SelectMany(s => Enum.GetValues<DatabaseProvider>().Select(p => (s, p)))];

    [Theory, MemberData(nameof(Stores))]
    public void The_migrations_hold_the_whole_model(string service, DatabaseProvider provider)
    {
        using var db = Context(service, provider);
        Assert.NotEmpty(db.Database.GetMigrations());
        Assert.False(db.Database.HasPendingModelChanges(), $"Run: bash tests/tools/add-migration.sh {service} <Name>");
    }

    private static DbContext Context(string service, DatabaseProvider provider)
    {
        var type = ServiceCatalogue.AssemblyOf(service).GetTypes().Single(t => t.Name == $"{provider}{service}Db");
        var connection = provider switch { DatabaseProvider.SqlServer => "Server=none", DatabaseProvider.PostgreSql => "Host=none", _ => "Data Source=none.db" };
        return (DbContext)Activator.CreateInstance(type, ServiceDatabase.Options(provider, connection))!;
    }
}
