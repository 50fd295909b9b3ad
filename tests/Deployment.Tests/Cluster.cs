using System.Collections.Concurrent;
using System.Text.Json;
using Concord.Support;
using k8s;
using k8s.Models;

namespace Concord.Deployment.Tests;

/// <summary>Pods of one kind, whatever keeps them running.</summary>
internal sealed record Workload(string Kind, string Name, V1PodTemplateSpec Pod)
{
    public IDictionary<string, string> Labels => Pod.Metadata.Labels;

    public string Component => Labels["app.kubernetes.io/component"];

    /// <summary>One of ours, and not a store or a viewer of the overlay.</summary>
    public bool IsProgram => Labels.TryGetValue("app.kubernetes.io/part-of", out var whole) && whole == "concord";

    public override string ToString() => $"{Kind} {Name}";
}

/// <summary>An overlay as <c>kubectl kustomize</c> renders it, every document read strictly as its Kubernetes type.</summary>
internal sealed record Cluster(string Overlay, IReadOnlyList<IKubernetesObject<V1ObjectMeta>> Objects)
{
    public static readonly string[] Overlays = ["dev", "dev/migrate", "prod", "prod/migrate"];
    private static readonly Lazy<Task<bool>> HasComponents = new(async () =>
    {
        using var version = JsonDocument.Parse((await Repository.RunAsync(Repository.Root, "kubectl", "version", "--client", "-o", "json")).Output);
        return version.RootElement.TryGetProperty("kustomizeVersion", out var kustomize) && Version.Parse(kustomize.GetString()!.TrimStart('v')).Major >= 5;
    });

    private static readonly ConcurrentDictionary<string, Lazy<Task<Cluster>>> Rendered = new();

    public static async Task<Cluster> OfAsync(string overlay)
    {
        Assert.SkipUnless(Programs.Have("kubectl"), "kubectl is not installed; tests/run.sh installs it where it can.");
        Assert.SkipUnless(await HasComponents.Value, "This kubectl carries a Kustomize older than 5; Debian 12 has such a one.");
        return await Rendered.GetOrAdd(overlay, o => new Lazy<Task<Cluster>>(() => RenderAsync(o))).Value;
    }

    public IReadOnlyList<Workload> Workloads =>
    [
        .. Of<V1Deployment>().Select(d => new Workload("Deployment", d.Metadata.Name, d.Spec.Template)),
        .. Of<V1StatefulSet>().Select(s => new Workload("StatefulSet", s.Metadata.Name, s.Spec.Template)),
        .. Of<V1Job>().Select(j => new Workload("Job", j.Metadata.Name, j.Spec.Template)),
    ];

    public IEnumerable<T> Of<T>() where T : IKubernetesObject<V1ObjectMeta> => Objects.OfType<T>();

    public IEnumerable<Installed> Installed() => Workloads.Where(w => w.IsProgram).Select(w => new Installed(
        w.Labels["app.kubernetes.io/name"], w.Component == "migration", [.. w.Pod.Spec.Containers.Single().Args ?? []], EnvironmentOf(w.Pod.Spec.Containers.Single()),
        [.. w.Pod.Spec.Containers.Single().VolumeMounts.Where(m => w.Pod.Spec.Volumes.Single(v => v.Name == m.Name) is { PersistentVolumeClaim: not null } or { Secret: not null }).Select(m => m.MountPath)]));

    public static bool Selects(V1LabelSelector selector, IDictionary<string, string> labels) =>
        (selector.MatchLabels ?? new Dictionary<string, string>()).All(l => labels.TryGetValue(l.Key, out var value) && value == l.Value)
        && (selector.MatchExpressions ?? []).All(e => e.OperatorProperty == "In"
            ? labels.TryGetValue(e.Key, out var value) && e.Values.Contains(value)
            : throw new NotSupportedException(e.OperatorProperty));

    private Dictionary<string, string> EnvironmentOf(V1Container container)
    {
        var variables = new Dictionary<string, string>();
        foreach (var source in container.EnvFrom ?? [])
        {
            foreach (var (name, value) in Of<V1ConfigMap>().Single(m => m.Metadata.Name == source.ConfigMapRef.Name).Data)
            {
                variables[name] = value;
            }
        }

        foreach (var variable in container.Env ?? [])
        {
            variables[variable.Name] = variable.ValueFrom?.SecretKeyRef is { } secret ? $"secret {secret.Name} {secret.Key}" : variable.Value;
        }

        return variables;
    }

    private static async Task<Cluster> RenderAsync(string overlay)
    {
        var (code, output) = await Repository.RunAsync(Repository.PathOf("k8s", "overlays"), "kubectl", "kustomize", overlay);
        Assert.True(code == 0, output);
        return new Cluster(overlay, [.. KubernetesYaml.LoadAllFromString(output, typeMap: null, strict: true).Cast<IKubernetesObject<V1ObjectMeta>>()]);
    }
}
