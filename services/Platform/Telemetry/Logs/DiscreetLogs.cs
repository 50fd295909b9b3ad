using Concord.Platform.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Concord.Platform.Telemetry.Logs;

/// <summary>
/// Log lines say what happened to which operation, never what anybody wrote. Decided here and not in configuration, so that turning a level up
/// while looking for an error cannot make a line out of somebody's name.
/// </summary>
internal static class DiscreetLogs
{
    public static readonly Setting Formatter = new("Logging:Console:FormatterName", "Form of a log line: line for a person at a terminal, json for a container, systemd for the journal.", LineFormatter.FormatterName,
        SettingForm.OneOf(LineFormatter.FormatterName, ConsoleFormatterNames.Json, ConsoleFormatterNames.Systemd));
    private const string Own = "Concord.";
    private const string Lifetime = "Microsoft.Hosting.Lifetime"; // where it listens, that it stops

    public static void AddDiscreetLogs(this IHostApplicationBuilder builder)
    {
        builder.Logging.Configure(o => o.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId);
        builder.Logging.AddConsoleFormatter<LineFormatter, ConsoleFormatterOptions>();
        // The slim host asks for its own form in code, which wins over the framework's own reading of this setting.
        builder.Services.AddOptions<ConsoleLoggerOptions>().PostConfigure<IConfiguration>((o, configuration) => o.FormatterName = Formatter.RequiredIn(configuration));
        builder.Services.Configure<JsonConsoleFormatterOptions>(o =>
        {
            o.IncludeScopes = true; // the trace id is in them
            o.UseUtcTimestamp = true;
            o.TimestampFormat = LineFormatter.Timestamp;
        });
        builder.Services.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(p => new DiscreetLoggerFactory(new LoggerFactory(
            p.GetServices<ILoggerProvider>(), p.GetRequiredService<IOptionsMonitor<LoggerFilterOptions>>(),
            p.GetRequiredService<IOptions<LoggerFactoryOptions>>(), p.GetService<IExternalScopeProvider>()))));
        if (!builder.Environment.IsDevelopment())
        {
            builder.Services.PostConfigure<LoggerFilterOptions>(Raise);
        }
    }

    /// <summary>Below a warning the frameworks tell addresses with their queries, and the messages of the sign-in protocol.</summary>
    private static bool MayTell(string? category, LogLevel level) => level >= LogLevel.Warning || IsOwn(category) || category == Lifetime;

    internal static bool IsOwn(string? category) => category?.StartsWith(Own, StringComparison.Ordinal) == true;

    // A rule of the configuration wins over a plain filter where it is more exact, so the bound goes into every rule.
    private static void Raise(LoggerFilterOptions options)
    {
        LoggerFilterRule[] rules = [new(null, null, options.MinLevel, null), .. options.Rules];
        options.Rules.Clear();
        foreach (var rule in rules)
        {
            options.Rules.Add(new LoggerFilterRule(rule.ProviderName, rule.CategoryName, rule.LogLevel ?? options.MinLevel,
                (provider, category, level) => MayTell(category, level) && rule.Filter?.Invoke(provider, category, level) != false));
        }
    }
}
