using Concord.Platform.Hosting;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Concord.Platform.Messaging.RabbitMq;

/// <summary>RabbitMQ as the transport of facts. This folder is the only one that knows MassTransit.</summary>
public static class RabbitMqTransport
{
    public static readonly Setting Address = new("ConnectionStrings:rabbitmq", "Address of the broker, such as amqp://user:password@host:5672/vhost. Without it facts wait in the outbox.");

    /// <summary>As many events are handled at once as are fetched: the broker's time-out of an unanswered delivery then counts handling only, never waiting.</summary>
    private const int AtOnce = 16;

    public static bool IsConfigured(IConfiguration configuration) => Address.In(configuration) is not null;

    /// <summary>Publishes through the broker and, where the service listens to anything, consumes from its queue. Neither start nor readiness wait for the broker.</summary>
    public static IHostApplicationBuilder AddRabbitMq(this IHostApplicationBuilder builder, string service)
    {
        builder.Services.AddSingleton<IEventTransport, BusTransport>();
        builder.Services.AddSingleton<Perseverance>();
        builder.Services.AddHostedService<BrokerWatch>();
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.AddConsumer<EnvelopeConsumer>();
            bus.UsingRabbitMq((context, rabbit) =>
            {
                rabbit.Host(context.GetRequiredService<IConfiguration>(), service);
                rabbit.UseEnvelopesAsPlainJson();
                rabbit.DescribeFacts();
                if (context.GetServices<EventSubscription>().Select(s => s.Type).Distinct().ToList() is { Count: > 0 } types)
                {
                    rabbit.ReceiveEndpoint(BrokerNames.QueueOf(service), queue =>
                    {
                        queue.DescribeQueue(service, types);
                        queue.PrefetchCount = AtOnce;
                        queue.ConcurrentMessageLimit = AtOnce;
                        queue.ParkWhatFails(service);
                        queue.ConfigureConsumer<EnvelopeConsumer>(context);
                    });
                }
            });
        });
        builder.Services.Configure<MassTransitHostOptions>(o =>
        {
            o.WaitUntilStarted = false;
            o.StopTimeout = TimeSpan.FromSeconds(10);
        });
        return builder;
    }
}
