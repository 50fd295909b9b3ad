using System.Diagnostics;
using System.Globalization;
using Concord.Certificates;
using Concord.Partners.V1;
using Concord.Platform.Errors;
using Concord.Platform.Hosting;
using Concord.Platform.Http;
using Concord.Platform.Mesh;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Support;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Concord.AuditBench;

/// <summary>What mutual TLS costs: the same question by gRPC, and the same new connection, with certificates and without, in turn.</summary>
internal static class QuestionBench
{
    private const int Rounds = 9;
    private const int Questions = 1000;
    private const int Connections = 100;
    private static readonly TestCaller s_caller = TestCaller.Person("organizations/0197a000-0000-7000-8000-000000000001", "writer");

    public static async Task RunAsync()
    {
        var directory = Directory.CreateTempSubdirectory("concord-question-bench-").FullName;
        new Round(new Order(directory, [AskedModule.Name, AskedModule.Asking]), TimeProvider.System, TextWriter.Null).Run();
        await using var with = await StartAsync(Path.Combine(directory, AskedModule.Name));
        await using var without = await StartAsync(null);
        var mesh = new MeshMember(new MeshName(AskedModule.Asking), new ConfigurationBuilder().AddInMemoryCollection([new(MeshMember.CertificateDirectory.Key, Path.Combine(directory, AskedModule.Asking))]).Build(), TimeProvider.System, NullLogger<MeshMember>.Instance);
        foreach (var askers in (int[])[1, 8])
        {
            await CompareAsync($"A question, {askers} at once", () => AskAsync(with, mesh, askers), () => AskAsync(without, null, askers));
        }

        await CompareAsync("A new connection and one request on it", () => ConnectAsync(with, mesh), () => ConnectAsync(without, null));
        Directory.Delete(directory, recursive: true);
    }

    private static Task<TestService> StartAsync(string? certificates) => TestService.StartAsync<AskedModule>(
        builder => builder.Configuration[MeshMember.CertificateDirectory.Key] = certificates,
        prepare: async services =>
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ServiceDbContext>().Database.EnsureCreatedAsync();
        });

    private static async Task CompareAsync(string what, Func<Task<double>> with, Func<Task<double>> without)
    {
        List<(double With, double Without)> rounds = [];
        for (var round = -1; round < Rounds; round++)
        {
            var times = (With: await with(), Without: await without());
            if (round >= 0)
            {
                rounds.Add(times); // the first one warms
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}: {Median(rounds.Select(r => r.Without)):F3} ms without certificates, {Median(rounds.Select(r => r.With)):F3} ms with: {Median(rounds.Select(r => r.With / r.Without)):F2} times"));
    }

    private static async Task<double> AskAsync(TestService service, MeshMember? mesh, int askers)
    {
        using var channel = GrpcChannel.ForAddress(service.GrpcAddress, new GrpcChannelOptions { HttpHandler = ReplicaHandler.Socket(mesh?.Towards(AskedModule.Name)), DisposeHttpClient = true });
        var client = new PartnersService.PartnersServiceClient(channel);
        var headers = new Metadata { { "authorization", $"Bearer {service.TokenOf(s_caller)}" } };
        var question = new GetOrganizationRequest { Name = "organizations/0197a000-0000-7000-8000-000000000001" };
        await client.GetOrganizationAsync(question, headers); // the connection stands
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, askers).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < Questions / askers; i++)
            {
                await client.GetOrganizationAsync(question, headers);
            }
        })));
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds / Questions;
    }

    private static async Task<double> ConnectAsync(TestService service, MeshMember? mesh)
    {
        var socket = ReplicaHandler.Socket(mesh?.Towards(AskedModule.Name));
        socket.PooledConnectionLifetime = TimeSpan.Zero;
        using var client = new HttpClient(socket);
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < Connections; i++)
        {
            await client.GetStringAsync(new Uri($"{service.HttpAddress}/health/live"));
        }

        return Stopwatch.GetElapsedTime(started).TotalMilliseconds / Connections;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    /// <summary>A service of one question, as every service of the platform is built.</summary>
    private sealed class AskedModule : IServiceModule
    {
        public const string Asking = "designation";

        public static string Name => "asked";
        public static IReadOnlyList<Permission> Permissions => [RecordsService.Write];
        public static IReadOnlyList<Reason> Reasons => [];
        public static void Add(IHostApplicationBuilder builder) => RecordsService.Add(builder, Name, o => new BenchDb(o, audited: true));

        public static void Map(RouteGroupBuilder api, IEndpointRouteBuilder root)
        {
            RecordsService.Map(api);
            root.MapGrpcService<Answering>();
        }
    }

    private sealed class Answering : PartnersService.PartnersServiceBase
    {
        [Needs("records.write"), AskedBy(AskedModule.Asking)]
        public override Task<GetOrganizationResponse> GetOrganization(GetOrganizationRequest request, ServerCallContext context) => Task.FromResult(new GetOrganizationResponse { Name = request.Name });
    }
}
