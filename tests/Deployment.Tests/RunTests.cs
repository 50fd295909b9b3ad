using System.Diagnostics;
using System.Globalization;
using Concord.Platform.Hosting;
using Concord.Platform.Http;
using Concord.Platform.Mesh;
using Concord.Support;
using Concord.Support.Servers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Concord.Deployment.Tests;

/// <summary>
/// The programs run with what overlays/dev sets, no more and no less, on the databases that its script makes on a real PostgreSQL.
/// Replaced is only what a cluster would resolve: hosts, the volume's path, ports of this machine. Nobody is at the broker's and the viewer's address.
/// </summary>
public sealed class RunTests : IAsyncLifetime
{
    private static readonly string[] OfTheCluster = ["ConnectionStrings__rabbitmq", "OTEL_EXPORTER_OTLP_ENDPOINT", "Listen__DrainSeconds"];
    private readonly string _directory = Directory.CreateTempSubdirectory("concord-run-").FullName;
    private readonly List<Process> _running = [];
    private PostgreSqlServer? _database;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _running)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        Directory.Delete(_directory, recursive: true);
    }

    [Fact]
    public async Task Every_service_migrates_as_the_migrator_and_serves_as_itself_with_the_settings_of_the_overlay()
    {
        Assert.SkipUnless(PostgreSqlServer.Available && Programs.Have("psql"), "PostgreSQL is not installed.");
        var migrations = (await Cluster.OfAsync("dev/migrate")).Installed();
        var services = (await Cluster.OfAsync("dev")).Installed().Where(i => i.Program != Product.Gateway).ToList();
        _database = await PostgreSqlServer.StartAsync();
        await MakeDatabasesAsync();
        var mesh = Path.Combine(_directory, "mesh");
        await OwnProcess.RunAsync(null, Path.Combine(_directory, "certificates.log"), null, "dotnet", [AssemblyOf(Product.Certificates), mesh, .. Product.Services]);

        // One after the other: together they would only wait for each other on a small machine.
        foreach (var migration in migrations)
        {
            await OwnProcess.RunAsync(null, LogOf(migration), EnvironmentOf(migration), "dotnet", [AssemblyOf(migration.Program), "migrate"]);
        }

        foreach (var service in services)
        {
            var environment = EnvironmentOf(service);
            _running.Add(OwnProcess.Start(null, LogOf(service), environment, "dotnet", AssemblyOf(service.Program)));
            var port = environment[Installed.VariableOf(Listening.Http.Key)];
            await Eventually.TrueAsync(() => AnswersAsync(service.Program, new Uri($"https://127.0.0.1:{port}/health/ready")), () => $"{service} is ready; it says: {File.ReadAllText(LogOf(service))}");
            // The very question that the image's health check and the cluster's probes ask.
            await OwnProcess.RunAsync(null, $"{LogOf(service)}.health", environment, "dotnet", [AssemblyOf(service.Program), HealthVerb.Word]);
        }

        Assert.Contains("administrator@concord.local", await File.ReadAllTextAsync(Path.Combine(_directory, "first-sign-in.txt"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        foreach (var service in Product.Services)
        {
            await RefusedAsync(service, service, "CREATE TABLE mine (id int)");
            await RefusedAsync(service, service, """DROP TABLE "Outbox" """);
            await RefusedAsync(Product.Services.First(s => s != service), service, "SELECT 1");
        }
    }

    private async Task MakeDatabasesAsync()
    {
        var environment = Product.Services.Append("migrator").ToDictionary(s => s.ToUpperInvariant(), s => $"{s}0");
        environment["PGHOST"] = "127.0.0.1";
        environment["PGPORT"] = _database!.Port.ToString(CultureInfo.InvariantCulture);
        await OwnProcess.RunAsync(null, Path.Combine(_directory, "databases.log"), environment, "bash", Repository.PathOf("k8s", "overlays", "dev", "common", "databases.sh"));
    }

    private async Task RefusedAsync(string user, string database, string sql)
    {
        await using var connection = new NpgsqlConnection($"{_database!.ConnectionString(database)};Username={user};Pooling=false");
        var refusal = await Assert.ThrowsAsync<PostgresException>(async () =>
        {
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        });
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    private async Task<bool> AnswersAsync(string service, Uri address)
    {
        try
        {
            using var client = new HttpClient(ReplicaHandler.Socket(new MeshMember(new MeshName(service), MeshOf(service), TimeProvider.System, NullLogger<MeshMember>.Instance).Towards(service)));
            using var answer = await client.GetAsync(address);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    private IConfigurationRoot MeshOf(string service) =>
        new ConfigurationBuilder().AddInMemoryCollection([new(MeshMember.CertificateDirectory.Key, Path.Combine(_directory, "mesh", service))]).Build();

    private Dictionary<string, string> EnvironmentOf(Installed installed)
    {
        var environment = installed.Environment.Where(e => !OfTheCluster.Contains(e.Key)).ToDictionary(e => e.Key, e => e.Value switch
        {
            "secret gateway-client secret" => "shared by the gateway and identity",
            var value when value == $"secret store-{installed.Program} connection" => $"{_database!.ConnectionString(installed.Program)};Username={installed.Program}",
            var value when value == $"secret store-{installed.Program}-owner connection" => $"{_database!.ConnectionString(installed.Program)};Username=migrator",
            "/etc/concord/mesh" => Path.Combine(_directory, "mesh", installed.Program),
            var value => value.Replace("/var/lib/concord", _directory, StringComparison.Ordinal),
        });
        environment.TryAdd("ASPNETCORE_ENVIRONMENT", "Production"); // as it is where nobody says another one
        environment[Installed.VariableOf(Listening.Address.Key)] = "127.0.0.1";
        environment[Installed.VariableOf(Listening.Http.Key)] = Ports.Next().ToString(CultureInfo.InvariantCulture);
        environment[Installed.VariableOf(Listening.Grpc.Key)] = Ports.Next().ToString(CultureInfo.InvariantCulture);
        return environment;
    }

    private string LogOf(Installed installed) => Path.Combine(_directory, $"{installed}.log");

    private static string AssemblyOf(string program) =>
        Directory.GetFiles(Repository.PathOf(Product.FolderOf(program), "bin"), $"Concord.{Path.GetFileName(Product.FolderOf(program))}.dll", SearchOption.AllDirectories).OrderByDescending(File.GetLastWriteTimeUtc).First();
}
