using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client.Exceptions;

namespace Concord.Platform.Messaging.RabbitMq;

/// <summary><c>replay [--list] [--limit N] [--unheard]</c></summary>
internal sealed record ReplayOrder(bool List, bool Unheard, uint Limit)
{
    /// <returns>Null where the words are not understood.</returns>
    public static ReplayOrder? Read(string[] words)
    {
        ReplayOrder order = new(List: false, Unheard: false, uint.MaxValue);
        for (var rest = words.AsMemory(); !rest.IsEmpty;)
        {
            (var read, order) = rest.Span switch
            {
                ["--list", ..] => (1, order with { List = true }),
                ["--unheard", ..] => (1, order with { Unheard = true }),
                ["--limit", var text, ..] when uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) => (2, order with { Limit = n }),
                _ => (0, order),
            };
            if (read == 0)
            {
                return null;
            }

            rest = rest[read..];
        }

        return order;
    }

    /// <exception cref="BrokerException">Nothing, or not all of it, was moved.</exception>
    public async Task RunAsync(string service, IServiceProvider services, TextWriter output)
    {
        if (!Unheard && !services.GetServices<EventSubscription>().Any())
        {
            throw new BrokerException($"The {service} service listens to nothing and has no dead letters.");
        }

        var configuration = services.GetRequiredService<IConfiguration>();
        try
        {
            await using var letters = Unheard ? await DeadLetters.UnheardAsync(configuration) : await DeadLetters.OfServiceAsync(service, configuration);
            if (List)
            {
                foreach (var letter in await letters.ListAsync(Limit))
                {
                    await output.WriteLineAsync($"{letter.Id}\t{letter.Type}\t{letter.Subject}\t{letter.Failure}\t{letter.ParkTime}");
                }
            }
            else
            {
                await output.WriteLineAsync($"{await letters.MoveAsync(Limit)} moved.");
            }
        }
        catch (Exception e) when (e is RabbitMQClientException or InvalidOperationException or IOException)
        {
            throw new BrokerException($"{BrokerAddress.Describe(configuration)}: {e.Message}", e);
        }
    }
}
