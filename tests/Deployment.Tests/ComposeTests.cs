using System.Globalization;
using System.Text.RegularExpressions;
using Concord.Support;
using Microsoft.Data.SqlClient;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Concord.Deployment.Tests;

/// <summary>docker-compose.yml: order, hardening, secrets, stores. No engine runs it here; docker-compose itself reads it where it is installed.</summary>
public sealed partial class ComposeTests
{
    private const string Healthy = "service_healthy";
    private const string Done = "service_completed_successfully";
    private static readonly ComposeFile File = ComposeFile.Main;

    private static string Text(string name) => System.IO.File.ReadAllText(Repository.PathOf(name));

    [Theory]
    [InlineData("docker-compose.yml")]
    [InlineData("docker-compose.yml", "docker-compose.demo.yml")]
    public async Task Compose_accepts_the_file_and_refuses_it_without_secrets(params string[] files)
    {
        Assert.SkipUnless(Programs.Have("docker-compose"), "docker-compose is not installed; tests/run.sh installs it where it can.");
        var directory = Directory.CreateTempSubdirectory("concord-compose-").FullName;
        try
        {
            var secrets = Path.Combine(directory, "secrets");
            string[] arguments = ["--env-file", secrets, .. files.SelectMany(f => (string[])["-f", f]), "config", "--quiet"];
            await System.IO.File.WriteAllLinesAsync(secrets, Variables().Select(v => $"{v}=given"), TestContext.Current.CancellationToken);
            var (code, output) = await Repository.RunAsync(Repository.Root, "docker-compose", arguments);
            Assert.True(code == 0, output);
            Assert.DoesNotContain("WARN", output, StringComparison.OrdinalIgnoreCase);

            await System.IO.File.WriteAllTextAsync(secrets, "", TestContext.Current.CancellationToken);
            (code, output) = await Repository.RunAsync(Repository.Root, "docker-compose", arguments);
            Assert.NotEqual(0, code);
            Assert.Contains("Run docker/make-secrets.sh first", output, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact, Abuse(36)]
    public async Task The_script_makes_every_secret_that_is_asked_for_and_no_two_are_the_same()
    {
        var directory = Directory.CreateTempSubdirectory("concord-secrets-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(directory, "docker"));
            var script = Path.Combine(directory, "docker", "make-secrets.sh");
            System.IO.File.Copy(Repository.PathOf("docker", "make-secrets.sh"), script);
            var (code, output) = await Repository.RunAsync(directory, "bash", script);
            Assert.True(code == 0, output);
            var file = Path.Combine(directory, ".env");
            var made = System.IO.File.ReadAllLines(file).ToDictionary(l => l.Split('=')[0], l => l.Split('=')[1]);
            Assert.Equal(Variables(), made.Keys.Order(StringComparer.Ordinal));
            Assert.Equal(made.Count, made.Values.Distinct().Count());
            Assert.All(made.Values, v => Assert.Matches("^C(?=.*[a-f])(?=.*[0-9])[0-9a-f]{48}$", v));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(file));
            Assert.Contains("/.env", Text(".gitignore").Split('\n'));

            var before = System.IO.File.ReadAllText(file);
            Assert.NotEqual(0, (await Repository.RunAsync(directory, "bash", script)).ExitCode);
            Assert.Equal(before, System.IO.File.ReadAllText(file));
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public void Whatever_is_secret_comes_from_a_variable_that_has_no_default()
    {
        Assert.All(File.Services.Values.SelectMany(s => s.Environment).Where(e => Sounds().IsMatch(e.Key) && !e.Key.EndsWith("AuthMode", StringComparison.Ordinal)), e => Assert.Matches(@"^\$\{[A-Z_]+:\?", e.Value));
        Assert.All(File.Services.Values.SelectMany(s => s.Environment.Values).Where(v => v.Contains("Password=", StringComparison.Ordinal)), v => Assert.Matches(@"Password=\$\{[A-Z_]+:\?[^}]+\};", v));
        Assert.All(Default().Matches(Text("docker-compose.yml")), m => Assert.Contains(m.Groups[1].Value, new[] { "CONCORD_ADDRESS", "CONCORD_VERSION" }));
    }

    [Fact]
    public void Stores_come_first_then_databases_then_migrations_then_services_then_the_gateway()
    {
        Assert.Equal(Healthy, File.Services["databases"].DependsOn["sqlserver"].Condition);
        foreach (var service in Product.Services)
        {
            Assert.Equal(Healthy, File.Services[service].DependsOn[Product.Certificates].Condition);
            var migration = File.Services[$"migrate-{service}"].DependsOn;
            Assert.Equal(Done, migration["databases"].Condition);
            Assert.Equal(Healthy, migration["rabbitmq"].Condition);
            Assert.Equal(Product.Services.Select(s => $"migrate-{s}").Order(StringComparer.Ordinal), File.Services[service].DependsOn.Where(d => d.Value.Condition == Done).Select(d => d.Key).Order(StringComparer.Ordinal));
        }

        Assert.Equal(Product.Services.Append(Product.Certificates).Order(StringComparer.Ordinal), File.Services[Product.Gateway].DependsOn.Where(d => d.Value.Condition == Healthy).Select(d => d.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Whoever_is_waited_for_until_healthy_is_asked()
    {
        var waitedFor = File.Services.Values.SelectMany(s => s.DependsOn).Where(d => d.Value.Condition == Healthy).Select(d => d.Key).Distinct();
        Assert.All(waitedFor, name => Assert.True(File.Services[name].Healthcheck is not null || File.Services[name].Build is not null, $"{name} has no health check, nor the one of our image."));
        Assert.Contains(Dockerfile.Ours.Instructions, i => i.Name == "HEALTHCHECK");
    }

    [Fact]
    public void Only_the_gateway_and_the_viewer_can_be_reached_and_only_from_this_machine()
    {
        Assert.Equal(["gateway", "viewer"], File.Services.Where(s => s.Value.Ports.Count > 0).Select(s => s.Key).Order(StringComparer.Ordinal));
        Assert.All(File.Services.Values.SelectMany(s => s.Ports), p => Assert.StartsWith("127.0.0.1:", p, StringComparison.Ordinal));
        Assert.Equal([Product.HttpPort, Product.GrpcPort], File.Services["gateway"].Ports.Select(p => int.Parse(p.Split(':')[^1], CultureInfo.InvariantCulture)));
        Assert.True(File.Networks["inside"]!.Internal);
        Assert.All(File.Services.Where(s => s.Value.Ports.Count == 0 && s.Key != Product.Certificates), s => Assert.Equal(["inside"], s.Value.Networks));
        Assert.True(File.Services[Product.Certificates] is { NetworkMode: "none", Networks.Count: 0 });
    }

    [Fact]
    public void Programs_are_not_root_write_nowhere_and_gain_no_rights() => Assert.All(File.Programs, p =>
    {
        Assert.Equal("1654:1654", p.Service.User);
        Assert.True(p.Service.ReadOnly);
        Assert.Equal(["/tmp"], p.Service.Tmpfs);
        Assert.Equal(["ALL"], p.Service.CapDrop);
        Assert.Equal(["no-new-privileges:true"], p.Service.SecurityOpt);
    });

    [Fact]
    public void A_service_can_be_scaled() =>
        Assert.All(Product.Services, s => Assert.True(File.Services[s] is { Ports.Count: 0, ContainerName: null, Build: not null }));

    [Fact]
    public void Images_are_pinned_and_each_is_built_from_its_own_project()
    {
        Assert.All(File.Services.Values.Where(s => s.Build is null), s => Assert.Matches(@"^[^:]+:v?[0-9][^:]*$", s.Image!));
        Assert.All(File.Programs, p =>
        {
            var program = p.Name.Replace("migrate-", "", StringComparison.Ordinal);
            Assert.Equal($"concord/{program}:${{CONCORD_VERSION:-dev}}", p.Service.Image);
            Assert.Equal(".", p.Service.Build!.Context);
            Assert.Equal(Product.FolderOf(program), p.Service.Build.Args["PROJECT"]);
            Assert.Equal(Product.BesideOf(Product.FolderOf(program)), p.Service.Build.Args.GetValueOrDefault("BESIDE") ?? Dockerfile.Ours.Argument("BESIDE"));
        });
        Assert.All(File.Services.Values, s => Assert.False(s.Privileged));
    }

    [Fact]
    public void A_service_signs_in_to_its_own_database_as_itself_and_its_migration_as_the_migrator()
    {
        var script = Text("docker/sqlserver/databases.sh");
        Assert.Contains($"for service in {string.Join(' ', Product.Services.OrderBy(s => script.IndexOf(s, StringComparison.Ordinal)))}; do", script, StringComparison.Ordinal);
        Assert.Contains("-S sqlserver ", script, StringComparison.Ordinal);
        foreach (var installed in File.Installed().Where(i => i.Program != Product.Gateway))
        {
            var login = new SqlConnectionStringBuilder(installed[Platform.Persistence.ServiceDatabase.ConnectionString]);
            Assert.Equal(("sqlserver", installed.Program), (login.DataSource, login.InitialCatalog));
            Assert.Equal(installed.IsMigration ? "migrator" : installed.Program, login.UserID);
            Assert.Equal(File.Services["databases"].Environment[$"{login.UserID.ToUpperInvariant()}_PASSWORD"], login.Password);
            Assert.Equal($"amqp://{File.Services["rabbitmq"].Environment["RABBITMQ_DEFAULT_USER"]}:{File.Services["rabbitmq"].Environment["RABBITMQ_DEFAULT_PASS"]}@rabbitmq:5672", installed.Environment["ConnectionStrings__rabbitmq"]);
        }
    }

    [Fact]
    public void The_script_of_the_databases_is_sql_that_the_server_can_read()
    {
        var sql = SqlVariable().Replace(Text("docker/sqlserver/database.sql"), "some");
        using var reader = new StringReader(sql);
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        Assert.Empty(errors.Select(e => $"{e.Line}: {e.Message}"));
        Assert.Equal(
            SqlVariable().Matches(Text("docker/sqlserver/database.sql")).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal),
            Given().Matches(Text("docker/sqlserver/databases.sh")).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Telemetry_goes_to_the_collector_and_from_there_to_the_viewer()
    {
        var collector = Text("docker/otel-collector.yaml");
        Assert.All(File.Installed(), i => Assert.Equal("http://otel-collector:4317", i.Environment["OTEL_EXPORTER_OTLP_ENDPOINT"]));
        Assert.Contains("endpoint: 0.0.0.0:4317", collector, StringComparison.Ordinal);
        Assert.Contains("endpoint: viewer:18889", collector, StringComparison.Ordinal);
        Assert.Equal(["VIEWER_API_KEY"], CollectorVariable().Matches(collector).Select(m => m.Groups[1].Value).Distinct());
        Assert.Equal(File.Services["otel-collector"].Environment["VIEWER_API_KEY"], File.Services["viewer"].Environment["Dashboard__Otlp__PrimaryApiKey"]);
    }

    [Fact]
    public void Files_that_are_mounted_are_there() => Assert.All(File.Services.Values.SelectMany(s => s.Volumes).Where(v => v.StartsWith("./", StringComparison.Ordinal)), v =>
    {
        Assert.True(Path.Exists(Repository.PathOf(v.Split(':')[0])), v);
        Assert.EndsWith(":ro", v, StringComparison.Ordinal);
    });

    private static IEnumerable<string> Variables() => Required().Matches(Text("docker-compose.yml")).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\$\{([A-Z_]+):\?")]
    private static partial Regex Required();

    [GeneratedRegex(@"\$\{([A-Z_]+)(:-[^}]*)?\}")]
    private static partial Regex Default();

    [GeneratedRegex(@"\$\(([A-Z_]+)\)")]
    private static partial Regex SqlVariable();

    [GeneratedRegex(@" ([A-Z_]+)=""\$")]
    private static partial Regex Given();

    [GeneratedRegex("PASS|SECRET|TOKEN|API_?KEY", RegexOptions.IgnoreCase)]
    private static partial Regex Sounds();

    [GeneratedRegex(@"\$\{env:([A-Z_]+)\}")]
    private static partial Regex CollectorVariable();
}
