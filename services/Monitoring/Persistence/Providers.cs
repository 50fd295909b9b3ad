using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Monitoring.Persistence;

internal static class MonitoringDatabases
{
    public static DatabaseFamily<MonitoringDb> Family { get; } = new(o => new SqliteMonitoringDb(o), o => new SqlServerMonitoringDb(o), o => new PostgreSqlMonitoringDb(o));
}

internal sealed class SqliteMonitoringDb(DbContextOptions options) : MonitoringDb(options);

internal sealed class SqlServerMonitoringDb(DbContextOptions options) : MonitoringDb(options);

internal sealed class PostgreSqlMonitoringDb(DbContextOptions options) : MonitoringDb(options);

internal sealed class SqliteFactory() : DesignTimeFactory<SqliteMonitoringDb>(DatabaseProvider.Sqlite, o => new SqliteMonitoringDb(o));

internal sealed class SqlServerFactory() : DesignTimeFactory<SqlServerMonitoringDb>(DatabaseProvider.SqlServer, o => new SqlServerMonitoringDb(o));

internal sealed class PostgreSqlFactory() : DesignTimeFactory<PostgreSqlMonitoringDb>(DatabaseProvider.PostgreSql, o => new PostgreSqlMonitoringDb(o));
