using System.Net;
using Concord.Identity;
using Concord.Platform.Hosting;
using Concord.Platform.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Concord.Support;

/// <summary>The identity service as it runs for others: its own keys, its own tokens, the demonstration's people.</summary>
internal sealed class IdentityHost : IAsyncDisposable
{
    private IdentityHost(WebApplication app, string directory, string address)
    {
        (Services, Data, Address) = (app.Services, directory, address);
        _app = app;
    }

    private readonly WebApplication _app;

    public const string GatewaySecret = "a secret of this test";

    public IServiceProvider Services { get; }

    public string Data { get; }

    public string Address { get; }

    public string KeyDirectory => Path.Combine(Data, "keys");

    /// <summary>The secrets of the demonstration, by name.</summary>
    public Dictionary<string, string> Secrets => File.ReadAllLines(Path.Combine(Data, "demo-sign-in.txt")).Select(l => l.Split('\t')).ToDictionary(p => p[0], p => p[1]);

    public static async Task<IdentityHost> StartAsync(string? directory = null, string issuer = "http://concord.test/", Action<WebApplicationBuilder>? configure = null)
    {
        directory ??= Directory.CreateTempSubdirectory("concord-test-").FullName;
        var app = ServiceHost.Build<IdentityModule>([], builder =>
        {
            builder.Configuration["Listen:Address"] = IPAddress.Loopback.ToString();
            builder.Configuration["Listen:Http"] = "0";
            builder.Configuration["Listen:Grpc"] = "0";
            TestStore.Current.Use(builder, IdentityModule.Name, directory);
            builder.Configuration["Identity:Issuer"] = issuer;
            builder.Configuration["Identity:KeyDirectory"] = Path.Combine(directory, "keys");
            builder.Configuration["Sealing:KeyDirectory"] = Path.Combine(directory, "sealing-keys");
            builder.Configuration["Audit:SigningKeyFile"] = Path.Combine(directory, "keys", "audit-signing.pem");
            builder.Configuration["Identity:FirstSignInFile"] = Path.Combine(directory, "first-sign-in.txt");
            builder.Configuration["Identity:DemoSignInFile"] = Path.Combine(directory, "demo-sign-in.txt");
            builder.Configuration["Identity:Clients:gateway:Secret"] = GatewaySecret;
            builder.Logging.SetMinimumLevel(LogLevel.Warning);
            builder.Services.AddSingleton<IEventTransport, RecordingTransport>();
            QuickPasswords.Use(builder);
            configure?.Invoke(builder);
        });
        await TestStore.Current.PrepareAsync(IdentityModule.Name, app.Services);
        await app.Services.PrepareStoreAsync(CancellationToken.None);
        await app.Services.LoadDemonstrationAsync(CancellationToken.None);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        app.Configuration["Services:identity:Http"] ??= address; // one that takes the tokens of another has been told which
        return new IdentityHost(app, directory, address);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
