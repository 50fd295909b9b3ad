using Concord.Platform.Messaging;

namespace Concord.Platform.Tests;

/// <summary>A transport that fails where the test says so, and remembers every try.</summary>
internal sealed class ScriptedTransport(Func<EventEnvelope, int, Exception?> script, Func<Task>? meanwhile = null) : IEventTransport
{
    private readonly List<EventEnvelope> _tries = [];
    private readonly List<EventEnvelope> _taken = [];

    public IReadOnlyList<EventEnvelope> Tries => Copy(_tries);

    public IReadOnlyList<EventEnvelope> Taken => Copy(_taken);

    public async Task PublishAsync(EventEnvelope envelope, CancellationToken cancellationToken)
    {
        await (meanwhile?.Invoke() ?? Task.CompletedTask);
        lock (_tries)
        {
            _tries.Add(envelope);
            if (script(envelope, _tries.Count(t => t.Id == envelope.Id)) is { } failure)
            {
                throw failure;
            }

            _taken.Add(envelope);
        }
    }

    private List<EventEnvelope> Copy(List<EventEnvelope> list)
    {
        lock (_tries)
        {
            return [.. list];
        }
    }
}
