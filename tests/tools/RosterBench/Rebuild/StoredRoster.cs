using System.Data.Common;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Concord.RosterBench.Rebuild;

/// <summary>Fills the roster's own tables with as many people as are wanted. Row by row in one transaction, by the service's own mapping: through the service, each would also get its entry in the audit chain.</summary>
internal static class StoredRoster
{
    public static async Task FillAsync(RosterDb db, IEnumerable<Profile> people)
    {
        await db.Database.MigrateAsync();
        await db.Database.OpenConnectionAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await using var profiles = Insert.Into<Profile>(db, transaction.GetDbTransaction());
        await using var windows = Insert.Into<AvailabilityWindow>(db, transaction.GetDbTransaction());
        foreach (var person in people)
        {
            await profiles.WriteAsync(person);
            foreach (var window in person.Availability)
            {
                await windows.WriteAsync(window);
            }
        }

        await transaction.CommitAsync();
    }

    private sealed class Insert(DbCommand command, (IProperty Property, RelationalTypeMapping Mapping)[] columns) : IAsyncDisposable
    {
        public static Insert Into<T>(RosterDb db, DbTransaction transaction) where T : class
        {
            var entity = db.Model.FindEntityType(typeof(T))!;
            var table = StoreObjectIdentifier.Table(entity.GetTableName()!, entity.GetSchema());
            (IProperty Property, RelationalTypeMapping Mapping)[] columns = [.. entity.GetProperties().Select(p => (p, p.GetRelationalTypeMapping()))];
            var sql = db.Database.GetService<ISqlGenerationHelper>();
            var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = transaction;
            command.CommandText = $"INSERT INTO {sql.DelimitIdentifier(table.Name, table.Schema)} ({string.Join(", ", columns.Select(c => sql.DelimitIdentifier(c.Property.GetColumnName(table)!)))}) "
                + $"VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
            return new Insert(command, columns);
        }

        public async Task WriteAsync(object record)
        {
            command.Parameters.Clear();
            foreach (var (i, (property, mapping)) in columns.Index())
            {
                command.Parameters.Add(mapping.CreateParameter(command, $"@p{i}", property.GetGetter().GetClrValue(record), property.IsNullable));
            }

            await command.ExecuteNonQueryAsync();
        }

        public ValueTask DisposeAsync() => command.DisposeAsync();
    }
}
