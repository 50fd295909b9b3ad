using System.Globalization;
using MassTransit;
using MassTransit.RabbitMqTransport;
using RabbitMQ.Client;

namespace Concord.Platform.Messaging.RabbitMq;

/// <summary>
/// Moves what cannot be handled to the dead letters: the message as it came, with the type of the failure. MassTransit's own way adds the failure's text,
/// its stack and this host's particulars, and publishes a fault with the message inside; any of it can carry personal data.
/// </summary>
internal sealed class Parking(string deadLetters) : IFilter<ExceptionReceiveContext>, IFilter<ReceiveContext>
{
    public const string FailureHeader = "concord-failure";
    public const string ParkTimeHeader = "concord-park-time";

    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        if (context.Exception is GivenBackException or OperationCanceledException)
        {
            throw context.Exception; // not acknowledged, so the broker puts it back
        }

        await ParkAsync(context, (context.Exception as PoisonException)?.Failure ?? context.Exception.GetType().Name);
        if (!context.IsFaulted)
        {
            await context.NotifyFaulted(context.Exception); // or it is taken for skipped, and parked once more
        }
    }

    public Task Send(ReceiveContext context, IPipe<ReceiveContext> next) => ParkAsync(context, nameof(UnreadableEventException));

    public void Probe(ProbeContext context) => context.CreateFilterScope("parking");

    // Confirmed before the original is acknowledged: a crash in between leaves it in both places, a broker that is away leaves it where it was.
    private async Task ParkAsync(ReceiveContext context, string failure)
    {
        var original = context.GetPayload<RabbitMqBasicConsumeContext>().Properties;
        var properties = new BasicProperties
        {
            MessageId = original.MessageId,
            ContentType = original.ContentType,
            Persistent = true,
            Headers = new Dictionary<string, object?> { [FailureHeader] = failure, [ParkTimeHeader] = DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture) },
        };
        await context.GetPayload<ChannelContext>().BasicPublishAsync("", deadLetters, mandatory: true, properties, context.Body.GetBytes(), awaitAck: true, context.CancellationToken);
    }
}

internal static class ParkingExtensions
{
    public static void ParkWhatFails(this IReceiveEndpointConfigurator queue, string service)
    {
        var parking = new Parking(BrokerNames.DeadLettersOf(service));
        queue.PublishFaults = false;
        queue.ConfigureError(failed => failed.UseFilter(parking));
        queue.ConfigureDeadLetter(skipped => skipped.UseFilter(parking)); // no JSON at all: MassTransit would make a queue of its own for it
    }
}
