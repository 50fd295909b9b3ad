using System.Net;
using Concord.Partners.V1;
using Concord.Platform.Grpc;
using Concord.Platform.Http;
using Concord.Platform.Mesh;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Concord.Platform.Tests;

/// <summary>A caller inside the platform does not notice that one replica of a service is gone.</summary>
public sealed class ReplicaTests
{
    private static readonly Uri Nobody = new("http://127.0.0.1:1");

    [Fact]
    public async Task Replicas_are_taken_in_turn()
    {
        await using var a = await RestAsync("a");
        await using var b = await RestAsync("b");
        using var client = Client(new Uri(a.Urls.First()), new Uri(b.Urls.First()));
        Assert.Equal(["a", "a", "b", "b"], [.. (await AskAsync(client, 4)).Order()]);
    }

    [Fact]
    public async Task One_that_cannot_be_reached_is_passed_over_with_the_body_whole()
    {
        await using var a = await RestAsync("a");
        using var client = Client(Nobody, new Uri(a.Urls.First()));
        Assert.Equal(["a", "a", "a", "a"], await AskAsync(client, 4));
    }

    [Fact]
    public async Task What_broke_off_is_not_sent_again()
    {
        var asked = 0;
        await using var breaking = await ListenAsync(HttpProtocols.Http1, _ => { }, app => app.Run(context =>
        {
            Interlocked.Increment(ref asked);
            context.Abort();
            return Task.CompletedTask;
        }));
        using var client = Client(new Uri(breaking.Urls.First()), new Uri(breaking.Urls.First()));
        await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(client, 1));
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task A_caller_follows_nobody_who_sends_it_elsewhere()
    {
        await using var elsewhere = await RestAsync("elsewhere");
        await using var sending = await ListenAsync(HttpProtocols.Http1, _ => { }, app => app.Run(context =>
        {
            context.Response.Redirect(elsewhere.Urls.First());
            return Task.CompletedTask;
        }));
        using var client = Client(new Uri(sending.Urls.First()));
        using var answer = await client.GetAsync(new Uri("http://service/"));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task Where_none_is_left_the_last_failure_is_told()
    {
        using var client = Client(Nobody, Nobody);
        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(client, 1));
        Assert.True(ReplicaHandler.IsUnreachable(failure));
    }

    [Fact]
    public async Task A_question_whose_replica_went_away_before_it_answered_is_asked_of_another()
    {
        var broken = 0;
        await using var breaking = await ListenAsync(HttpProtocols.Http2, _ => { }, app => app.Run(context =>
        {
            // As a killed process: the connection breaks, not the call, and then nobody listens.
            Interlocked.Increment(ref broken);
            context.Features.GetRequiredFeature<IConnectionLifetimeFeature>().Abort();
            _ = app.StopAsync();
            return Task.CompletedTask;
        }));
        await using var answering = await ListenAsync(HttpProtocols.Http2, services => services.AddGrpc(), app => app.MapGrpcService<Answering>());
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["Services:partners:Grpc"] = $"{breaking.Urls.First()},{answering.Urls.First()}";
        builder.Services.AddSingleton(TimeProvider.System).AddMesh("designation").AddHttpContextAccessor();
        builder.AddServiceClient<PartnersService.PartnersServiceClient>("partners");
        using var host = builder.Build();
        var client = host.Services.GetRequiredService<PartnersService.PartnersServiceClient>();
        while (broken == 0)
        {
            Assert.Equal("n", (await client.GetOrganizationAsync(new GetOrganizationRequest { Name = "n" })).Name);
        }
    }

    private sealed class Answering : PartnersService.PartnersServiceBase
    {
        public override Task<GetOrganizationResponse> GetOrganization(GetOrganizationRequest request, ServerCallContext context) =>
            Task.FromResult(new GetOrganizationResponse { Name = request.Name });
    }

    private static HttpClient Client(params Uri[] replicas) =>
        new(new ReplicaHandler(() => replicas) { InnerHandler = ReplicaHandler.Socket() }) { BaseAddress = new Uri("http://service/") };

    private static async Task<List<string>> AskAsync(HttpClient client, int times)
    {
        List<string> answers = [];
        for (var i = 0; i < times; i++)
        {
            using var answer = await client.PostAsync(new Uri("/ask", UriKind.Relative), new StringContent("body"));
            answers.Add(await answer.Content.ReadAsStringAsync());
        }

        return answers;
    }

    private static Task<WebApplication> RestAsync(string name) => ListenAsync(HttpProtocols.Http1, _ => { }, app => app.Run(async context =>
    {
        using var reader = new StreamReader(context.Request.Body);
        Assert.Equal("body", await reader.ReadToEndAsync());
        await context.Response.WriteAsync(name);
    }));

    private static async Task<WebApplication> ListenAsync(HttpProtocols protocols, Action<IServiceCollection> services, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, o => o.Protocols = protocols));
        services(builder.Services);
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return app;
    }
}
