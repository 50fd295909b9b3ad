using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using Concord.Partners.V1;
using Concord.Platform.Grpc;
using Concord.Platform.Hosting;
using Concord.Platform.Http;
using Concord.Platform.Mesh;
using Concord.Platform.Tests.Notes;
using Concord.Roster.V1;
using Concord.Support;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Concord.Platform.Tests.Mesh;

/// <summary>Services prove to each other who they are, and each method says who may ask.</summary>
public sealed class MeshTests : IAsyncLifetime
{
    private const string Notes = "notes";
    private readonly MeshFiles _files = new();
    private TestService _service = null!;

    public async ValueTask InitializeAsync()
    {
        _files.Run(new Past(TimeSpan.FromHours(25)), anew: false, "late");
        _files.Run(Notes, "designation", "roster", "gateway");
        _service = await AskedModule.StartAsync(_files.DirectoryOf(Notes));
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _files.Dispose();
    }

    private static GetOrganizationRequest Question => new() { Name = "n" };

    private Metadata Token => new() { { "authorization", $"Bearer {_service.TokenOf(NotesModule.Writer)}" } };

    private HttpClient As(string service) => _files.Client(service, Notes, _service.HttpAddress);

    [Fact]
    public async Task The_named_service_asks_with_the_token_of_the_person()
    {
        using var channel = _files.Channel("designation", Notes, _service.GrpcAddress);
        var answer = await new PartnersService.PartnersServiceClient(channel).GetOrganizationAsync(Question, Token);
        Assert.Equal(("n", NotesModule.Writer.Subject), (answer.Name, answer.DisplayName));
        using var client = As("designation");
        Assert.Equal("told", await client.GetStringAsync(AskedModule.Internal));
    }

    [Fact, Abuse(7)]
    public async Task The_certificate_of_the_named_service_is_not_enough_without_the_token()
    {
        using var channel = _files.Channel("designation", Notes, _service.GrpcAddress);
        var refusal = await Assert.ThrowsAsync<RpcException>(async () => await new PartnersService.PartnersServiceClient(channel).GetOrganizationAsync(Question));
        Assert.Equal(StatusCode.Unauthenticated, refusal.StatusCode);
        using var gateway = As("gateway");
        (await gateway.ReadAsync("/api/v1/notes")).IsProblem(HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
    }

    [Theory, Abuse(6)]
    [InlineData("roster")]
    [InlineData("gateway")]
    public async Task Another_service_is_refused_whatever_token_it_brings(string service)
    {
        using var channel = _files.Channel(service, Notes, _service.GrpcAddress);
        var refusal = await Assert.ThrowsAsync<RpcException>(async () => await new PartnersService.PartnersServiceClient(channel).GetOrganizationAsync(Question, Token));
        Assert.Equal(StatusCode.PermissionDenied, refusal.StatusCode);
        using var client = As(service);
        (await client.ReadAsync(AskedModule.Internal)).IsProblem(HttpStatusCode.Forbidden, "SERVICE_NOT_ALLOWED");
    }

    [Fact, Abuse(6)]
    public async Task What_does_not_say_who_may_ask_is_asked_by_nobody()
    {
        using var channel = _files.Channel("designation", Notes, _service.GrpcAddress);
        var refusal = await Assert.ThrowsAsync<RpcException>(async () => await new RosterService.RosterServiceClient(channel).GetProfileAsync(new GetProfileRequest(), Token));
        Assert.Equal(StatusCode.PermissionDenied, refusal.StatusCode);
        foreach (var service in (string[])["designation", "gateway"])
        {
            using var client = As(service);
            (await client.ReadAsync(AskedModule.Forgotten)).IsProblem(HttpStatusCode.Forbidden, "SERVICE_NOT_ALLOWED");
        }
    }

    [Fact]
    public async Task The_rest_api_and_what_does_not_exist_are_asked_by_the_gateway_only()
    {
        using var gateway = As("gateway");
        gateway.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _service.TokenOf(NotesModule.Writer));
        (await gateway.PostAsync("/api/v1/notes", new { text = "from a person" })).Is(HttpStatusCode.Created);
        (await gateway.ReadAsync("/api/v1/nothing")).Is(HttpStatusCode.NotFound);
        using var roster = As("roster");
        roster.DefaultRequestHeaders.Authorization = gateway.DefaultRequestHeaders.Authorization;
        (await roster.PostAsync("/api/v1/notes", new { text = "from a service" })).IsProblem(HttpStatusCode.Forbidden, "SERVICE_NOT_ALLOWED");
        (await roster.ReadAsync("/api/v1/nothing")).IsProblem(HttpStatusCode.Forbidden, "SERVICE_NOT_ALLOWED");
        (await roster.ReadAsync("/health/ready")).Is(HttpStatusCode.OK);
    }

    [Fact, Abuse(6)]
    public async Task Without_a_certificate_of_this_authority_there_is_no_connection()
    {
        using var known = new HttpClient(MeshFiles.Stranger(_files.Member("designation").Files!.Held.Own));
        Assert.Equal("live", await known.GetStringAsync(new Uri($"{_service.HttpAddress}/health/live")));
        using var elsewhere = new MeshFiles("designation");
        await RefusedAsync(null);
        await RefusedAsync(elsewhere.Member("designation").Files!.Held.Own);
        await RefusedAsync(_files.Member("late").Files!.Held.Own);
    }

    [Fact, Abuse(6)]
    public async Task Plain_http_gets_nothing()
    {
        using var client = new HttpClient();
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri(_service.HttpAddress.Replace("https:", "http:", StringComparison.Ordinal) + "/health/live")));
    }

    [Fact, Abuse(6)]
    public async Task A_server_that_is_another_service_or_of_another_authority_is_not_asked()
    {
        using var mistaken = _files.Client("designation", "roster", _service.HttpAddress);
        var refusal = await Assert.ThrowsAsync<HttpRequestException>(() => mistaken.GetAsync(new Uri("/health/live", UriKind.Relative)));
        Assert.True(ReplicaHandler.IsUnreachable(refusal), "the next replica is asked instead");
        using var elsewhere = new MeshFiles("designation");
        using var stranger = elsewhere.Client("designation", Notes, _service.HttpAddress);
        await Assert.ThrowsAsync<HttpRequestException>(() => stranger.GetAsync(new Uri("/health/live", UriKind.Relative)));
    }

    [Fact]
    public async Task A_question_of_the_platform_s_own_client_takes_the_token_along_over_the_mesh()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["Services:notes:Grpc"] = _service.GrpcAddress;
        builder.Configuration[MeshMember.CertificateDirectory.Key] = _files.DirectoryOf("designation");
        builder.Services.AddSingleton(TimeProvider.System).AddMesh("designation").AddHttpContextAccessor();
        builder.AddServiceClient<PartnersService.PartnersServiceClient>(Notes);
        using var host = builder.Build();
        var request = new DefaultHttpContext();
        request.Request.Headers.Authorization = $"Bearer {_service.TokenOf(NotesModule.Writer)}";
        host.Services.GetRequiredService<IHttpContextAccessor>().HttpContext = request;
        Assert.Equal(NotesModule.Writer.Subject, (await host.Services.GetRequiredService<PartnersService.PartnersServiceClient>().GetOrganizationAsync(Question)).DisplayName);
    }

    [Fact]
    public async Task The_health_verb_shows_the_service_s_own_certificate()
    {
        string[] own = [$"--Listen:Address={IPAddress.Loopback}", $"--Listen:Http={new Uri(_service.HttpAddress).Port}"];
        string[] mesh = [$"--Mesh:CertificateDirectory={_files.DirectoryOf(Notes)}"];
        Assert.Equal(0, await HealthVerb.RunAsync([.. own, .. mesh], Notes));
        Assert.Equal(0, await HealthVerb.RunAsync(["live", .. own, .. mesh], Notes));
        Assert.Equal(1, await HealthVerb.RunAsync(own, Notes));
    }

    private async Task RefusedAsync(X509Certificate2? shown)
    {
        using var rest = new HttpClient(MeshFiles.Stranger(shown));
        await Assert.ThrowsAsync<HttpRequestException>(() => rest.GetAsync(new Uri($"{_service.HttpAddress}/health/live")));
        using var channel = GrpcChannel.ForAddress(_service.GrpcAddress, new GrpcChannelOptions { HttpHandler = MeshFiles.Stranger(shown), DisposeHttpClient = true });
        var refusal = await Assert.ThrowsAsync<RpcException>(async () => await new PartnersService.PartnersServiceClient(channel).GetOrganizationAsync(Question, Token));
        Assert.DoesNotContain(refusal.StatusCode, (StatusCode[])[StatusCode.PermissionDenied, StatusCode.Unauthenticated]);
    }

    /// <summary>A clock that is late.</summary>
    private sealed class Past(TimeSpan ago) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() - ago;
    }
}
