using Microsoft.Data.SqlClient;
using Npgsql;

namespace Concord.Platform.Persistence;

/// <summary>
/// How long a database server that hangs is waited for, where the connection string does not say: the drivers' own 15 and 30 seconds are as long as
/// the gateway waits, and whoever asked would be told nothing by it.
/// </summary>
internal static class StorePatience
{
    private const int ConnectSeconds = 5;
    private const int CommandSeconds = 10;

    public static string OfPostgreSql(string connectionString)
    {
        var said = new NpgsqlConnectionStringBuilder(connectionString);
        said.Timeout = said.ShouldSerialize("Timeout") ? said.Timeout : ConnectSeconds;
        said.CommandTimeout = said.ShouldSerialize("Command Timeout") ? said.CommandTimeout : CommandSeconds;
        return said.ConnectionString;
    }

    public static string OfSqlServer(string connectionString)
    {
        var said = new SqlConnectionStringBuilder(connectionString);
        said.ConnectTimeout = said.ShouldSerialize("Connect Timeout") ? said.ConnectTimeout : ConnectSeconds;
        said.CommandTimeout = said.ShouldSerialize("Command Timeout") ? said.CommandTimeout : CommandSeconds;
        return said.ConnectionString;
    }
}
