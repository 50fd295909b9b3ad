using Concord.Contracts.Events;
using Concord.Platform.Hosting;
using Concord.Platform.Messaging;
using Concord.Platform.Messaging.RabbitMq;
using Concord.Platform.Persistence;
using Concord.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Messaging.Tests.Modules;

/// <summary>One small service on its own store, connected with a broker.</summary>
internal sealed class Service : IAsyncDisposable
{
    private readonly TestService _service;
    private readonly Func<string[], TextWriter, Task<int>> _run;

    private Service(TestService service, Func<string[], TextWriter, Task<int>> run)
    {
        _service = service;
        _run = run;
    }

    public IServiceProvider Services => _service.Services;

    public Trouble Trouble => Services.GetRequiredService<Trouble>();

    public static Task<Service> TellerAsync(Uri broker, Action<WebApplicationBuilder>? configure = null, bool declare = true) => StartAsync<TellerModule>(broker, null, declare, configure);

    /// <summary>Knows of listeners that may never have run.</summary>
    public static Task<Service> TellerToAsync(Uri broker, params IReadOnlyList<string> listeners) => TellerAsync(
        broker, builder => builder.Services.AddSingleton<IReadOnlyList<Listener>>([.. listeners.Select(l => new Listener(l, [Happened.Type]))]), declare: false);

    /// <param name="broker">Address of its virtual host.</param>
    /// <param name="directory">Where its store is; a fresh one where null.</param>
    /// <param name="declare">Declares its queue before it starts, as migrate does: what is told from then on is heard.</param>
    /// <param name="configure">Replaces what the test needs.</param>
    public static Task<Service> ListenerAsync(Uri broker, string? directory = null, bool declare = true, Action<WebApplicationBuilder>? configure = null) => StartAsync<ListenerModule>(broker, directory, declare, configure);

    public async Task<Guid> TellAsync<T>(T fact) where T : IEvent
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
        db.Raise(fact, DateTime.UtcNow);
        var id = db.Outbox.Local.Single().Id;
        await db.SaveChangesAsync();
        return id;
    }

    /// <summary>One commit each, subjects numbered.</summary>
    public async Task TellAsync(string prefix, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await TellAsync(new Happened($"{prefix}/{i}", "once upon a time"));
        }
    }

    /// <summary>Sent facts, and those that wait.</summary>
    public Task<(int Sent, int Waiting)> OutboxAsync() => ReadAsync(async db => (await db.Outbox.CountAsync(m => m.SentTime != null), await db.Outbox.CountAsync(m => m.SentTime == null)));

    public Task<Dictionary<string, int>> HearingsAsync() => ReadAsync(db => ((TalesDbBase)db).Hearings.ToDictionaryAsync(h => h.Subject, h => h.Times));

    /// <summary>Waits until as many subjects were heard of, and that each was once.</summary>
    public async Task HeardOnceEachAsync(int subjects)
    {
        await Eventually.TrueAsync(async () => (await HearingsAsync()).Count >= subjects, $"{subjects} facts are heard of");
        var hearings = await HearingsAsync();
        Xunit.Assert.Equal(subjects, hearings.Count);
        Xunit.Assert.All(hearings, h => Xunit.Assert.Equal(1, h.Value));
    }

    public async Task<T> ReadAsync<T>(Func<ServiceDbContext, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<ServiceDbContext>());
    }

    /// <summary>Does what an operator asks of the service's program.</summary>
    public async Task<(int ExitCode, string Output)> RunAsync(params string[] words)
    {
        await using var output = new StringWriter();
        return (await _run(words, output), output.ToString());
    }

    public HttpClient Client() => _service.As(null);

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    public static Task<int> RunProgramAsync<TModule>(Uri broker, string directory, string[] words, TextWriter? output = null) where TModule : IServiceModule =>
        Verbs.RunAsync<TModule>(words[0], words[1..], builder => Configure<TModule>(builder, broker, directory), output);

    private static async Task<Service> StartAsync<TModule>(Uri broker, string? directory, bool declare, Action<WebApplicationBuilder>? configure) where TModule : IServiceModule
    {
        directory ??= Directory.CreateTempSubdirectory("concord-test-").FullName;
        var service = await TestService.StartAsync<TModule>(
            builder =>
            {
                Configure<TModule>(builder, broker, directory);
                builder.AddRabbitMq(TModule.Name);
                configure?.Invoke(builder);
            },
            directory,
            async services =>
            {
                await using var scope = services.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<ServiceDbContext>().Database.EnsureCreatedAsync();
                if (declare)
                {
                    await Declaration.DeclareAsync(services.GetRequiredService<ServiceBus>(), services.GetRequiredService<IConfiguration>());
                }
            });
        return new Service(service, (words, output) => RunProgramAsync<TModule>(broker, directory, words, output));
    }

    private static void Configure<TModule>(WebApplicationBuilder builder, Uri broker, string directory) where TModule : IServiceModule
    {
        TestStore.Current.Use(builder, TModule.Name, directory);
        builder.Configuration["ConnectionStrings:rabbitmq"] = broker.AbsoluteUri;
        builder.Services.AddSingleton<IReadOnlyList<Listener>>([]); // not those of the platform
    }
}
