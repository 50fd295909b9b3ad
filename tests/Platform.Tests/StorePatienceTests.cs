using Concord.Platform.Persistence;
using Microsoft.Data.SqlClient;
using Npgsql;

namespace Concord.Platform.Tests;

public sealed class StorePatienceTests
{
    [Theory]
    [InlineData("", 5, 10)]
    [InlineData(";Timeout=60;Command Timeout=90", 60, 90)]
    [InlineData(";Command Timeout=0", 5, 0)]
    public void PostgreSql_that_hangs_is_given_up_before_the_gateway_gives_up_unless_the_connection_string_says_otherwise(string said, int connect, int command)
    {
        var read = new NpgsqlConnectionStringBuilder(StorePatience.OfPostgreSql($"Host=database;Password=secret{said}"));
        Assert.Equal((connect, command, "secret"), (read.Timeout, read.CommandTimeout, read.Password));
    }

    [Theory]
    [InlineData("", 5, 10)]
    [InlineData(";Connection Timeout=60;Command Timeout=90", 60, 90)]
    [InlineData(";Connect Timeout=0", 0, 10)]
    public void SqlServer_too(string said, int connect, int command)
    {
        var read = new SqlConnectionStringBuilder(StorePatience.OfSqlServer($"Server=database;Password=secret{said}"));
        Assert.Equal((connect, command, "secret"), (read.ConnectTimeout, read.CommandTimeout, read.Password));
    }
}
