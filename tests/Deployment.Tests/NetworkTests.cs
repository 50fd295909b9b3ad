using k8s.Models;

namespace Concord.Deployment.Tests;

/// <summary>The network policies let through what the code asks, and nothing else.</summary>
public sealed class NetworkTests
{
    private static readonly (string, string, int)[] Names = [("*", "kube-system k8s-app=kube-dns", 53)];

    public static TheoryData<string> Overlays => [.. Cluster.Overlays];

    [Theory, MemberData(nameof(Overlays))]
    public async Task Whatever_is_not_said_is_denied(string overlay) => Assert.Contains((await Cluster.OfAsync(overlay)).Of<V1NetworkPolicy>(), p =>
        p.Spec.PodSelector is { MatchLabels: null, MatchExpressions: null } && p.Spec.PolicyTypes.Order(StringComparer.Ordinal).SequenceEqual(["Egress", "Ingress"]) && p.Spec is { Ingress: null, Egress: null });

    [Theory, MemberData(nameof(Overlays))]
    public async Task Inside_the_namespace_exactly_the_questions_of_the_code_get_through(string overlay)
    {
        var cluster = await Cluster.OfAsync(overlay);
        var policies = cluster.Of<V1NetworkPolicy>().ToList();
        var allowed =
            from asker in cluster.Workloads
            from asked in cluster.Workloads
            from port in asked.Pod.Spec.Containers.Single().Ports ?? []
            where policies.Any(p => Cluster.Selects(p.Spec.PodSelector, asker.Labels) && (p.Spec.Egress ?? []).Any(e => Lists(e.Ports, port.ContainerPort) && e.To.Any(t => IsPeer(t, asked))))
               && policies.Any(p => Cluster.Selects(p.Spec.PodSelector, asked.Labels) && (p.Spec.Ingress ?? []).Any(i => Lists(i.Ports, port.ContainerPort) && i.FromProperty.Any(f => IsPeer(f, asker))))
            select (asker.Name, asked.Name, port.ContainerPort);
        Assert.Equal(ExpectedIn(cluster).Order(), allowed.Distinct().Order());
    }

    [Theory, MemberData(nameof(Overlays))]
    public async Task Out_of_the_namespace_only_names_stores_and_the_collector_are_reached(string overlay)
    {
        var cluster = await Cluster.OfAsync(overlay);
        (string, int)[] outside = overlay.StartsWith("prod", StringComparison.Ordinal) ? [("10.20.1.0/24", 1433), ("10.20.2.0/24", 5671)] : [];
        var expected = cluster.Workloads.SelectMany(w => Names.Select(n => (w.Name, n.Item2, n.Item3))
            .Concat(w.IsProgram && w.Component != Product.Gateway ? outside.Select(o => (w.Name, o.Item1, o.Item2)) : [])
            .Concat(outside.Length > 0 && w is { Kind: "Deployment", IsProgram: true } ? [(w.Name, "observability app.kubernetes.io/name=opentelemetry-collector", 4317)] : []));
        var allowed =
            from workload in cluster.Workloads
            from policy in cluster.Of<V1NetworkPolicy>().Where(p => Cluster.Selects(p.Spec.PodSelector, workload.Labels))
            from rule in policy.Spec.Egress ?? []
            from peer in rule.To
            where peer.IpBlock is not null || peer.NamespaceSelector is not null
            from port in rule.Ports
            select (workload.Name, Outside(peer), int.Parse(port.Port.Value, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(expected.Distinct().Order(), allowed.Distinct().Order());
        Assert.All(cluster.Of<V1NetworkPolicy>().SelectMany(p => p.Spec.Egress ?? []), rule => Assert.True(rule.To is { Count: > 0 } && rule.Ports is { Count: > 0 }, "A rule without peers or ports allows all of them."));
    }

    [Theory, MemberData(nameof(Overlays))]
    public async Task From_outside_only_the_ingress_controller_comes_in_and_only_to_the_gateway(string overlay)
    {
        var cluster = await Cluster.OfAsync(overlay);
        var rules = cluster.Of<V1NetworkPolicy>().SelectMany(p => (p.Spec.Ingress ?? []).Select(i => (Policy: p, Rule: i))).ToList();
        Assert.All(rules, r => Assert.True(r.Rule.FromProperty is { Count: > 0 } && r.Rule.Ports is { Count: > 0 }, "A rule without peers or ports allows all of them."));
        var open = rules.Where(r => r.Rule.FromProperty.Any(f => f.IpBlock is not null || f.NamespaceSelector is not null)).ToList();
        if (!overlay.StartsWith("prod", StringComparison.Ordinal))
        {
            Assert.Empty(open);
            return;
        }

        var (policy, rule) = Assert.Single(open);
        Assert.Equal(["ingress-nginx app.kubernetes.io/name=ingress-nginx"], rule.FromProperty.Select(Outside));
        Assert.True(Lists(rule.Ports, Product.HttpPort) && Lists(rule.Ports, Product.GrpcPort) && rule.Ports.Count == 2);
        Assert.All(cluster.Workloads.Where(w => Cluster.Selects(policy.Spec.PodSelector, w.Labels)), w => Assert.Equal(Product.Gateway, w.Name));
    }

    private static IEnumerable<(string, string, int)> ExpectedIn(Cluster cluster)
    {
        var services = cluster.Workloads.Where(w => w.IsProgram && w.Component == "service").Select(w => w.Name).ToList();
        var stores = cluster.Workloads.Where(w => !w.IsProgram).ToDictionary(w => w.Component, w => w.Name);
        foreach (var service in services)
        {
            yield return (Product.Gateway, service, Product.HttpPort);
            yield return (service, "identity", Product.HttpPort); // every service reads the keys of the tokens
            foreach (var asked in Product.Asks[service])
            {
                yield return (service, asked, Product.GrpcPort);
            }
        }

        foreach (var service in services.Intersect(Product.Answering))
        {
            yield return (Product.Gateway, service, Product.GrpcPort);
        }

        foreach (var program in cluster.Workloads.Where(w => w.IsProgram))
        {
            foreach (var (component, port) in new[] { ("database", 5432), ("broker", 5672), ("telemetry", 18889) })
            {
                if (stores.TryGetValue(component, out var store) && (component == "telemetry" ? program.Kind == "Deployment" : program.Component != Product.Gateway))
                {
                    yield return (program.Name, store, port);
                }
            }
        }
    }

    private static bool Lists(IList<V1NetworkPolicyPort> ports, int port) => ports.Any(p => p.Port.Value == port.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static bool IsPeer(V1NetworkPolicyPeer peer, Workload workload) =>
        peer is { IpBlock: null, NamespaceSelector: null, PodSelector: not null } && Cluster.Selects(peer.PodSelector, workload.Labels);

    private static string Outside(V1NetworkPolicyPeer peer) => peer.IpBlock is { } block
        ? block.Cidr
        : $"{peer.NamespaceSelector.MatchLabels["kubernetes.io/metadata.name"]} {string.Join(',', peer.PodSelector.MatchLabels.Select(l => $"{l.Key}={l.Value}"))}";
}
