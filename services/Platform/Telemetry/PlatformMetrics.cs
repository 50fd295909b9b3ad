using System.Diagnostics.Metrics;
using Concord.Platform.Messaging;
using Concord.Platform.Persistence;

namespace Concord.Platform.Telemetry;

/// <summary>What became of a fact at a listener.</summary>
internal enum HeardAs
{
    Applied,
    Duplicate,
    Failed,
}

/// <summary>The platform's own instruments. Types, handlers and services are tags; names, ids and texts never are.</summary>
public sealed class PlatformMetrics
{
    public const string Meter = "Concord.Platform";
    private const int NoBroker = -1;
    private readonly TimeProvider _time;
    private readonly KeyValuePair<string, object?> _service;
    private readonly Counter<long> _published;
    private readonly Counter<long> _publishFailures;
    private readonly Counter<long> _received;
    private readonly Histogram<double> _lag;
    private readonly Counter<long> _replays;
    private OutboxState? _outbox;
    private int _broker = NoBroker;

    internal PlatformMetrics(IMeterFactory meters, TimeProvider time, string service)
    {
        _time = time;
        _service = new("concord.service", service); // several services may share a process
        var meter = meters.Create(Meter);
        _published = meter.CreateCounter<long>("concord.outbox.published", "{fact}", "Facts that the transport has taken, by type.");
        _publishFailures = meter.CreateCounter<long>("concord.outbox.publish.failures", "{attempt}", "Attempts to publish a fact that failed and are repeated, by type.");
        meter.CreateObservableGauge("concord.outbox.depth", () => Tell(o => o.Unsent), "{fact}", "Facts that are not sent yet.");
        meter.CreateObservableGauge("concord.outbox.oldest.age", () => Tell(AgeOfOldest), "s", "Age of the oldest fact that is not sent yet; 0 where there is none.");
        meter.CreateObservableGauge("concord.broker.connected", TellBroker, "{connection}", "1 while this process is connected with the broker, 0 while it is away or lets nobody in.");
        _received = meter.CreateCounter<long>("concord.inbox.received", "{fact}", "Facts that a handler was given, by type, handler and outcome: applied, duplicate, failed.");
        _lag = meter.CreateHistogram("concord.inbox.lag", "s", "From the moment a fact became true to the moment a handler has applied it, by type and handler.", advice: new InstrumentAdvice<double>
        {
            HistogramBucketBoundaries = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3600],
        });
        _replays = meter.CreateCounter<long>("concord.idempotency.replays", "{request}", "Repeated requests that got the answer of the first.");
    }

    /// <summary>Null where the last look failed: no point then, rather than an old one.</summary>
    internal OutboxState? Outbox
    {
        set => Volatile.Write(ref _outbox, value);
    }

    internal bool BrokerConnected
    {
        set => Volatile.Write(ref _broker, value ? 1 : 0);
    }

    internal void Published(string type) => _published.Add(1, _service, Type(type));

    internal void PublishFailed(string type) => _publishFailures.Add(1, _service, Type(type));

    internal void Received(EventEnvelope envelope, string handler, HeardAs outcome)
    {
        var by = new KeyValuePair<string, object?>("concord.event.handler", handler);
        _received.Add(1, _service, Type(envelope.Type), by, new("concord.outcome", Word(outcome)));
        if (outcome == HeardAs.Applied)
        {
            _lag.Record((_time.Now() - envelope.Time).TotalSeconds, _service, Type(envelope.Type), by);
        }
    }

    internal void Replayed() => _replays.Add(1, _service);

    private double AgeOfOldest(OutboxState outbox) => outbox.Oldest is { } oldest ? Math.Max(0, (_time.Now() - oldest).TotalSeconds) : 0;

    private IEnumerable<Measurement<T>> Tell<T>(Func<OutboxState, T> read) where T : struct =>
        Volatile.Read(ref _outbox) is { } outbox ? [new(read(outbox), _service)] : [];

    // No point where there is no broker: the embedded platform hands facts over in memory.
    private IEnumerable<Measurement<int>> TellBroker() => Volatile.Read(ref _broker) is not NoBroker and var connected ? [new(connected, _service)] : [];

    private static KeyValuePair<string, object?> Type(string type) => new("concord.event.type", type);

    private static string Word(HeardAs outcome) => outcome switch
    {
        HeardAs.Applied => "applied",
        HeardAs.Duplicate => "duplicate",
        _ => "failed",
    };
}

/// <param name="Unsent">How many facts wait.</param>
/// <param name="Oldest">When the oldest of them became true; null where none waits.</param>
internal sealed record OutboxState(long Unsent, DateTime? Oldest);
