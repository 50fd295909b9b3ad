using System.Globalization;
using Concord.Platform.Hosting;
using Concord.Support;
using k8s.Models;

namespace Concord.Deployment.Tests;

/// <summary>k8s/: what every pod of every overlay keeps to.</summary>
public sealed class WorkloadTests
{
    public static TheoryData<string> Overlays => [.. Cluster.Overlays];

    public static TheoryData<string> Services => ["dev", "prod"];

    [Theory, MemberData(nameof(Overlays))]
    public async Task Every_document_of_an_overlay_is_read_and_no_two_are_the_same(string overlay)
    {
        var cluster = await Cluster.OfAsync(overlay);
        var (_, output) = await Repository.RunAsync(Repository.PathOf("k8s", "overlays"), "kubectl", "kustomize", overlay);
        Assert.Equal(output.Split('\n').Count(l => l.StartsWith("kind: ", StringComparison.Ordinal)), cluster.Objects.Count);
        Assert.Equal(cluster.Objects.Count, cluster.Objects.Select(o => (o.Kind, o.Metadata.Name)).Distinct().Count());
        var space = Assert.Single(cluster.Of<V1Namespace>());
        Assert.Equal("restricted", space.Metadata.Labels["pod-security.kubernetes.io/enforce"]);
        Assert.All(cluster.Objects.Where(o => o is not V1Namespace), o => Assert.Equal(space.Metadata.Name, o.Metadata.NamespaceProperty));
    }

    [Fact]
    public async Task A_misspelled_field_is_found() =>
        await Assert.ThrowsAnyAsync<Exception>(() => Task.Run(() => k8s.KubernetesYaml.LoadAllFromString("apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {prots: []}\n", typeMap: null, strict: true)));

    [Theory, MemberData(nameof(Overlays))]
    public async Task Every_pod_is_nobody_special_and_every_container_writes_nowhere(string overlay) => Assert.All((await Cluster.OfAsync(overlay)).Workloads, w =>
    {
        var pod = w.Pod.Spec;
        Assert.True(pod.SecurityContext.RunAsNonRoot);
        Assert.NotEqual(0, pod.SecurityContext.RunAsUser);
        Assert.Equal("RuntimeDefault", pod.SecurityContext.SeccompProfile.Type);
        Assert.False(pod.AutomountServiceAccountToken);
        Assert.True(pod.HostNetwork is null && pod.HostPID is null && pod.HostIPC is null);
        Assert.DoesNotContain(pod.Volumes ?? [], v => v.HostPath is not null);
        Assert.All(pod.Containers.Concat(pod.InitContainers ?? []), c =>
        {
            Assert.True(c.SecurityContext.ReadOnlyRootFilesystem);
            Assert.False(c.SecurityContext.AllowPrivilegeEscalation);
            Assert.Equal(["ALL"], c.SecurityContext.Capabilities.Drop);
            Assert.Null(c.SecurityContext.Capabilities.Add);
            Assert.Contains(c.VolumeMounts, m => m.MountPath == "/tmp");
        });
        Assert.True(!w.IsProgram || pod.SecurityContext is { RunAsUser: 1654, FsGroup: 1654 }, "The image's directories belong to this user.");
    });

    [Theory, MemberData(nameof(Overlays))]
    public async Task Every_container_says_what_it_needs_and_comes_from_an_exact_image(string overlay) =>
        Assert.All((await Cluster.OfAsync(overlay)).Workloads.SelectMany(w => w.Pod.Spec.Containers), c =>
        {
            Assert.Contains("cpu", c.Resources.Requests.Keys);
            Assert.Contains("memory", c.Resources.Requests.Keys);
            Assert.Contains("memory", c.Resources.Limits.Keys);
            Assert.Matches(@"^[^:]+:(dev|v?[0-9]+(\.[0-9]+)+[^:]*)$", c.Image);
            Assert.True(!overlay.StartsWith("prod", StringComparison.Ordinal) || !c.Image.EndsWith(":dev", StringComparison.Ordinal), $"{c.Image} in production");
        });

    [Theory, MemberData(nameof(Overlays))]
    public async Task What_keeps_running_is_probed(string overlay) => Assert.All((await Cluster.OfAsync(overlay)).Workloads.Where(w => w.Kind != "Job"), w =>
    {
        var container = w.Pod.Spec.Containers.Single();
        Assert.True(container is { StartupProbe: not null, LivenessProbe: not null, ReadinessProbe: not null });
        if (w.IsProgram)
        {
            Assert.Equal(
                ["/app/program health live", "/app/program health live", "/app/program health"],
                new[] { container.StartupProbe, container.LivenessProbe, container.ReadinessProbe }.Select(p => string.Join(' ', p.Exec.Command)));
            Assert.Equal([("http", Product.HttpPort), ("grpc", Product.GrpcPort)], container.Ports.Select(p => (p.Name, p.ContainerPort)));
            Assert.Equal(w.Name, w.Pod.Spec.ServiceAccountName);
        }
    });

    [Theory, MemberData(nameof(Services))]
    public async Task Addresses_budgets_and_scalers_choose_exactly_their_own_pods(string overlay)
    {
        var cluster = await Cluster.OfAsync(overlay);
        foreach (var service in cluster.Of<V1Service>())
        {
            var pods = Assert.Single(cluster.Workloads, w => service.Spec.Selector.All(l => w.Labels.TryGetValue(l.Key, out var value) && value == l.Value));
            Assert.Contains(pods.Name, new[] { service.Metadata.Name, service.Metadata.Name.Replace("-grpc", "", StringComparison.Ordinal) });
            Assert.All(service.Spec.Ports, p => Assert.Contains(pods.Pod.Spec.Containers.Single().Ports, c => p.TargetPort is null ? c.ContainerPort == p.Port : c.Name == p.TargetPort.Value && c.ContainerPort == p.Port));
        }

        foreach (var program in cluster.Workloads.Where(w => w.IsProgram))
        {
            var budget = Assert.Single(cluster.Of<V1PodDisruptionBudget>(), b => Cluster.Selects(b.Spec.Selector, program.Labels));
            Assert.Equal([program.Name], cluster.Workloads.Where(w => Cluster.Selects(budget.Spec.Selector, w.Labels)).Select(w => w.Name));
            Assert.Equal("1", budget.Spec.MaxUnavailable.Value);
            Assert.Equal([program.Name], cluster.Workloads.Where(w => Cluster.Selects(program.Pod.Spec.TopologySpreadConstraints.Single().LabelSelector, w.Labels)).Select(w => w.Name));
            Assert.Contains(cluster.Of<V1ServiceAccount>(), a => a.Metadata.Name == program.Name && a.AutomountServiceAccountToken == false);
            var scalers = cluster.Of<V2HorizontalPodAutoscaler>().Where(s => s.Spec.ScaleTargetRef is { Kind: "Deployment", ApiVersion: "apps/v1" } target && target.Name == program.Name).ToList();
            Assert.Equal(overlay == "prod" ? [2] : [], scalers.Select(s => s.Spec.MinReplicas));
        }

        Assert.All(cluster.Of<V1Deployment>(), d => Assert.Null(d.Spec.Replicas)); // or every apply would undo what the scaler decided
    }

    [Theory, MemberData(nameof(Services))]
    public async Task A_stopping_pod_has_time_to_serve_on_and_to_end(string overlay)
    {
        var cluster = await Cluster.OfAsync(overlay);
        var drain = cluster.Installed().ToDictionary(i => i.Program, i => double.Parse(i[Draining.Seconds]!, CultureInfo.InvariantCulture));
        // 30 s is what a host gives to what is under way.
        Assert.All(cluster.Workloads.Where(w => w.IsProgram), w => Assert.InRange(drain[w.Name], 1, w.Pod.Spec.TerminationGracePeriodSeconds!.Value - 30));
    }

    [Theory, MemberData(nameof(Services))]
    public async Task Every_public_name_has_a_certificate_and_leads_to_the_gateway(string overlay)
    {
        var cluster = await Cluster.OfAsync(overlay);
        var ways = cluster.Of<V1Ingress>().ToList();
        Assert.Equal(overlay == "prod", ways.Count > 0);
        Assert.All(ways, w => Assert.All(w.Spec.Rules, r =>
        {
            Assert.Contains(w.Spec.Tls, t => t.Hosts.Contains(r.Host) && t.SecretName == "concord-tls");
            Assert.All(r.Http.Paths, p => Assert.Contains(cluster.Of<V1Service>(), s =>
                s.Metadata.Name == p.Backend.Service.Name && s.Spec.Ports.Any(x => x.Name == p.Backend.Service.Port.Name) && s.Spec.Selector["app.kubernetes.io/name"] == Product.Gateway));
        }));
        if (overlay == "prod")
        {
            Assert.Contains(ways.SelectMany(w => w.Spec.Rules), r => $"https://{r.Host}/" == cluster.Installed().First()[Platform.Security.AccessSetup.Issuer]);
        }
    }

    [Theory, MemberData(nameof(Overlays))]
    public async Task What_replicas_share_can_be_mounted_by_all_of_them(string overlay)
    {
        var cluster = await Cluster.OfAsync(overlay);
        var claims = cluster.Of<V1PersistentVolumeClaim>().ToDictionary(c => c.Metadata.Name, c => c.Spec.AccessModes.Single());
        string[] served = overlay.EndsWith("/migrate", StringComparison.Ordinal) ? [] : [Product.Certificates, .. Product.Services.Append(Product.Gateway).Select(s => $"mesh-{s}")];
        Assert.Equal(served.Concat(["gateway-keys", "identity-keys", "roster-keys"]).Order(StringComparer.Ordinal), claims.Keys.Order(StringComparer.Ordinal));
        Assert.All(claims.Where(c => c.Key != Product.Certificates).Select(c => c.Value), mode => Assert.Equal(overlay.StartsWith("prod", StringComparison.Ordinal) ? "ReadWriteMany" : "ReadWriteOnce", mode));
        Assert.Empty(cluster.Workloads.SelectMany(w => w.Pod.Spec.Volumes).Select(v => v.PersistentVolumeClaim?.ClaimName).OfType<string>().Except(claims.Keys));
    }
}
