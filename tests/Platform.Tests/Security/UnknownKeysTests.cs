using System.Net;
using Concord.Partners.V1;
using Concord.Platform.Mesh;
using Concord.Platform.Security.Keys;
using Concord.Platform.Tests.Mesh;
using Concord.Platform.Tests.Notes;
using Concord.Support;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Concord.Platform.Tests.Security;

/// <summary>A service that started before anybody could tell it the keys of tokens: a good token is not refused as a bad one.</summary>
public sealed class UnknownKeysTests : IAsyncLifetime
{
    private TestService _service = null!;
    private PublishedKeys _keys = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await AskedModule.StartAsync(certificates: null);
        var configuration = new ConfigurationManager(); // knows of no identity service
        _keys = new PublishedKeys(configuration, new MeshMember(new MeshName("notes"), configuration, TimeProvider.System, NullLogger<MeshMember>.Instance), TimeProvider.System);
        var jwt = _service.Services.GetRequiredService<IOptionsMonitor<JwtBearerOptions>>().Get(JwtBearerDefaults.AuthenticationScheme);
        (jwt.ConfigurationManager, jwt.Configuration, jwt.TokenValidationParameters.IssuerSigningKey) = (_keys, null, null);
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _keys.Dispose();
    }

    [Fact]
    public async Task Whoever_has_a_token_is_asked_to_come_again_and_whoever_has_none_to_sign_in()
    {
        (await _service.As(NotesModule.Writer).ReadAsync("/api/v1/notes")).IsProblem(HttpStatusCode.ServiceUnavailable, "ACCESS_UNCERTAIN");
        (await _service.As(null).ReadAsync("/api/v1/notes")).IsProblem(HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
        using var probe = await _service.As(NotesModule.Writer).GetAsync(new Uri("/health/ready", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, probe.StatusCode);
    }

    [Fact]
    public async Task Another_service_hears_that_it_may_ask_again()
    {
        using var channel = GrpcChannel.ForAddress(_service.GrpcAddress);
        var refused = await Assert.ThrowsAsync<RpcException>(async () => await new PartnersService.PartnersServiceClient(channel)
            .GetOrganizationAsync(new GetOrganizationRequest { Name = "n" }, new Metadata { { "authorization", $"Bearer {_service.TokenOf(NotesModule.Writer)}" } }));
        Assert.Equal(StatusCode.Unavailable, refused.StatusCode);
    }
}
