using Concord.Platform.Mesh;
using k8s.Models;

namespace Concord.Deployment.Tests;

/// <summary>Each program is given its own certificate and nobody else's, and only what makes them sees the authority's key.</summary>
public sealed class MeshTests
{
    private const string Mounted = "/etc/concord/mesh";
    private static readonly string[] s_all = [.. Product.Services.Append(Product.Gateway).Order(StringComparer.Ordinal)];

    [Fact]
    public void In_compose_a_volume_of_certificates_is_read_by_its_own_program_and_written_by_the_one_that_makes_them()
    {
        var services = ComposeFile.Main.Services;
        foreach (var program in s_all)
        {
            Assert.Equal([$"mesh-{program}:{Mounted}:ro"], services[program].Volumes.Where(v => v.StartsWith("mesh-", StringComparison.Ordinal)));
            Assert.Equal(Mounted, services[program].Environment[Installed.VariableOf(MeshMember.CertificateDirectory.Key)]);
            Assert.Equal([Product.Certificates, program], services.Where(s => s.Value.Volumes.Any(v => v.Split(':')[0] == $"mesh-{program}")).Select(s => s.Key).Order(StringComparer.Ordinal));
        }

        Assert.Equal([Product.Certificates], services.Where(s => s.Value.Volumes.Any(v => v.Split(':')[0] == Product.Certificates)).Select(s => s.Key));
        var made = services[Product.Certificates];
        Assert.Equal(s_all, NamesIn(made.Command!));
        Assert.Equal(s_all, NamesIn([.. ((List<object>)made.Healthcheck!["test"]).Cast<string>().Skip(3)]));
        Assert.Equal(s_all.Select(s => $"mesh-{s}:/mesh/{s}").Append("certificates:/var/lib/concord").Order(StringComparer.Ordinal), made.Volumes.Order(StringComparer.Ordinal));
        Assert.StartsWith("/var/lib/concord/", made.Command![made.Command.IndexOf("--authority") + 1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task In_a_cluster_a_claim_of_certificates_is_mounted_by_its_own_program_and_by_the_one_that_makes_them(string overlay)
    {
        var workloads = (await Cluster.OfAsync(overlay)).Workloads.ToDictionary(w => w.Name);
        foreach (var program in s_all)
        {
            var pod = workloads[program].Pod.Spec;
            var volume = Assert.Single(pod.Volumes, v => v.PersistentVolumeClaim?.ClaimName == $"mesh-{program}");
            var mount = Assert.Single(pod.Containers.Single().VolumeMounts, m => m.Name == volume.Name);
            Assert.Equal((Mounted, true), (mount.MountPath, mount.ReadOnlyProperty));
            Assert.Equal([Product.Certificates, program], workloads.Values.Where(w => Claims(w.Pod).Contains($"mesh-{program}")).Select(w => w.Name).Order(StringComparer.Ordinal));
        }

        Assert.Equal([Product.Certificates], workloads.Values.Where(w => Claims(w.Pod).Contains(Product.Certificates)).Select(w => w.Name));
        var made = workloads[Product.Certificates].Pod.Spec;
        var container = made.Containers.Single();
        Assert.Equal(s_all, NamesIn(container.Args));
        Assert.All(new[] { container.StartupProbe, container.LivenessProbe, container.ReadinessProbe }, p => Assert.Equal(s_all, NamesIn([.. p.Exec.Command.Skip(2)])));
        Assert.Equal(
            s_all.Select(s => ($"mesh-{s}", $"/mesh/{s}")).Append(("certificates", "/var/lib/concord")).Order(),
            container.VolumeMounts.Where(m => m.Name != "tmp").Select(m => (made.Volumes.Single(v => v.Name == m.Name).PersistentVolumeClaim.ClaimName, m.MountPath)).Order());
    }

    // After the directory, up to the first option.
    private static IEnumerable<string> NamesIn(IEnumerable<string> words) => words.Skip(1).TakeWhile(w => !w.StartsWith("--", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Claims(V1PodTemplateSpec pod) => (pod.Spec.Volumes ?? []).Select(v => v.PersistentVolumeClaim?.ClaimName).OfType<string>();
}
