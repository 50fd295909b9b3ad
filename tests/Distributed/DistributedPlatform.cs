using System.Security.Cryptography;
using Concord.Support;
using Concord.Support.Servers;

namespace Concord.Distributed;

/// <summary>
/// The platform as it runs in a cluster, on one machine without containers: PostgreSQL and RabbitMQ on private ports, each service as
/// several processes, the gateway in front. Everything lives in one directory and ends with this process.
/// </summary>
public sealed class DistributedPlatform : IAsyncDisposable
{
    private readonly string _directory;
    private readonly MeshDirectory _mesh;
    private readonly Dictionary<string, string> _settings = [];
    private readonly List<ServiceProcess> _services = [];

    private DistributedPlatform(string directory) => (_directory, _mesh) = (directory, new MeshDirectory(Path.Combine(directory, "mesh"), Path.Combine(directory, "certificates.log")));

    public PostgreSqlServer Database { get; private set; } = null!;

    public RabbitMqServer Broker { get; private set; } = null!;

    public ServiceProcess Gateway { get; private set; } = null!;

    /// <summary>Every replica of every service.</summary>
    public IReadOnlyList<ServiceProcess> Services => _services;

    /// <summary>Public address, with a trailing slash.</summary>
    public string Address => $"{Gateway.Http}/";

    /// <summary>Of the token server, shared by its replicas.</summary>
    public string KeyDirectory => Path.Combine(_directory, "keys");

    /// <summary>Logs, keys and files of every process.</summary>
    public string FilesIn => _directory;

    /// <summary>Of each service.</summary>
    public IReadOnlyList<string> Databases => [.. _services.Select(s => MeshDirectory.NameOf(s.Program)).Distinct()];

    public string SignInFile => Path.Combine(_directory, "demo-sign-in.txt");

    /// <summary>What is missing on this machine; null where nothing is.</summary>
    public static string? Missing => PostgreSqlServer.Available ? RabbitMqServer.Missing : "PostgreSQL is not installed (Debian: postgresql).";

    /// <param name="replicas">Of each service.</param>
    /// <param name="gatewayPort">0 takes any free one.</param>
    /// <param name="more">Further settings of every process.</param>
    /// <param name="others">Programs that have another number of replicas.</param>
    public static async Task<DistributedPlatform> StartAsync(
        int replicas = 2, int gatewayPort = 0, IReadOnlyDictionary<string, string>? more = null, IReadOnlyDictionary<string, int>? others = null)
    {
        var platform = new DistributedPlatform(Directory.CreateTempSubdirectory("concord-distributed-").FullName);
        try
        {
            await Task.WhenAll(platform.StartDatabaseAsync(), platform.StartBrokerAsync(), platform._mesh.StartAsync());
            platform.Arrange(program => others?.GetValueOrDefault(program) is > 0 and var own ? own : replicas, gatewayPort, more ?? new Dictionary<string, string>());
            await platform.PrepareAsync();
            await Task.WhenAll(platform._services.Append(platform.Gateway).Select(p => p.StartAsync()));
            return platform;
        }
        catch
        {
            await platform.DisposeAsync();
            throw;
        }
    }

    public ServiceProcess this[string program, int replica] => _services.Single(s => s.Program == program && s.Replica == replica);

    public async ValueTask DisposeAsync()
    {
        // A start that failed leaves some of them out.
        foreach (var started in (IAsyncDisposable?[])[Gateway, .. _services, _mesh, Broker, Database])
        {
            if (started is not null)
            {
                await started.DisposeAsync();
            }
        }

        Directory.Delete(_directory, recursive: true);
    }

    private async Task StartDatabaseAsync() => Database = await PostgreSqlServer.StartAsync(durable: true);

    private async Task StartBrokerAsync() => Broker = await RabbitMqServer.StartAsync();

    private void Arrange(Func<string, int> replicas, int gatewayPort, IReadOnlyDictionary<string, string> more)
    {
        foreach (var program in Repository.Services)
        {
            _services.AddRange(Enumerable.Range(1, replicas(program)).Select(r => new ServiceProcess(program, r, _settings, _directory, _mesh)));
        }

        Gateway = new ServiceProcess(ServiceProcess.Gateway, 1, _settings, _directory, _mesh, gatewayPort);
        _settings["ASPNETCORE_ENVIRONMENT"] = "Demonstration"; // its accounts and its address are no real ones
        _settings["Database:Provider"] = "PostgreSql";
        _settings["ConnectionStrings:rabbitmq"] = Broker.AmqpUri.AbsoluteUri;
        _settings["Identity:Issuer"] = Address;
        _settings["Identity:KeyDirectory"] = KeyDirectory;
        _settings["Audit:SigningKeyFile"] = Path.Combine(KeyDirectory, "audit-signing.pem");
        _settings["Audit:HeadDirectory"] = Path.Combine(_directory, "audit-heads");
        _settings["Audit:WitnessKeyDirectory"] = Path.Combine(_directory, "witness-keys");
        _settings["Identity:FirstSignInFile"] = Path.Combine(_directory, "first-sign-in.txt");
        _settings["Identity:DemoSignInFile"] = SignInFile;
        _settings["Identity:Clients:gateway:Secret"] = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        _settings["Gateway:KeyDirectory"] = Path.Combine(_directory, "gateway-keys");
        foreach (var service in _services.GroupBy(s => MeshDirectory.NameOf(s.Program)))
        {
            _settings[$"ConnectionStrings:{service.Key}"] = $"{Database.ConnectionString(service.Key)};Maximum Pool Size=20";
            _settings[$"Services:{service.Key}:Http"] = string.Join(',', service.Select(s => s.Http));
            _settings[$"Services:{service.Key}:Grpc"] = string.Join(',', service.Select(s => s.Grpc));
        }

        foreach (var (key, value) in more)
        {
            _settings[key] = value;
        }
    }

    // As a deployment does: databases and queues first, so that nobody publishes to a listener that has no queue yet.
    private async Task PrepareAsync()
    {
        foreach (var service in Databases)
        {
            await Database.ExecuteAsync($"CREATE DATABASE {service}");
        }

        await Task.WhenAll(_services.Where(s => s.Replica == 1).Select(s => s.RunAsync("migrate", "--demo")));
    }
}
