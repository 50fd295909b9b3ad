using Concord.Contracts.Events;
using Concord.Platform.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Concord.Platform.Messaging.RabbitMq;

/// <summary>RabbitMQ as the transport of facts. This folder is the only one that knows MassTransit.</summary>
public static class RabbitMqTransport
{
    public static readonly Setting Address = new("ConnectionStrings:rabbitmq", "Address of the broker, such as amqps://user:password@host:5671/vhost; amqp:// is without TLS. Without it facts wait in the outbox.",
        Form: new SettingForm("an amqp or amqps address", BrokerAddress.IsOne), Secret: true);

    public static bool IsConfigured(IConfiguration configuration) => Address.In(configuration) is not null;

    /// <summary>Publishes through the broker and, where the service listens to anything, consumes from its queue. Neither start nor readiness wait for the broker.</summary>
    public static IHostApplicationBuilder AddRabbitMq(this IHostApplicationBuilder builder, string service)
    {
        builder.AddServiceBus(service);
        builder.Services.NeedsSetting(Address).TakesSetting(BrokerCertificate.AuthorityFile);
        builder.Services.AddSingleton<BrokerConnection>();
        builder.Services.AddHostedService(p => p.GetRequiredService<BrokerConnection>());
        builder.Services.AddSingleton<IEventTransport, BusTransport>();
        return builder;
    }

    /// <summary>What both serving and declaring need.</summary>
    internal static void AddServiceBus(this IHostApplicationBuilder builder, string service)
    {
        builder.Services.TryAddSingleton(Listeners.All);
        builder.Services.AddSingleton<Perseverance>();
        builder.Services.AddSingleton<EnvelopeConsumer>();
        builder.Services.AddSingleton(p => ActivatorUtilities.CreateInstance<ServiceBus>(p, service));
    }
}
