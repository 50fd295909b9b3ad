using System.Reflection;
using Concord.Platform.Persistence;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Concord.SqlServer.Tests.Schema;

/// <summary>A service's SQL Server context, found by its name, and the statements that bring an empty database up to its model.</summary>
internal sealed record ServiceStore(string Name, Type Context)
{
    public static IReadOnlyList<ServiceStore> All { get; } =
    [
        .. Repository.Services.Select(s => new ServiceStore(
            s.ToLowerInvariant(),
            Assembly.Load($"Concord.{s}").GetTypes().Single(t => t.Name == $"SqlServer{s}Db" && typeof(ServiceDbContext).IsAssignableFrom(t)))),
    ];

    /// <summary>What the migrator sends to an empty database, migration by migration, at the separators that it is sent by.</summary>
    public IEnumerable<(string Migration, IReadOnlyList<string> Batches)> Migrations()
    {
        using var db = Open();
        var migrator = db.GetService<IMigrator>();
        var before = Migration.InitialDatabase;
        foreach (var migration in db.Database.GetMigrations())
        {
            yield return (migration, Batches(migrator.GenerateScript(before, migration)));
            before = migration;
        }
    }

    /// <summary>What the model itself would be created with.</summary>
    public IReadOnlyList<string> CreateScript()
    {
        using var db = Open();
        return Batches(db.Database.GenerateCreateScript());
    }

    /// <summary>What the migrator sends beside the migrations: its lock, and reading its history.</summary>
    public IReadOnlyList<RecordedStatement> Housekeeping()
    {
        List<RecordedStatement> sent = [];
        using var connection = new RecordingConnection(endless: false, (text, parameters) => sent.Add(new RecordedStatement(Name, text, parameters, ["migrate"])));
        using var db = (DbContext)Activator.CreateInstance(Context, new DbContextOptionsBuilder().UseSqlServer(connection).Options)!;
        var history = db.GetService<IHistoryRepository>();
        history.GetAppliedMigrations();
        using (history.AcquireDatabaseLock())
        {
        }

        return sent;
    }

    public static IReadOnlyList<string> Batches(string script) =>
        [.. script.ReplaceLineEndings("\n").Split("\nGO\n").Select(b => b.Trim()).Where(b => b.Length > 0 && b != "GO")];

    private DbContext Open() => (DbContext)Activator.CreateInstance(Context, ServiceDatabase.Options(DatabaseProvider.SqlServer, "Server=none"))!;
}
