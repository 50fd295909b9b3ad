using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Partners.Persistence;

internal static class PartnersDatabases
{
    public static DatabaseFamily<PartnersDb> Family { get; } = new(o => new SqlitePartnersDb(o), o => new SqlServerPartnersDb(o), o => new PostgreSqlPartnersDb(o));
}

internal sealed class SqlitePartnersDb(DbContextOptions options) : PartnersDb(options);

internal sealed class SqlServerPartnersDb(DbContextOptions options) : PartnersDb(options);

internal sealed class PostgreSqlPartnersDb(DbContextOptions options) : PartnersDb(options);

internal sealed class SqliteFactory() : DesignTimeFactory<SqlitePartnersDb>(DatabaseProvider.Sqlite, o => new SqlitePartnersDb(o));

internal sealed class SqlServerFactory() : DesignTimeFactory<SqlServerPartnersDb>(DatabaseProvider.SqlServer, o => new SqlServerPartnersDb(o));

internal sealed class PostgreSqlFactory() : DesignTimeFactory<PostgreSqlPartnersDb>(DatabaseProvider.PostgreSql, o => new PostgreSqlPartnersDb(o));
