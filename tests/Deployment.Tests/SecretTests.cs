using System.Data.Common;
using Concord.Contracts.Audit;
using Concord.Support;
using k8s.Models;

namespace Concord.Deployment.Tests;

/// <summary>Secrets of the cluster: by reference only, each one known to the README, and those of dev made by the script.</summary>
public sealed class SecretTests
{
    public static TheoryData<string> Overlays => [.. Cluster.Overlays];

    private static IEnumerable<(string Name, string Key)> References(Cluster cluster) =>
        cluster.Workloads.SelectMany(w => w.Pod.Spec.Containers).SelectMany(c => c.Env ?? []).Select(e => e.ValueFrom?.SecretKeyRef).OfType<V1SecretKeySelector>().Select(s => (s.Name, s.Key))
            .Concat(cluster.Workloads.SelectMany(w => w.Pod.Spec.Volumes ?? []).Where(v => v.Secret is not null).Select(v => (v.Secret.SecretName, "signing.pem"))).Distinct();

    [Theory, MemberData(nameof(Overlays)), Abuse(34)]
    public async Task No_secret_stands_in_the_repository(string overlay)
    {
        var cluster = await Cluster.OfAsync(overlay);
        Assert.Empty(cluster.Of<V1Secret>());
        Assert.All(cluster.Workloads.SelectMany(w => w.Pod.Spec.Containers).SelectMany(c => c.Env ?? []).Where(e => e.Value is not null), e =>
            Assert.False(System.Text.RegularExpressions.Regex.IsMatch(e.Name, "PASS|SECRET|TOKEN|ConnectionStrings", System.Text.RegularExpressions.RegexOptions.IgnoreCase), e.Name));
        Assert.All(cluster.Of<V1ConfigMap>().SelectMany(m => m.Data), d => Assert.DoesNotMatch("(?i)(password|secret|token)=[^$]", d.Value));
    }

    [Theory, MemberData(nameof(Overlays))]
    public async Task A_program_is_given_its_own_login_and_a_migration_the_owner_s(string overlay) => Assert.All((await Cluster.OfAsync(overlay)).Installed().Where(i => i.Program != Product.Gateway), i =>
    {
        Assert.Equal($"secret store-{i.Program}{(i.IsMigration ? "-owner" : "")} connection", i[Platform.Persistence.ServiceDatabase.ConnectionString]);
        Assert.Equal("secret broker uri", i.Environment["ConnectionStrings__rabbitmq"]);
    });

    [Theory, MemberData(nameof(Overlays))]
    public async Task Every_secret_that_is_referred_to_is_in_the_list_of_those_to_create(string overlay)
    {
        var listed = await File.ReadAllTextAsync(Repository.PathOf("k8s", "README.md"), TestContext.Current.CancellationToken);
        Assert.All(References(await Cluster.OfAsync(overlay)), s =>
            Assert.Contains($"`{Product.Services.Aggregate(s.Name, (name, service) => name.Replace($"-{service}", "-<service>", StringComparison.Ordinal))}`", listed, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_script_makes_every_secret_of_dev_and_what_belongs_together_fits()
    {
        var made = await RunAsync();
        var needed = References(await Cluster.OfAsync("dev")).Concat(References(await Cluster.OfAsync("dev/migrate"))).Distinct();
        Assert.Equal(needed.Order(), made.SelectMany(s => s.Value.Keys.Select(k => (s.Key, k))).Order());
        foreach (var service in Product.Services)
        {
            foreach (var (name, user) in new[] { ($"store-{service}", service), ($"store-{service}-owner", "migrator") })
            {
                var login = new DbConnectionStringBuilder { ConnectionString = made[name]["connection"] };
                Assert.Equal(("postgres", service, user, made["postgres"][user]), (login["Host"], login["Database"], login["Username"], login["Password"]));
            }

            using var key = HeadKey.Read(made[$"audit-{service}"]["signing.pem"]);
            Assert.Equal(64, key.SignHash(new byte[32]).Length);
        }

        Assert.Equal($"amqp://concord:{made["rabbitmq"]["password"]}@rabbitmq:5672", made["broker"]["uri"]);
        Assert.All(made["postgres"].Values, v => Assert.Matches("^[0-9a-f]{48}$", v));
    }

    /// <summary>Runs the script with a stand-in for kubectl that writes down what it is asked to create.</summary>
    private static async Task<Dictionary<string, Dictionary<string, string>>> RunAsync()
    {
        var directory = Directory.CreateTempSubdirectory("concord-k8s-").FullName;
        try
        {
            var kubectl = Path.Combine(directory, "kubectl");
            await File.WriteAllTextAsync(kubectl, """
                #!/bin/bash
                case "$*" in
                  "get namespace concord-dev") exit 0 ;;
                  *"get secret"*) exit 1 ;;
                  "--namespace concord-dev create secret generic "*" --from-env-file=/dev/stdin") cat >"$(dirname "$0")/$6.secret" ;;
                  "--namespace concord-dev create secret generic "*" --from-file=signing.pem=/dev/stdin") cat >"$(dirname "$0")/$6.pem" ;;
                  *) echo "not expected: $*" >&2; exit 9 ;;
                esac
                """);
            File.SetUnixFileMode(kubectl, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            var (code, output) = await Repository.RunAsync(Repository.Root, "bash", "-c", $"PATH='{directory}':$PATH bash k8s/make-secrets.sh");
            Assert.True(code == 0, output);
            return Directory.GetFiles(directory, "*.secret").Concat(Directory.GetFiles(directory, "*.pem")).ToDictionary(
                f => Path.GetFileNameWithoutExtension(f),
                f => f.EndsWith(".pem", StringComparison.Ordinal) ? new() { ["signing.pem"] = File.ReadAllText(f) } : File.ReadAllLines(f).ToDictionary(l => l[..l.IndexOf('=', StringComparison.Ordinal)], l => l[(l.IndexOf('=', StringComparison.Ordinal) + 1)..]));
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
