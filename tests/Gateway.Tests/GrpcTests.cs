using Concord.Partners.V1;
using Concord.Support.Servers;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Concord.Gateway.Tests;

public sealed class GrpcTests
{
    private sealed class Answering : PartnersService.PartnersServiceBase
    {
        public override Task<GetOrganizationResponse> GetOrganization(GetOrganizationRequest request, ServerCallContext context) => request.Name == "refuse"
            ? throw new RpcException(new Grpc.Core.Status(StatusCode.NotFound, "own words"), new Metadata { { "own-trailer", "t" } })
            : Task.FromResult(new GetOrganizationResponse { Name = request.Name, DisplayName = context.RequestHeaders.GetValue("authorization") });
    }

    [Fact]
    public async Task A_question_passes_over_HTTP2_with_its_token_and_a_refusal_with_its_trailers()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(System.Net.IPAddress.Loopback, 0, o => o.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        await using var service = builder.Build();
        service.MapGrpcService<Answering>();
        await service.StartAsync();
        await using var gateway = await GatewayUnderTest.StartAsync(new() { ["Services:partners:Grpc"] = service.Urls.First() });
        using var channel = GrpcChannel.ForAddress(gateway.GrpcAddress);
        var client = new PartnersService.PartnersServiceClient(channel);

        var answer = await client.GetOrganizationAsync(new GetOrganizationRequest { Name = "n" }, new Metadata { { "authorization", "Bearer t" } });
        Assert.Equal(("n", "Bearer t"), (answer.Name, answer.DisplayName));
        var refusal = await Assert.ThrowsAsync<RpcException>(async () => await client.GetOrganizationAsync(new GetOrganizationRequest { Name = "refuse" }));
        Assert.Equal((StatusCode.NotFound, "own words", "t"), (refusal.StatusCode, refusal.Status.Detail, refusal.Trailers.GetValue("own-trailer")));
    }

    [Fact]
    public async Task A_service_that_is_down_is_unavailable_and_an_unknown_one_unimplemented()
    {
        await using var gateway = await GatewayUnderTest.StartAsync(new() { ["Services:partners:Grpc"] = $"http://127.0.0.1:{Ports.Next()}" });
        using var channel = GrpcChannel.ForAddress(gateway.GrpcAddress);
        var down = await Assert.ThrowsAsync<RpcException>(async () => await new PartnersService.PartnersServiceClient(channel).GetOrganizationAsync(new GetOrganizationRequest()));
        Assert.Equal(StatusCode.Unavailable, down.StatusCode);
        var method = new Method<GetOrganizationRequest, GetOrganizationResponse>(MethodType.Unary, "concord.nobody.v1.Nobody", "Ask",
            Marshallers.Create(r => Google.Protobuf.MessageExtensions.ToByteArray(r), GetOrganizationRequest.Parser.ParseFrom),
            Marshallers.Create(r => Google.Protobuf.MessageExtensions.ToByteArray(r), GetOrganizationResponse.Parser.ParseFrom));
        var unknown = await Assert.ThrowsAsync<RpcException>(async () => await channel.CreateCallInvoker().AsyncUnaryCall(method, null, default, new GetOrganizationRequest()));
        Assert.Equal(StatusCode.Unimplemented, unknown.StatusCode);
    }
}
