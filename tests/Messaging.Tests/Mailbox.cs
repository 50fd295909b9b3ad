using System.Text;
using Concord.Support;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Concord.Messaging.Tests;

/// <summary>Looks at queues and puts messages into them, as another program at the broker could.</summary>
internal sealed class Mailbox : IAsyncDisposable
{
    private readonly IConnection _connection;

    private Mailbox(IConnection connection) => _connection = connection;

    public static async Task<Mailbox> OpenAsync(Uri host) => new(await new ConnectionFactory { Uri = host }.CreateConnectionAsync());

    public async Task PublishAsync(string type, byte[] body, string exchange = "concord.events")
    {
        await using var channel = await _connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        await channel.BasicPublishAsync(exchange, type, mandatory: true, new BasicProperties { Persistent = true }, body);
    }

    /// <summary>Waits until so many messages are ready in the queue.</summary>
    public Task HoldsAsync(string queue, uint count) => Eventually.TrueAsync(async () => await CountAsync(queue) == count, $"{queue} holds {count}");

    /// <summary>Ready messages; null where there is no such queue.</summary>
    public Task<uint?> CountAsync(string queue) => AskAsync(channel => channel.MessageCountAsync(queue));

    /// <summary>Bodies and headers of what is there now; it stays.</summary>
    public async Task<List<(string Body, Dictionary<string, string> Headers)>> PeekAsync(string queue)
    {
        await using var channel = await _connection.CreateChannelAsync();
        List<(string, Dictionary<string, string>)> messages = [];
        while (await channel.BasicGetAsync(queue, autoAck: false) is { } message)
        {
            var headers = message.BasicProperties.Headers ?? new Dictionary<string, object?>();
            messages.Add((Encoding.UTF8.GetString(message.Body.Span), headers.ToDictionary(h => h.Key, h => h.Value is byte[] text ? Encoding.UTF8.GetString(text) : $"{h.Value}")));
        }

        return messages;
    }

    public async ValueTask DisposeAsync() => await _connection.DisposeAsync();

    private async Task<uint?> AskAsync(Func<IChannel, Task<uint>> ask)
    {
        await using var channel = await _connection.CreateChannelAsync();
        try
        {
            return await ask(channel);
        }
        catch (OperationInterruptedException)
        {
            return null; // no such queue; the broker has closed the channel
        }
    }
}
