using System.Net;
using Concord.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Concord.Gateway.Tests;

/// <summary>The gateway on its real server; back ends are real servers too, some of them stand-ins.</summary>
internal sealed class GatewayUnderTest : IAsyncDisposable
{
    private readonly WebApplication _app;

    private GatewayUnderTest(WebApplication app, string address, string grpcAddress) => (_app, Address, GrpcAddress, Client) = (app, address, grpcAddress, Plain(address));

    public string Address { get; }

    public string GrpcAddress { get; }

    /// <summary>Sends what it is told: follows nothing, keeps no cookies.</summary>
    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<GatewayUnderTest> StartAsync(Dictionary<string, string?> settings, int? port = null, Action<WebApplicationBuilder>? configure = null)
    {
        var app = GatewayHost.Build([], builder =>
        {
            builder.Configuration["Listen:Address"] = IPAddress.Loopback.ToString();
            builder.Configuration["Listen:Http"] = (port ?? 0).ToString();
            builder.Configuration["Listen:Grpc"] = "0";
            builder.Configuration["Identity:Issuer"] = "http://concord.test/";
            builder.Configuration["Identity:KeyDirectory"] = Directory.CreateTempSubdirectory("concord-test-").FullName;
            builder.Configuration["Identity:Clients:gateway:Secret"] = IdentityHost.GatewaySecret;
            builder.Configuration.AddInMemoryCollection(settings);
            builder.Logging.SetMinimumLevel(LogLevel.Error);
            configure?.Invoke(builder);
        });
        await app.StartAsync();
        var addresses = app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.ToArray();
        return new GatewayUnderTest(app, addresses[0], addresses[1]);
    }

    /// <summary>A server that answers every request as told.</summary>
    public static async Task<(WebApplication App, string Address)> BackEndAsync(RequestDelegate answer, HttpProtocols protocols = HttpProtocols.Http1)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, o => o.Protocols = protocols));
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync();
        return (app, app.Urls.First());
    }

    public static HttpClient Plain(string address) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(address) };

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
