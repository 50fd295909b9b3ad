using Concord.Platform.Persistence;
using Concord.Support;
using k8s.Models;

namespace Concord.Deployment.Tests;

/// <summary>What docker-compose.yml and the overlays set is what the code reads, and what the code needs is set.</summary>
public sealed class SettingsTests
{
    private const string BrokerAuthority = "Broker:AuthorityFile";

    private static readonly Dictionary<string, string> LeftOut = new()
    {
        ["Gateway:TrustedProxies"] = "only where a proxy stands in front",
        [BrokerAuthority] = "only where the broker's certificate is of an authority that the machine does not know",
        ["Mesh:ProtectedBy"] = "only where services show each other no certificates",
        ["Audit:HeadDirectory"] = "only where somebody else keeps the heads as files",
        ["Audit:WitnessKeyDirectory"] = "only where a second party signs the heads too",
        ["Mail:Smtp:Host"] = "only where there is a mail server; the link is shown otherwise",
        ["Mail:Smtp:User"] = "with it, where it asks who sends",
        ["Mail:Smtp:Password"] = "with that",
        ["Mail:Smtp:From"] = "with the server",
        ["Identity:Providers:{provider}:Authority"] = "only where an organization has an identity provider of its own",
        ["Identity:Providers:{provider}:ClientId"] = "with it",
        ["Identity:Providers:{provider}:ClientSecret"] = "with it",
        ["Identity:Providers:{provider}:DisplayName"] = "with it",
        ["Identity:Providers:{provider}:Organizations"] = "with it",
        ["Identity:Providers:{provider}:SecondFactorAcr"] = "with it, where its second factor counts",
        ["Identity:Providers:{provider}:SecondFactorAmr"] = "with it, where its second factor counts",
        ["Identity:FirstSignInFile"] = "only a migration opens the first account",
        ["Identity:DemoSignInFile"] = "only a migration loads the demonstration",
    };

    /// <summary>What a migration does not do: it asks nobody, signs nothing, serves nothing.</summary>
    private static readonly string[] NotForMigrations = ["Services:", "OTEL_", "Audit:", "Mail:", "Mesh:", "Sealing:", "Gateway:TrustedProxies", "Identity:Providers:"];

    public static TheoryData<string> Deployments => ["compose", .. Cluster.Overlays];

    private static async Task<IReadOnlyList<Installed>> OfAsync(string deployment) =>
        [.. deployment == "compose" ? ComposeFile.Main.Installed() : (await Cluster.OfAsync(deployment)).Installed()];

    [Theory, MemberData(nameof(Deployments))]
    public async Task Every_variable_is_a_setting_that_the_code_reads(string deployment) =>
        Assert.All(await OfAsync(deployment), program => Assert.Empty(program.Unknown()));

    [Theory, MemberData(nameof(Deployments))]
    public async Task Every_setting_that_a_program_needs_is_set(string deployment) => Assert.All(await OfAsync(deployment), program =>
    {
        var needed = program.IsMigration
            ? Product.NeededBy(program.Program).Where(k => k != BrokerAuthority && !NotForMigrations.Any(n => k.StartsWith(n, StringComparison.Ordinal)))
            : Product.NeededBy(program.Program).Where(k => !LeftOut.ContainsKey(k));
        // Where the gateway has a directory of its own, that of identity is none of its business.
        Assert.Empty(program.Missing(program.Program == Product.Gateway ? needed.Except(["Identity:KeyDirectory"]) : needed));
    });

    [Fact]
    public void What_may_be_left_out_is_still_a_setting() =>
        Assert.Empty(LeftOut.Keys.Except(DeclaredSettings.All.Select(s => s.Setting.Key)));

    [Fact]
    public async Task Behind_an_ingress_the_gateway_is_told_whose_word_to_take() =>
        Assert.Empty((await OfAsync("prod")).Single(p => p.Program == Product.Gateway).Missing(["Gateway:TrustedProxies"]));

    [Theory, MemberData(nameof(Deployments))]
    public async Task The_programs_are_every_service_with_its_migration_and_one_gateway(string deployment)
    {
        var programs = await OfAsync(deployment);
        if (!deployment.EndsWith("/migrate", StringComparison.Ordinal))
        {
            Assert.Equal(Product.Services.Append(Product.Gateway).Order(StringComparer.Ordinal), programs.Where(p => !p.IsMigration).Select(p => p.Program).Order(StringComparer.Ordinal));
        }

        if (deployment == "compose" || deployment.EndsWith("/migrate", StringComparison.Ordinal))
        {
            Assert.Equal(Product.Services.Order(StringComparer.Ordinal), programs.Where(p => p.IsMigration).Select(p => p.Program).Order(StringComparer.Ordinal));
        }
    }

    [Theory, MemberData(nameof(Deployments))]
    public async Task What_the_command_line_says_is_a_verb_of_the_program(string deployment) => Assert.All(await OfAsync(deployment), program =>
    {
        Assert.Equal(program.IsMigration, program.Arguments.Count > 0 && program.Arguments[0] == "migrate");
        if (program.Arguments.ToList() is [var verb, .. var options])
        {
            Assert.Contains(verb, Product.Verbs.Keys);
            Assert.Empty(options.Except(Product.Verbs[verb]));
        }
    });

    [Fact]
    public async Task The_demonstration_is_loaded_by_every_migration_of_the_overlays_made_for_it()
    {
        Assert.Equal(ComposeFile.Main.Services.Keys.Where(k => k.StartsWith("migrate-", StringComparison.Ordinal)).Order(StringComparer.Ordinal), ComposeFile.Demo.Services.Keys.Where(k => k != "identity").Order(StringComparer.Ordinal));
        Assert.All(ComposeFile.Demo.Services.Where(s => s.Key != "identity"), s => Assert.Equal(["migrate", "--demo"], s.Value.Command));
        Assert.All(ComposeFile.Demo.Services.Values, s => Assert.Equal("Demonstration", s.Environment["ASPNETCORE_ENVIRONMENT"]));
        Assert.All(await OfAsync("dev/migrate"), p => Assert.Equal(["migrate", "--demo"], p.Arguments));
        Assert.All(await OfAsync("prod/migrate"), p => Assert.Equal(["migrate"], p.Arguments));
    }

    [Theory, MemberData(nameof(Deployments))]
    public async Task Values_are_such_as_the_code_understands(string deployment) => Assert.All(await OfAsync(deployment), program =>
    {
        Assert.Contains(program.Environment["Logging__Console__FormatterName"], new[] { "json", "line" });
        var issuer = program[Platform.Security.AccessSetup.Issuer]!;
        Assert.EndsWith("/", issuer.TrimEnd('}'), StringComparison.Ordinal);
        if (program.Program != Product.Gateway)
        {
            Assert.True(Enum.TryParse<DatabaseProvider>(program[ServiceDatabase.Provider], out var provider) && provider != DatabaseProvider.Sqlite, "Containers keep no database file.");
        }
    });

    [Theory, MemberData(nameof(Deployments))]
    public async Task Addresses_name_a_service_and_the_port_it_listens_on(string deployment)
    {
        var services = deployment == "compose" ? null : (await Cluster.OfAsync(deployment.Split('/')[0])).Of<V1Service>().ToDictionary(s => s.Metadata.Name);
        foreach (var program in await OfAsync(deployment))
        {
            foreach (var (asked, isGrpc, form, host, port) in program.Addresses())
            {
                Assert.Equal(isGrpc ? Product.GrpcPort : Product.HttpPort, port);
                // A service looks the name up again and again and asks every replica; the gateway's proxy takes plain addresses only.
                Assert.Equal(isGrpc && program.Program != Product.Gateway ? "dns" : "https", form);
                Assert.Equal(isGrpc && services is not null ? $"{asked}-grpc" : asked, host);
                Assert.True(services is null ? ComposeFile.Main.Services.ContainsKey(host) : services[host].Spec.Ports.Any(p => p.Port == port), $"{program} asks {host}:{port}");
                Assert.True(!isGrpc || services is null || services[host].Spec.ClusterIP == "None", $"{host} must be headless, or one connection asks one pod for ever.");
            }
        }
    }

    [Theory, MemberData(nameof(Deployments))]
    public async Task Only_who_asks_is_told_an_address(string deployment) => Assert.All(await OfAsync(deployment), program =>
        Assert.Equal(
            program.Program == Product.Gateway ? Product.Answering : program.IsMigration ? [] : Product.Asks[program.Program],
            program.Addresses().Where(a => a.IsGrpc).Select(a => a.Asked).Order(StringComparer.Ordinal)));

    [Theory, MemberData(nameof(Deployments))]
    public async Task What_must_outlive_a_container_is_kept_on_a_volume(string deployment) => Assert.All(await OfAsync(deployment), program =>
        Assert.All(program.Environment.Where(e => e.Key != Installed.VariableOf(Platform.Mesh.MeshMember.CertificateDirectory.Key)).Where(e => e.Key.EndsWith("Directory", StringComparison.Ordinal) || e.Key.EndsWith("Ledger", StringComparison.Ordinal) || e.Key.EndsWith("File", StringComparison.Ordinal)),
            path => Assert.Contains(program.Kept, kept => path.Value.StartsWith($"{kept}/", StringComparison.Ordinal))));
}
