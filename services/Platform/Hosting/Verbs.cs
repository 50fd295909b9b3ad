using System.Data.Common;
using System.Globalization;
using System.Security.Authentication;
using Concord.Platform.Audit;
using Concord.Platform.Messaging;
using Concord.Platform.Messaging.RabbitMq;
using Concord.Platform.Persistence;
using Concord.Platform.Sealing;
using Concord.Platform.Security.Keys;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Platform.Hosting;

/// <summary>What a service's program does instead of serving, named by the first word of its command line.</summary>
internal static class Verbs
{
    public const string Usage = """
        Without a word it serves.
          migrate [--demo]                          bring the database up to date, load the demonstration where asked,
                                                    and declare the queues of all who listen where a broker is configured
          replay [--list] [--limit N] [--unheard]   move the service's dead letters back to its queue, or only list them;
                                                    --unheard: the facts that nobody listened to, to whoever listens now
          resend --since TIME                       send the facts again that were sent since then, such as 2026-01-31T08:00:00Z
          audit                                     check the audit chain from its first entry on, and name the first bad one
          rotate-key                                make a new key and wrap the keys of all persons by it; others serve on meanwhile
          rotate-token-keys [--at-once]             at identity: publish a new key of tokens that signs a quarter of an hour later, beside those of before;
                                                    --at-once: it signs now, and what another key signed is good no more
          reapply-erasures FILE                     after a backup was put back: erase again whom the erasure ledger names
          health [live] [SETTING...]                ask the running server of this container whether it is ready, or only whether it is alive
        """;

    public const string Help = "help";

    /// <summary>A time of day alone would mean today's, which it is not after midnight.</summary>
    private static readonly string[] Times = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <param name="verb">The first word.</param>
    /// <param name="args">The words after it.</param>
    /// <param name="configure">Settings besides those of the environment.</param>
    /// <param name="output">Where answers go; the console where null.</param>
    /// <param name="errors">Where it is said what is wrong; the console where null.</param>
    /// <returns>The exit code: 0 done, 1 not done, 2 not understood.</returns>
    public static async Task<int> RunAsync<TModule>(string verb, string[] args, Action<WebApplicationBuilder>? configure = null, TextWriter? output = null, TextWriter? errors = null) where TModule : IServiceModule
    {
        output ??= Console.Out;
        try
        {
            return (verb, args) switch
            {
                (HealthVerb.Word, _) => await HealthVerb.RunAsync(args, TModule.Name), // asked every few seconds: builds no host
                (Help, _) => await HelpAsync(output),
                ("migrate", [] or ["--demo"]) => await InHostAsync<TModule>(configure, app => MigrateAsync(app, args.Length > 0)),
                ("replay", _) when ReplayOrder.Read(args) is { } order => await InHostAsync<TModule>(configure, app => order.RunAsync(TModule.Name, app.Services, output)),
                ("resend", ["--since", var text]) when DateTimeOffset.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since) =>
                    await InHostAsync<TModule>(configure, app => ResendAsync(app, since.UtcDateTime, output)),
                ("audit", []) => await AuditVerb.RunAsync<TModule>(configure, output),
                (ReapplyErasuresVerb.Word, [var ledger]) => await ReapplyErasuresVerb.RunAsync<TModule>(ledger, configure, output),
                (RotateKeyVerb.Word, []) => await RotateKeyVerb.RunAsync<TModule>(configure, output),
                (RotateTokenKeysVerb.Word, [] or [RotateTokenKeysVerb.AtOnce]) => await RotateTokenKeysVerb.RunAsync<TModule>(args.Length > 0, configure, output),
                _ => await NotUnderstoodAsync(),
            };
        }
        catch (Exception e) when (e is SettingException or BrokerException or DbException or ArgumentException or IOException or UnauthorizedAccessException || StoreTrouble.AsRefusal(e) is not null)
        {
            await (errors ?? Console.Error).WriteLineAsync(e.InnerException is AuthenticationException why ? $"{e.Message}: {why.Message}" : e.Message); // a connection string that is none is an ArgumentException of its driver
            return 1;
        }
    }

    internal static async Task<int> InHostAsync<TModule>(Action<WebApplicationBuilder>? configure, Func<WebApplication, Task> act) where TModule : IServiceModule
    {
        await using var app = ServiceHost.Build<TModule>([], builder =>
        {
            configure?.Invoke(builder);
            builder.AddServiceBus(TModule.Name);
        });
        app.CheckProduction();
        await act(app);
        return 0;
    }

    private static async Task MigrateAsync(WebApplication app, bool demonstration)
    {
        if (demonstration)
        {
            ProductionStart.RefuseDemonstration(app.Environment);
        }

        await app.Services.PrepareStoreAsync(CancellationToken.None);
        if (demonstration)
        {
            await app.Services.LoadDemonstrationAsync(CancellationToken.None);
        }

        if (RabbitMqTransport.IsConfigured(app.Configuration))
        {
            await Declaration.DeclareAsync(app.Services.GetRequiredService<ServiceBus>(), app.Configuration);
        }
    }

    private static async Task ResendAsync(WebApplication app, DateTime since, TextWriter output) =>
        await output.WriteLineAsync($"{await app.Services.ResendAsync(since, CancellationToken.None)} leave again.");

    private static async Task<int> HelpAsync(TextWriter output)
    {
        await output.WriteLineAsync(Usage);
        return 0;
    }

    private static async Task<int> NotUnderstoodAsync()
    {
        await Console.Error.WriteLineAsync(Usage);
        return 2;
    }
}
