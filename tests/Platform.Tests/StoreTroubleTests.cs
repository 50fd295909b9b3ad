using System.Net;
using System.Reflection;
using Concord.Platform.Persistence;
using Concord.Platform.Tests.Notes;
using Concord.Support;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Concord.Platform.Tests;

/// <summary>A store that cannot serve is an outage, on every provider, and the answer says whether anything can have been written.</summary>
public sealed class StoreTroubleTests
{
    [Fact]
    public async Task Each_provider_s_words_for_it_become_the_same_few_answers()
    {
        await using var service = await NotesModule.StartAsync();
        foreach (var (trouble, reason) in (IEnumerable<(Exception, string?)>)
        [
            (new DbUpdateException("", new SqliteException("disk full", 13)), "STORE_FULL"),
            (new SqliteException("busy", 5), "STORE_BUSY"),
            (PostgreSql("40P01"), "STORE_BUSY"), // deadlock
            (PostgreSql("40001"), "STORE_BUSY"), // serialization failure
            (PostgreSql("53300"), "STORE_BUSY"), // too many connections
            (PostgreSql("53100"), "STORE_FULL"), // disk full
            (PostgreSql("25006"), "STORE_FULL"), // read only
            (PostgreSql("57P01"), "STORE_UNAVAILABLE"), // shutdown
            (PostgreSql("57P03"), "STORE_UNAVAILABLE"), // starting up
            (PostgreSql("22001"), "MALFORMED_BODY"), // longer than its column
            (PostgreSql("42P01"), null), // no such table: our error
            (new InvalidOperationException("transient", new NpgsqlException("", new IOException())), "STORE_UNAVAILABLE"),
            (new DbUpdateException("", SqlServer(1205, 13)), "STORE_BUSY"), // deadlock
            (SqlServer(3960, 16), "STORE_BUSY"), // snapshot conflict
            (SqlServer(10928, 20), "STORE_BUSY"), // resource limit
            (SqlServer(1105, 17), "STORE_FULL"),
            (SqlServer(2628, 16), "MALFORMED_BODY"), // longer than its column
            (SqlServer(4060, 11), "STORE_UNAVAILABLE"), // cannot open the database
            (SqlServer(10054, 20), "STORE_UNAVAILABLE"), // connection reset
            (SqlServer(99999, 20), "STORE_UNAVAILABLE"), // whatever closes the connection
            (SqlServer(208, 16), null), // no such table: our error
        ])
        {
            service.Services.GetRequiredService<TroubleToThrow>().Exception = trouble;
            var answer = await service.As(NotesModule.Writer).ReadAsync("/api/v1/trouble");
            answer.IsProblem(reason switch
            {
                null => HttpStatusCode.InternalServerError,
                "MALFORMED_BODY" => HttpStatusCode.BadRequest,
                _ => HttpStatusCode.ServiceUnavailable,
            }, reason ?? "INTERNAL");
            Assert.Equal(answer.Status == HttpStatusCode.ServiceUnavailable, answer.Headers.RetryAfter is not null);
        }
    }

    [Theory]
    [InlineData(DatabaseProvider.PostgreSql, "Host=127.0.0.1;Port=1;Database=none;Username=nobody")]
    [InlineData(DatabaseProvider.SqlServer, "Server=127.0.0.1,1;Database=none;User Id=nobody;Password=none;Encrypt=False;Connect Timeout=1;ConnectRetryCount=0")]
    public async Task A_service_whose_store_is_not_there_lives_is_not_ready_and_asks_to_come_back(DatabaseProvider provider, string connection)
    {
        await using var service = await TestService.StartAsync<NotesModule>(b =>
        {
            b.Configuration[ServiceDatabase.Provider.Key] = provider.ToString();
            b.Configuration[ServiceDatabase.ConnectionString.For(NotesModule.Name).Key] = connection;
        }, prepare: _ => Task.CompletedTask);
        var client = service.As(NotesModule.Writer);

        (await client.ReadAsync("/health/live")).Is(HttpStatusCode.OK);
        (await client.ReadAsync("/health/ready")).IsProblem(HttpStatusCode.ServiceUnavailable, "STORE_UNAVAILABLE");
        Assert.NotNull((await client.ReadAsync("/api/v1/notes")).IsProblem(HttpStatusCode.ServiceUnavailable, "STORE_UNAVAILABLE").Headers.RetryAfter);
        (await client.PostAsync("/api/v1/notes", new { text = "a" })).IsProblem(HttpStatusCode.ServiceUnavailable, "STORE_UNAVAILABLE");
    }

    private static PostgresException PostgreSql(string state) => new("", "ERROR", "ERROR", state);

    // The driver lets nobody else make one.
    private static SqlException SqlServer(int number, byte severity)
    {
        const BindingFlags Inner = BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
        var error = typeof(SqlError).GetConstructors(Inner).First(c => c.GetParameters() is [{ ParameterType: var first }, ..] && first == typeof(int));
        object?[] given = [number, (byte)0, severity, "server", "message", "procedure", 1];
        var errors = Activator.CreateInstance(typeof(SqlErrorCollection), nonPublic: true)!;
        typeof(SqlErrorCollection).GetMethod("Add", Inner)!.Invoke(errors, [error.Invoke([.. given, .. error.GetParameters().Skip(given.Length).Select(p => p.HasDefaultValue ? p.DefaultValue : null)])]);
        return (SqlException)typeof(SqlException).GetMethod("CreateException", Inner, [typeof(SqlErrorCollection), typeof(string)])!.Invoke(null, [errors, "16.0"])!;
    }
}
