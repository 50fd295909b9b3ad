using System.Data.Common;
using Concord.Roster.Geography;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Concord.Roster.Synthetic;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Concord.RosterBench.Rebuild;

/// <summary>Fills the roster's own tables with as many people as are wanted. In one transaction, by the service's own mapping: through the service, each would also get its entry in the audit chain.</summary>
internal static class StoredRoster
{
    private const int RowsAtOnce = 25;
    private const int FirstCounted = 1_000;
    private const int CountedEach = 100_000;
    private static readonly DateTime Now = new(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>People of the generator. One came a second, with ids and times as the service gives them: who came later stands later in the tables too.</summary>
    public static IEnumerable<Profile> Generated(int people)
    {
        var generator = new Generator(SyntheticRoster.Seed);
        foreach (var number in Enumerable.Range(1, people))
        {
            var time = Now.AddSeconds(number - people);
            yield return SyntheticRoster.Make(generator.Make(number), new ProfileId(Guid.CreateVersion7(time)), null, Atlas.Shipped, time).Profile;
        }
    }

    public static async Task FillAsync(RosterDb db, IEnumerable<Profile> people)
    {
        await db.Database.MigrateAsync();
        await db.Database.OpenConnectionAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var (profiles, windows) = (Insert.Into<Profile>(db), Insert.Into<AvailabilityWindow>(db));
        var stored = 0;
        foreach (var some in people.Chunk(RowsAtOnce))
        {
            await profiles.WriteAsync(some);
            stored += some.Length;
            if (stored == FirstCounted || stored % CountedEach == 0)
            {
                // PostgreSQL plans how it looks for the person of a window once, on a table that is empty then: it would read all of it for each window.
                await db.Database.ExecuteSqlRawAsync("ANALYZE");
            }

            foreach (var theirs in some.SelectMany(p => p.Availability).Chunk(RowsAtOnce))
            {
                await windows.WriteAsync(theirs);
            }
        }

        await transaction.CommitAsync();
    }

    private sealed class Insert(RosterDb db, string into, (IProperty Property, RelationalTypeMapping Mapping)[] columns)
    {
        public static Insert Into<T>(RosterDb db) where T : class
        {
            var entity = db.Model.FindEntityType(typeof(T))!;
            var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
            (IProperty Property, RelationalTypeMapping Mapping)[] columns = [.. entity.GetProperties().Select(p => (p, p.GetRelationalTypeMapping()))];
            var sql = db.Database.GetService<ISqlGenerationHelper>();
            return new Insert(db, $"INSERT INTO {sql.DelimitIdentifier(table.Name, table.Schema)} ({string.Join(", ", columns.Select(c => sql.DelimitIdentifier(c.Property.GetColumnName(table)!)))}) VALUES ", columns);
        }

        public async Task WriteAsync(IReadOnlyList<object> records)
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
            List<string> rows = [];
            foreach (var record in records)
            {
                rows.Add($"({string.Join(", ", columns.Select(c => Add(command, c.Property, c.Mapping, record)))})");
            }

            command.CommandText = into + string.Join(", ", rows);
            await command.ExecuteNonQueryAsync();
        }

        private static string Add(DbCommand command, IProperty property, RelationalTypeMapping mapping, object record)
        {
            var name = $"@p{command.Parameters.Count}";
            command.Parameters.Add(mapping.CreateParameter(command, name, property.GetGetter().GetClrValue(record), property.IsNullable));
            return name;
        }
    }
}
