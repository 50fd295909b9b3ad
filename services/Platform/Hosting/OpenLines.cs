using System.Net;
using Concord.Platform.Mesh;
using Concord.Platform.Messaging.RabbitMq;
using Concord.Platform.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Concord.Platform.Hosting;

/// <summary>
/// The lines out of this process, to its database and to the broker, on which nobody makes sure who is at the other end: in Production they are told at the start. They are no reason not to start, because on the
/// private network of one machine or one namespace they may be protected by what this process cannot see; who knows that says so by <see cref="MeshMember.ProtectedBy"/>.
/// </summary>
internal static partial class OpenLines
{
    public static void Tell(WebApplication app)
    {
        if (!app.Environment.IsProduction())
        {
            return;
        }

        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(OpenLines));
        foreach (var line in In(app.Configuration, app.Services.GetRequiredService<MeshName>().Value))
        {
            LogOpen(logger, line.Key, MeshMember.ProtectedBy.Key);
        }
    }

    /// <returns>The settings whose addresses lead over such a line.</returns>
    public static IReadOnlyList<Setting> In(IConfiguration configuration, string service)
    {
        if (MeshMember.ProtectedBy.In(configuration) is not null)
        {
            return [];
        }

        List<Setting> open = [];
        var store = ServiceDatabase.ConnectionString.For(service);
        if (store.In(configuration) is { } connection && !IsStoreSafe(ServiceDatabase.ProviderOf(configuration), connection))
        {
            open.Add(store);
        }

        if (RabbitMqTransport.IsConfigured(configuration) && BrokerAddress.Factory(configuration) is { Ssl.Enabled: false } broker && !IsHere(broker.HostName))
        {
            open.Add(RabbitMqTransport.Address);
        }

        return open;
    }

    private static bool IsStoreSafe(DatabaseProvider provider, string connection)
    {
        switch (provider)
        {
            case DatabaseProvider.PostgreSql:
                var postgres = new NpgsqlConnectionStringBuilder(connection);
                return postgres.SslMode == SslMode.VerifyFull || (postgres.Host ?? "").Split(',').All(h => h.StartsWith('/') || IsHere(h));
            case DatabaseProvider.SqlServer:
                var server = new SqlConnectionStringBuilder(connection);
                return server.Encrypt == SqlConnectionEncryptOption.Strict || (server.Encrypt == SqlConnectionEncryptOption.Mandatory && !server.TrustServerCertificate)
                    || IsHere(server.DataSource.Split(',', '\\')[0].Replace("tcp:", "", StringComparison.OrdinalIgnoreCase));
            default:
                return true; // a file
        }
    }

    private static bool IsHere(string host) => host is "localhost" or "." or "(local)" || (IPAddress.TryParse(host.Trim('[', ']').Split(':') is [var v4, _] ? v4 : host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    [LoggerMessage(LogLevel.Warning, "The address in {Setting} asks for no TLS that makes sure who is at the other end: whoever controls the network there can read and change what passes. Where something else protects it, {ProtectedBy} says what.")]
    private static partial void LogOpen(ILogger logger, string setting, string protectedBy);
}
