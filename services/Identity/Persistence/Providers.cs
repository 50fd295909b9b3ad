using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Persistence;

internal static class IdentityDatabases
{
    public static DatabaseFamily<IdentityDb> Family { get; } = new(o => new SqliteIdentityDb(o), o => new SqlServerIdentityDb(o), o => new PostgreSqlIdentityDb(o));
}

internal sealed class SqliteIdentityDb(DbContextOptions options) : IdentityDb(options);

internal sealed class SqlServerIdentityDb(DbContextOptions options) : IdentityDb(options);

internal sealed class PostgreSqlIdentityDb(DbContextOptions options) : IdentityDb(options);

internal sealed class SqliteFactory() : DesignTimeFactory<SqliteIdentityDb>(DatabaseProvider.Sqlite, o => new SqliteIdentityDb(o));

internal sealed class SqlServerFactory() : DesignTimeFactory<SqlServerIdentityDb>(DatabaseProvider.SqlServer, o => new SqlServerIdentityDb(o));

internal sealed class PostgreSqlFactory() : DesignTimeFactory<PostgreSqlIdentityDb>(DatabaseProvider.PostgreSql, o => new PostgreSqlIdentityDb(o));
