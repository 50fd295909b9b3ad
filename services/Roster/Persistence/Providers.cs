using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Persistence;

internal static class RosterDatabases
{
    public static DatabaseFamily<RosterDb> Family { get; } = new(o => new SqliteRosterDb(o), o => new SqlServerRosterDb(o), o => new PostgreSqlRosterDb(o));
}

internal sealed class SqliteRosterDb(DbContextOptions options) : RosterDb(options);

internal sealed class SqlServerRosterDb(DbContextOptions options) : RosterDb(options);

internal sealed class PostgreSqlRosterDb(DbContextOptions options) : RosterDb(options);

internal sealed class SqliteFactory() : DesignTimeFactory<SqliteRosterDb>(DatabaseProvider.Sqlite, o => new SqliteRosterDb(o));

internal sealed class SqlServerFactory() : DesignTimeFactory<SqlServerRosterDb>(DatabaseProvider.SqlServer, o => new SqlServerRosterDb(o));

internal sealed class PostgreSqlFactory() : DesignTimeFactory<PostgreSqlRosterDb>(DatabaseProvider.PostgreSql, o => new PostgreSqlRosterDb(o));
