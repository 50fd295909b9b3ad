using MassTransit;
using MassTransit.Middleware;

namespace Concord.Platform.Messaging.RabbitMq;

/// <summary>
/// Moves what cannot be handled to the dead letters: the message as it came, with the type of the failure. MassTransit would add the failure's text, its stack
/// and this host's particulars, and publish them as a fault with the message inside; any of it can carry personal data.
/// </summary>
internal sealed class Parking : IFilter<ExceptionReceiveContext>
{
    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        if (context.Exception is GivenBackException or OperationCanceledException)
        {
            throw context.Exception; // not acknowledged, so the broker puts it back
        }

        foreach (var header in context.ExceptionHeaders.GetAll().Select(h => h.Key).ToList())
        {
            context.ExceptionHeaders.Set(header, null);
        }

        context.ExceptionHeaders.Set(DeadLetterHeaders.Failure, context.Exception.GetType().Name);
        context.ExceptionHeaders.Set(DeadLetterHeaders.ParkTime, DateTime.UtcNow.ToString("O"));
        await next.Send(context);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("parking");
}

internal static class DeadLetterHeaders
{
    public const string Failure = "concord-failure";
    public const string ParkTime = "concord-park-time";
}

internal static class ParkingExtensions
{
    public static void ParkWithoutTheFailuresText(this IReceiveEndpointConfigurator queue)
    {
        queue.PublishFaults = false;
        queue.ConfigureError(failed =>
        {
            failed.UseFilter(new Parking());
            failed.UseFilter(new ErrorTransportFilter());
        });
    }
}
