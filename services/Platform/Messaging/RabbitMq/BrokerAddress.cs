using System.Security.Authentication;
using MassTransit;
using Microsoft.Extensions.Configuration;
using RabbitMQ.Client;

namespace Concord.Platform.Messaging.RabbitMq;

/// <summary>Where the broker is, and how long to wait for it.</summary>
internal static class BrokerAddress
{
    /// <summary>Three beats missed are noticed, so a broker that hangs is given up after 15 s and not after three minutes.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly SslProtocols s_versions = SslProtocols.Tls12 | SslProtocols.Tls13;

    /// <summary>Whether RabbitMQ's own client reads it.</summary>
    public static bool IsOne(string text)
    {
        try
        {
            return Uri.TryCreate(text, UriKind.Absolute, out var address) && new ConnectionFactory { Uri = address }.HostName.Length > 0;
        }
        catch (ArgumentException)
        {
            return false; // another scheme, or more than one part of a path
        }
    }

    public static ConnectionFactory Factory(IConfiguration configuration)
    {
        var factory = new ConnectionFactory
        {
            Uri = new Uri(RabbitMqTransport.Address.RequiredIn(configuration)),
            RequestedHeartbeat = Heartbeat,
            RequestedConnectionTimeout = Patience,
            ContinuationTimeout = Patience,
            HandshakeContinuationTimeout = Patience,
            AutomaticRecoveryEnabled = false,
        };
        factory.Ssl.Version = s_versions;
        factory.Ssl.CertificateValidationCallback = new BrokerCertificate(configuration).Check;
        return factory;
    }

    /// <summary>Connects and lets go again. Throws where nobody is there, or where one is not let in.</summary>
    public static async Task TryAsync(IConfiguration configuration, CancellationToken cancellationToken)
    {
        await using var connection = await Factory(configuration).CreateConnectionAsync(cancellationToken);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken); // only this waits for the answer about the virtual host
    }

    /// <summary>Without the password.</summary>
    public static string Describe(IConfiguration configuration)
    {
        var factory = Factory(configuration);
        return $"{factory.Endpoint.HostName}:{factory.Endpoint.Port}/{factory.VirtualHost}";
    }

    public static void Host(this IRabbitMqBusFactoryConfigurator rabbit, IConfiguration configuration, string service)
    {
        var factory = Factory(configuration);
        rabbit.Host(factory.HostName, (ushort)factory.Endpoint.Port, factory.VirtualHost, $"concord {service}", host =>
        {
            host.Username(factory.UserName);
            host.Password(factory.Password);
            host.Heartbeat(Heartbeat);
            host.RequestedConnectionTimeout(Patience);
            host.ContinuationTimeout(Patience);
            host.PublisherConfirmation = true;
            if (factory.Ssl.Enabled)
            {
                host.UseSsl(ssl =>
                {
                    ssl.ServerName = factory.HostName;
                    ssl.Protocol = s_versions;
                    ssl.CertificateValidationCallback = factory.Ssl.CertificateValidationCallback;
                });
            }
        });
    }
}
