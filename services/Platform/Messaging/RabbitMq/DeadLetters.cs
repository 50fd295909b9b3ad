using System.Text;
using System.Text.Json;
using Concord.Platform.Http;
using Microsoft.Extensions.Configuration;
using RabbitMQ.Client;

namespace Concord.Platform.Messaging.RabbitMq;

/// <summary>A parked message as an operator may see it: what it is about and why it is there, never its data.</summary>
internal sealed record DeadLetter(string Id, string Type, string Subject, string Failure, string ParkTime);

/// <summary>Shows and moves what was parked: a service's dead letters back to its queue, or unheard facts to whoever listens now.</summary>
internal sealed class DeadLetters : IAsyncDisposable
{
    private const string Unknown = "-";
    private readonly IConnection _connection;
    private readonly IChannel _channel;
    private readonly string _from;
    private readonly Func<BasicGetResult, (string Exchange, string RoutingKey)> _to;

    private DeadLetters(IConnection connection, IChannel channel, string from, Func<BasicGetResult, (string, string)> to)
    {
        _connection = connection;
        _channel = channel;
        _from = from;
        _to = to;
    }

    public static Task<DeadLetters> OfServiceAsync(string service, IConfiguration configuration) =>
        OpenAsync(configuration, BrokerNames.DeadLettersOf(service), _ => ("", BrokerNames.QueueOf(service)));

    public static Task<DeadLetters> UnheardAsync(IConfiguration configuration) =>
        OpenAsync(configuration, BrokerNames.Unheard, message => (BrokerNames.Facts, message.RoutingKey));

    /// <summary>The eldest first; all of them stay where they are.</summary>
    public async Task<IReadOnlyList<DeadLetter>> ListAsync(uint limit)
    {
        List<DeadLetter> letters = [];
        await foreach (var message in TakeAsync(limit))
        {
            letters.Add(Describe(message));
        }

        return letters; // none was acknowledged: closing the channel puts them back
    }

    /// <summary>Each is removed here only after the broker has confirmed it there: a crash in between leaves it in both places, which the inbox notices.</summary>
    /// <returns>How many were moved.</returns>
    public async Task<int> MoveAsync(uint limit)
    {
        var moved = 0;
        await foreach (var message in TakeAsync(limit))
        {
            var (exchange, routingKey) = _to(message);
            var properties = new BasicProperties { MessageId = message.BasicProperties.MessageId, ContentType = message.BasicProperties.ContentType, Persistent = true };
            await _channel.BasicPublishAsync(exchange, routingKey, mandatory: true, properties, message.Body);
            await _channel.BasicAckAsync(message.DeliveryTag, multiple: false);
            moved++;
        }

        return moved;
    }

    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private static async Task<DeadLetters> OpenAsync(IConfiguration configuration, string from, Func<BasicGetResult, (string, string)> to)
    {
        var connection = await BrokerAddress.Factory(configuration).CreateConnectionAsync();
        return new(connection, await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true)), from, to);
    }

    // No more than were there at first: what fails again comes back to the end of the queue, and would be taken for ever.
    private async IAsyncEnumerable<BasicGetResult> TakeAsync(uint limit)
    {
        var there = await _channel.MessageCountAsync(_from);
        for (var taken = 0u; taken < Math.Min(there, limit) && await _channel.BasicGetAsync(_from, autoAck: false) is { } message; taken++)
        {
            yield return message;
        }
    }

    private static DeadLetter Describe(BasicGetResult message)
    {
        var envelope = Read(message.Body);
        return new(
            envelope?.Id.ToString() ?? message.BasicProperties.MessageId ?? Unknown,
            envelope?.Type ?? Unknown,
            envelope?.Subject ?? Unknown,
            Header(message, Parking.FailureHeader) ?? Header(message, "x-first-death-reason") ?? Unknown,
            Header(message, Parking.ParkTimeHeader) ?? Unknown);
    }

    private static EventEnvelope? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize<EventEnvelope>(body.Span, ConcordJson.Lenient);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Header(BasicGetResult message, string name) =>
        message.BasicProperties.Headers?.TryGetValue(name, out var value) == true ? value is byte[] text ? Encoding.UTF8.GetString(text) : value?.ToString() : null;
}
