using System.Net;
using System.Net.Http.Headers;
using Concord.Contracts.Events;
using Concord.Platform.Hosting;
using Concord.Platform.Http;
using Concord.Platform.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Concord.Support;

/// <summary>One service on its real server, with its own database; only the identity service and the other services are stood in for.</summary>
public sealed class TestService : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TestTokens _tokens;
    private readonly string[] _addresses;

    private TestService(WebApplication app, TestTokens tokens)
    {
        _app = app;
        _tokens = tokens;
        _addresses = [.. app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses];
    }

    public IServiceProvider Services => _app.Services;

    public string HttpAddress => _addresses[0];

    public string GrpcAddress => _addresses[1];

    /// <param name="configure">Replaces what the test needs: the clock, a client of another service.</param>
    /// <param name="directory">Data directory to go on from; a fresh one where null.</param>
    /// <param name="prepare">Makes the store; by its migrations and seeds where null.</param>
    public static async Task<TestService> StartAsync<TModule>(
        Action<WebApplicationBuilder>? configure = null, string? directory = null, Func<IServiceProvider, Task>? prepare = null) where TModule : IServiceModule
    {
        directory ??= Directory.CreateTempSubdirectory("concord-test-").FullName;
        var tokens = new TestTokens();
        var app = ServiceHost.Build<TModule>([], builder =>
        {
            builder.Configuration["Listen:Address"] = IPAddress.Loopback.ToString();
            builder.Configuration["Listen:Http"] = "0";
            builder.Configuration["Listen:Grpc"] = "0";
            builder.Configuration["Sealing:KeyDirectory"] = Path.Combine(directory, "sealing-keys", TModule.Name);
            TestStore.Current.Use(builder, TModule.Name, directory);
            builder.Logging.SetMinimumLevel(LogLevel.Warning);
            builder.Services.AddSingleton<RecordingTransport>();
            builder.Services.AddSingleton<IEventTransport>(p => p.GetRequiredService<RecordingTransport>());
            QuickPasswords.Use(builder);
            configure?.Invoke(builder);
            tokens.Trust(builder.Services);
        });
        if (prepare is null)
        {
            await TestStore.Current.PrepareAsync(TModule.Name, app.Services);
        }

        await (prepare?.Invoke(app.Services) ?? app.Services.PrepareStoreAsync(CancellationToken.None));
        await app.StartAsync();
        return new TestService(app, tokens);
    }

    /// <summary>A client that acts as the caller; nobody where null.</summary>
    public HttpClient As(TestCaller? caller)
    {
        var client = new HttpClient(SignIn.FromOutside()) { BaseAddress = new Uri(HttpAddress) };
        if (caller is not null)
        {
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _tokens.For(caller));
        }

        return client;
    }

    public string TokenOf(TestCaller caller) => _tokens.For(caller);

    /// <summary>This service learns that tokens of the subject are good no more.</summary>
    public void Revoke(string subject) => Services.GetRequiredService<TestNews>().Revoke(subject);

    /// <summary>This service learns that the person is named in the compartments of these processes, and no others.</summary>
    public void Name(TestCaller person, params string[] processes) => Services.GetRequiredService<TestNews>().Name(person.Subject, processes);

    /// <summary>Lets this service hear a fact of another one, as a transport would deliver it.</summary>
    public async Task HearAsync<T>(T fact, Guid? id = null) where T : IEvent
    {
        var envelope = new EventEnvelope(id ?? Guid.CreateVersion7(), "test", T.Type, fact.Subject, DateTime.UtcNow, System.Text.Json.JsonSerializer.Serialize(fact, ConcordJson.Options), null);
        await DeliverAsync(envelope);
    }

    /// <summary>Gives the fact to every handler that listens to its type.</summary>
    public async Task DeliverAsync(EventEnvelope envelope)
    {
        foreach (var subscription in Services.GetServices<EventSubscription>().Where(s => s.Type == envelope.Type))
        {
            await subscription.ReceiveAsync(Services, envelope, CancellationToken.None);
        }
    }

    /// <summary>The facts that this service has sent so far.</summary>
    public IReadOnlyList<EventEnvelope> Sent => Services.GetRequiredService<RecordingTransport>().Sent;

    public Task StopAsync(CancellationToken cancellationToken) => _app.StopAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}

/// <summary>A transport that takes everything and remembers it.</summary>
public sealed class RecordingTransport : IEventTransport
{
    private readonly List<EventEnvelope> _sent = [];

    public IReadOnlyList<EventEnvelope> Sent
    {
        get
        {
            lock (_sent)
            {
                return [.. _sent];
            }
        }
    }

    public Task PublishAsync(EventEnvelope envelope, CancellationToken cancellationToken)
    {
        lock (_sent)
        {
            _sent.Add(envelope);
        }

        return Task.CompletedTask;
    }
}
