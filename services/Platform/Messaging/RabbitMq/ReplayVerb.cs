using System.Globalization;
using Microsoft.Extensions.Configuration;
using RabbitMQ.Client.Exceptions;

namespace Concord.Platform.Messaging.RabbitMq;

/// <summary><c>replay [--list] [--limit N] [--unheard]</c></summary>
internal static class ReplayVerb
{
    /// <returns>The exit code; null where the words are not understood.</returns>
    public static async Task<int?> RunAsync(string service, string[] args, IConfiguration configuration, TextWriter output)
    {
        var (list, unheard, limit) = (false, false, uint.MaxValue);
        for (var words = args.AsMemory(); !words.IsEmpty;)
        {
            (var read, list, unheard, limit) = words.Span switch
            {
                ["--list", ..] => (1, true, unheard, limit),
                ["--unheard", ..] => (1, list, true, limit),
                ["--limit", var text, ..] when uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) => (2, list, unheard, n),
                _ => (0, list, unheard, limit),
            };
            if (read == 0)
            {
                return null;
            }

            words = words[read..];
        }

        try
        {
            await using var letters = unheard ? await DeadLetters.UnheardAsync(configuration) : await DeadLetters.OfServiceAsync(service, configuration);
            if (list)
            {
                foreach (var letter in await letters.ListAsync(limit))
                {
                    await output.WriteLineAsync($"{letter.Id}\t{letter.Type}\t{letter.Subject}\t{letter.Failure}\t{letter.ParkTime}");
                }
            }
            else
            {
                await output.WriteLineAsync($"{await letters.MoveAsync(limit)} moved.");
            }

            return 0;
        }
        catch (Exception e) when (e is RabbitMQClientException or InvalidOperationException or IOException)
        {
            await Console.Error.WriteLineAsync($"{BrokerAddress.Describe(configuration)}: {e.Message}");
            return 1;
        }
    }
}
