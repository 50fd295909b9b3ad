using System.Net;
using System.Security.Authentication;
using Concord.Platform.Hosting;
using Concord.Platform.Persistence;
using Concord.Platform.Tests.Notes;
using Concord.Support;
using Concord.Support.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Concord.Platform.Tests;

/// <summary>The line to PostgreSQL over TLS, and which lines are told to be open.</summary>
public sealed class StoreLineTests
{
    [Fact]
    public async Task A_service_works_over_TLS_with_the_server_that_was_meant_and_with_no_other()
    {
        Assert.SkipUnless(PostgreSqlServer.Available, "PostgreSQL is not installed.");
        var authority = new TestAuthority();
        await using var server = await PostgreSqlServer.StartAsync();
        await server.UseTlsAsync(authority.Issue("localhost"));
        string To(string host, string root) => $"{server.ConnectionString("notes").Replace("127.0.0.1", host, StringComparison.Ordinal)};SSL Mode=VerifyFull;Root Certificate={root};Maximum Pool Size=4";
        void Use(WebApplicationBuilder b, string connection)
        {
            b.Configuration[ServiceDatabase.Provider.Key] = nameof(DatabaseProvider.PostgreSql);
            b.Configuration[ServiceDatabase.ConnectionString.For(NotesModule.Name).Key] = connection;
        }

        await using (var service = await TestService.StartAsync<NotesModule>(b => Use(b, To("localhost", authority.File)), prepare: NotesModule.MakeTablesAsync))
        {
            Assert.Equal(HttpStatusCode.OK, (await service.As(NotesModule.Writer).ReadAsync("/health/ready")).Status);
            await using var scope = service.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>().Database;
            await db.OpenConnectionAsync(TestContext.Current.CancellationToken);
            await using var question = db.GetDbConnection().CreateCommand(); // not by a query of the model, which would be written down as one for SQL Server
            question.CommandText = "SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid() AND ssl";
            Assert.StartsWith("TLSv1.", Assert.IsType<string>(await question.ExecuteScalarAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        }

        foreach (var (host, root) in ((string, string)[])[("127.0.0.1", authority.File), ("localhost", new TestAuthority().File)]) // another name; another authority
        {
            var refused = await Assert.ThrowsAnyAsync<NpgsqlException>(async () =>
            {
                await using var connection = new NpgsqlConnection(To(host, root));
                await connection.OpenAsync(TestContext.Current.CancellationToken);
            });
            Assert.IsType<AuthenticationException>(refused.GetBaseException());
            Assert.Contains("The remote certificate was rejected", await SaidAsync(b => Use(b, To(host, root))), StringComparison.Ordinal); // the driver does not say what for
        }
    }

    [Theory]
    [InlineData("PostgreSql", "Host=postgres", true)]
    [InlineData("PostgreSql", "Host=postgres;SSL Mode=Require", true)] // encrypted, for whoever answers
    [InlineData("PostgreSql", "Host=postgres;SSL Mode=VerifyCA", true)]
    [InlineData("PostgreSql", "Host=postgres;SSL Mode=VerifyFull", false)]
    [InlineData("PostgreSql", "Host=127.0.0.1", false)]
    [InlineData("PostgreSql", "Host=/run/postgresql", false)]
    [InlineData("PostgreSql", "Host=localhost,postgres", true)]
    [InlineData("SqlServer", "Server=sqlserver;TrustServerCertificate=True", true)]
    [InlineData("SqlServer", "Server=sqlserver;Encrypt=False", true)]
    [InlineData("SqlServer", "Server=sqlserver", false)] // the driver asks for it by itself
    [InlineData("SqlServer", "Server=tcp:localhost,1433;Encrypt=False", false)]
    [InlineData("Sqlite", "Data Source=notes.db", false)]
    public void A_store_that_is_reached_over_an_open_line_is_told(string provider, string connection, bool told) =>
        Assert.Equal(told ? ["ConnectionStrings:notes"] : [], Open(("Database:Provider", provider), ("ConnectionStrings:notes", connection)));

    [Theory]
    [InlineData("amqp://concord:x@broker:5672", null, true)]
    [InlineData("amqp://concord:x@broker:5672", "a service mesh", false)]
    [InlineData("amqps://concord:x@broker:5671", null, false)]
    [InlineData("amqp://concord:x@127.0.0.1:5672", null, false)]
    [InlineData("amqp://concord:x@[::1]:5672", null, false)]
    public void A_broker_that_is_reached_over_an_open_line_is_told(string address, string? protectedBy, bool told) =>
        Assert.Equal(told ? ["ConnectionStrings:rabbitmq"] : [], Open(("ConnectionStrings:rabbitmq", address), ("Mesh:ProtectedBy", protectedBy)));

    private static IEnumerable<string> Open(params (string Key, string? Value)[] settings) =>
        OpenLines.In(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, s.Value))).Build(), NotesModule.Name).Select(s => s.Key);

    // What an operator reads who brings the database up to date.
    private static async Task<string> SaidAsync(Action<WebApplicationBuilder> configure)
    {
        await using var errors = new StringWriter();
        Assert.Equal(1, await Verbs.RunAsync<NotesModule>("migrate", [], configure, TextWriter.Null, errors));
        return errors.ToString();
    }
}
