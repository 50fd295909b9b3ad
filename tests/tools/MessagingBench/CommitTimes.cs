using System.Collections.Concurrent;
using System.Diagnostics;
using Concord.Messaging.Tests.Modules;
using Concord.Platform.Persistence;

namespace Concord.MessagingBench;

/// <summary>When each subject's hearing was committed.</summary>
internal sealed class CommitTimes : ICommitListener
{
    public ConcurrentDictionary<string, long> Heard { get; } = new();

    public void Committed(IReadOnlyCollection<object> records)
    {
        foreach (var hearing in records.OfType<Hearing>())
        {
            Heard.TryAdd(hearing.Subject, Stopwatch.GetTimestamp());
        }
    }
}
