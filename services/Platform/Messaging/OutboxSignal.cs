using System.Threading.Channels;
using Concord.Platform.Persistence;

namespace Concord.Platform.Messaging;

/// <summary>Wakes the relay of this process right after a commit that raised something.</summary>
public sealed class OutboxSignal : ICommitListener
{
    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Committed(IReadOnlyCollection<object> records)
    {
        if (records.OfType<OutboxMessage>().Any())
        {
            _bell.Writer.TryWrite(true);
        }
    }

    internal async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(atMost);
        try
        {
            await _bell.Reader.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // the poll: what another process or an earlier life of this one left behind
        }
    }
}
