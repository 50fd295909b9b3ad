using System.Net;
using System.Net.Sockets;
using Concord.Designation;
using Concord.Gateway;
using Concord.Identity;
using Concord.Monitoring;
using Concord.Partners;
using Concord.Platform.Hosting;
using Concord.Platform.Messaging;
using Concord.Platform.Telemetry;
using Concord.Roster;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Concord.Embedded;

/// <summary>
/// Every service in one process, each with its own container, database and loopback address. They meet only where they meet in
/// production: on REST, gRPC and events. The one replaced part is the event transport.
/// </summary>
public sealed class EmbeddedPlatform : IAsyncDisposable
{
    private static readonly string[] ServiceNames = [IdentityModule.Name, PartnersModule.Name, RosterModule.Name, DesignationModule.Name, MonitoringModule.Name];

    /// <summary>For a person at a terminal, who may ask for more by the environment.</summary>
    private static readonly Dictionary<string, string?> s_defaults = new() { ["Logging:LogLevel:Default"] = "Warning" };

    private readonly DataDirectory _data;
    private readonly LoopbackPorts _ports = new();
    private readonly InProcessEventHub _hub = new();
    private readonly Dictionary<string, string?> _settings = [];
    private readonly Dictionary<string, WebApplication> _services = [];
    private WebApplication? _gateway;
    private int _gatewayPort;
    private int _gatewayGrpcPort;
    private readonly Action<WebApplicationBuilder>? _configure;

    private EmbeddedPlatform(DataDirectory data, Action<WebApplicationBuilder>? configure)
    {
        _data = data;
        _configure = configure;
    }

    /// <summary>Public address, with a trailing slash.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Public address for gRPC: unencrypted HTTP/2.</summary>
    public string GrpcAddress => $"http://{IPAddress.Loopback}:{_gatewayGrpcPort}/";

    public string FirstSignInFile => _data.FirstSignInFile;

    public string DemoSignInFile => _data.DemoSignInFile;

    /// <summary>REST address of each service on loopback, by name.</summary>
    public IReadOnlyDictionary<string, Uri> ServiceAddresses => ServiceNames.ToDictionary(n => n, n => new Uri(_settings[$"Services:{n}:Http"]!));

    /// <summary>The container of one service: for oracles that look where no client can.</summary>
    public IServiceProvider Services(string service) => _services[service].Services;

    /// <param name="options">Where the data is and which port to take.</param>
    /// <param name="configure">Called for every service and the gateway; tests replace the clock with it.</param>
    /// <exception cref="InvalidOperationException">The data directory or the port is taken.</exception>
    /// <exception cref="SettingException">The environment sets something wrong.</exception>
    public static async Task<EmbeddedPlatform> StartAsync(EmbeddedOptions options, Action<WebApplicationBuilder>? configure = null)
    {
        var platform = new EmbeddedPlatform(DataDirectory.Open(options.DataDirectory), configure);
        try
        {
            platform.BindAll(options.Port);
            await Task.WhenAll(platform.BuildServices());
            foreach (var app in platform._services.Values.Append(platform._gateway!))
            {
                app.Services.CheckSettings();
            }

            // Listeners are connected before anybody relays, so no fact goes out while a service is missing.
            foreach (var service in platform._services.Values)
            {
                platform._hub.Subscribe(service.Services, service.Services.GetServices<EventSubscription>());
            }

            await Task.WhenAll(platform._services.Values.Select(service => Task.Run(async () =>
            {
                await service.Services.PrepareStoreAsync(CancellationToken.None);
                if (options.Demonstration)
                {
                    await service.Services.LoadDemonstrationAsync(CancellationToken.None);
                }
            })));
            await Task.WhenAll(platform._services.Values.Append(platform._gateway!).Select(service => service.StartAsync()));
            return platform;
        }
        catch
        {
            await platform.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        // The gateway first: nobody comes in while the services end.
        foreach (var app in (WebApplication?[])[_gateway, .. _services.Values])
        {
            if (app is not null)
            {
                if (app.Lifetime.ApplicationStarted.IsCancellationRequested) // one that never started cannot stop, and what kept it from starting is what matters
                {
                    await app.StopAsync();
                }

                await app.DisposeAsync();
            }
        }

        _ports.Dispose();
        _data.Dispose();
    }

    private void BindAll(int port)
    {
        try
        {
            _gatewayPort = _ports.Bind(port);
            Address = $"http://{IPAddress.Loopback}:{_gatewayPort}/";
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new InvalidOperationException($"Port {port} is in use; choose another with --port N, or --port 0 for any free one.", e);
        }

        _gatewayGrpcPort = _ports.Bind(0);
        _settings["Identity:Issuer"] = Address;
        _settings["Identity:KeyDirectory"] = _data.KeyDirectory;
        _settings["Audit:SigningKeyFile"] = Path.Combine(_data.KeyDirectory, "audit-signing.pem");
        _settings["Audit:HeadDirectory"] = _data.HeadDirectory;
        _settings["Audit:WitnessKeyDirectory"] = _data.WitnessKeyDirectory;
        _settings["Identity:FirstSignInFile"] = _data.FirstSignInFile;
        _settings["Identity:DemoSignInFile"] = _data.DemoSignInFile;
        _settings["Identity:Clients:gateway:Secret"] = _data.Secret("gateway");
        _settings["Listen:Address"] = IPAddress.Loopback.ToString();
        foreach (var name in ServiceNames)
        {
            _settings[$"ConnectionStrings:{name}"] = _data.ConnectionString(name);
            _settings[$"Services:{name}:Http"] = $"http://{IPAddress.Loopback}:{_ports.Bind(0)}";
            _settings[$"Services:{name}:Grpc"] = $"http://{IPAddress.Loopback}:{_ports.Bind(0)}";
        }
    }

    private IEnumerable<Task> BuildServices() =>
    [
        BuildAsync<IdentityModule>(),
        BuildAsync<PartnersModule>(),
        BuildAsync<RosterModule>(),
        BuildAsync<DesignationModule>(),
        BuildAsync<MonitoringModule>(),
        Task.Run(() => _gateway = GatewayHost.Build([], builder =>
        {
            Configure(builder, _gatewayPort, _gatewayGrpcPort);
            builder.Configuration["OTEL_SERVICE_NAME"] = "concord-embedded"; // it exports for the whole process
            _configure?.Invoke(builder);
        })),
    ];

    private Task BuildAsync<TModule>() where TModule : IServiceModule => Task.Run(() =>
    {
        var app = ServiceHost.Build<TModule>([], builder =>
        {
            Configure(builder, new Uri(_settings[$"Services:{TModule.Name}:Http"]!).Port, new Uri(_settings[$"Services:{TModule.Name}:Grpc"]!).Port);
            builder.Configuration["Sealing:KeyDirectory"] = _data.SealingKeyDirectory(TModule.Name);
            builder.Configuration["Sealing:ErasureLedger"] = _data.ErasureLedger(TModule.Name);
            builder.Services.AddSingleton<IEventTransport>(_hub);
            builder.Services.AddSingleton<ExportedByAnotherHost>();
            _configure?.Invoke(builder);
        });
        lock (_services)
        {
            _services.Add(TModule.Name, app);
        }
    });

    private void Configure(WebApplicationBuilder builder, int httpPort, int grpcPort)
    {
        builder.Configuration.AddInMemoryCollection(_settings);
        builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = s_defaults });
        builder.Configuration["Listen:Http"] = httpPort.ToString(System.Globalization.CultureInfo.InvariantCulture);
        builder.Configuration["Listen:Grpc"] = grpcPort.ToString(System.Globalization.CultureInfo.InvariantCulture);
        builder.WebHost.UseSockets(_ports.Use);
        // The process has one lifetime, kept by Program; six hosts must not each take Ctrl-C for themselves.
        builder.Services.Replace(ServiceDescriptor.Singleton<IHostLifetime, NoLifetime>());
    }

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
