using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Concord.Support.Telemetry;

/// <summary>A log provider like any other, which keeps every line with its scopes and its state.</summary>
public sealed class CapturedLogs : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<Line> _lines = new();
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    /// <summary>Text is the message, the state, the scopes and the exception: all that a provider can write down.</summary>
    public sealed record Line(string Category, LogLevel Level, string Text, string TraceId);

    public IReadOnlyList<Line> Lines => [.. _lines];

    /// <summary>Turns every category to its lowest level, as somebody who looks for an error would.</summary>
    public void Listen(WebApplicationBuilder builder)
    {
        builder.Logging.SetMinimumLevel(LogLevel.Trace).AddProvider(this);
        builder.Configuration["Logging:LogLevel:Default"] = "Trace";
        builder.Configuration["Logging:LogLevel:Microsoft.AspNetCore"] = "Trace";
        builder.Configuration["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Trace";
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Logger(CapturedLogs owner, string category) : ILogger
    {
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            List<string> parts = [formatter(state, exception), exception?.ToString() ?? "", exception?.Message ?? ""];
            parts.AddRange((state as IEnumerable<KeyValuePair<string, object?>> ?? []).Select(p => $"{p.Key}={p.Value}"));
            owner._scopes.ForEachScope((scope, to) => to.Add(scope is IEnumerable<KeyValuePair<string, object>> pairs ? string.Join(' ', pairs) : $"{scope}"), parts);
            owner._lines.Enqueue(new Line(category, logLevel, string.Join('\n', parts), Activity.Current?.TraceId.ToString() ?? ""));
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => owner._scopes.Push(state);
    }
}
