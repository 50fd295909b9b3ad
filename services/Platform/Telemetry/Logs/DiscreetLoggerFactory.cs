using Microsoft.Extensions.Logging;

namespace Concord.Platform.Telemetry.Logs;

/// <summary>Stands before every log provider, the collector's included: one place that nothing gets around.</summary>
internal sealed class DiscreetLoggerFactory(LoggerFactory inner) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new Discreet(inner.CreateLogger(categoryName), DiscreetLogs.IsOwn(categoryName));

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    public void Dispose() => inner.Dispose();

    private sealed class Discreet(ILogger inner, bool own) : ILogger
    {
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            inner.Log(logLevel, eventId, state, exception is null ? null : new ToldException(exception), formatter);

        public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

        // The frameworks' scopes hold the path as the caller wrote it; the trace id comes by another way.
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => own ? inner.BeginScope(state) : null;
    }
}
