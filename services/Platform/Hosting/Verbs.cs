using System.Globalization;
using Concord.Platform.Messaging;
using Concord.Platform.Messaging.RabbitMq;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Platform.Hosting;

/// <summary>What a service's program does instead of serving, named by the first word of its command line.</summary>
internal static class Verbs
{
    public const string Usage = """
        Without a word it serves.
          migrate [--demo]                          bring the database up to date, load the demonstration where asked,
                                                    and declare the service's queue where a broker is configured
          replay [--list] [--limit N] [--unheard]   move the service's dead letters back to its queue, or only list them;
                                                    --unheard: the facts that nobody listened to, to whoever listens now
          resend --since TIME                       send the facts again that were sent since then, such as 2026-01-31T08:00:00Z
          health [SETTING...]                       ask the running server of this container whether it is ready
        """;

    /// <param name="verb">The first word.</param>
    /// <param name="args">The words after it.</param>
    /// <param name="configure">Settings besides those of the environment.</param>
    /// <param name="output">Where answers go; the console where null.</param>
    /// <returns>The exit code: 0 done, 1 not done, 2 not understood.</returns>
    public static async Task<int> RunAsync<TModule>(string verb, string[] args, Action<WebApplicationBuilder>? configure = null, TextWriter? output = null) where TModule : IServiceModule
    {
        if (verb == HealthVerb.Word)
        {
            return await HealthVerb.RunAsync(args); // asked every few seconds: builds no host
        }

        await using var app = ServiceHost.Build<TModule>([], builder =>
        {
            configure?.Invoke(builder);
            builder.AddServiceBus(TModule.Name);
        });
        output ??= Console.Out;
        var code = (verb, args) switch
        {
            ("migrate", [] or ["--demo"]) => await MigrateAsync(app, args.Length > 0),
            ("replay", _) => await ReplayVerb.RunAsync(TModule.Name, args, app.Configuration, output),
            ("resend", ["--since", var text]) when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since) =>
                await ResendAsync(app, since.UtcDateTime, output),
            _ => null,
        };
        if (code is null)
        {
            await Console.Error.WriteLineAsync(Usage);
        }

        return code ?? 2;
    }

    private static async Task<int?> MigrateAsync(WebApplication app, bool demonstration)
    {
        await app.Services.PrepareStoreAsync(CancellationToken.None);
        if (demonstration)
        {
            await app.Services.LoadDemonstrationAsync(CancellationToken.None);
        }

        if (!RabbitMqTransport.IsConfigured(app.Configuration))
        {
            return 0;
        }

        try
        {
            await Declaration.DeclareAsync(app.Services.GetRequiredService<ServiceBus>(), app.Configuration);
            return 0;
        }
        catch (InvalidOperationException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
    }

    private static async Task<int?> ResendAsync(WebApplication app, DateTime since, TextWriter output)
    {
        await output.WriteLineAsync($"{await app.Services.ResendAsync(since, CancellationToken.None)} leave again.");
        return 0;
    }
}
