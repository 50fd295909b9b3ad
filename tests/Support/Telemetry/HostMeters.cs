using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Support.Telemetry;

/// <summary>Hears the instruments of one host, whatever others run beside it.</summary>
public sealed class HostMeters : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<(string Name, bool Observed, double Value, KeyValuePair<string, object?>[] Tags)> _points = new();

    public HostMeters(IServiceProvider host)
    {
        var factory = host.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == factory)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>What was counted so far; of an observed instrument what it says now.</summary>
    public IReadOnlyList<double> Read(string name, params (string Key, string Value)[] tags)
    {
        var before = _points.Count;
        _listener.RecordObservableInstruments();
        return [.. _points.Where((p, i) => p.Name == name && (i >= before || !p.Observed) && tags.All(t => p.Tags.Any(own => own.Key == t.Key && own.Value?.ToString() == t.Value))).Select(p => p.Value)];
    }

    public void Dispose() => _listener.Dispose();

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) => _points.Enqueue((instrument.Name, instrument.IsObservable, value, tags.ToArray()));
}
