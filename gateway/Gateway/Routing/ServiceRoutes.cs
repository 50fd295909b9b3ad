using Concord.Platform.Hosting;
using Microsoft.Extensions.Primitives;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.LoadBalancing;

namespace Concord.Gateway.Routing;

/// <summary>Routes and back ends, made of the table of collections and the addresses <c>Services:{name}:Http</c> and <c>Services:{name}:Grpc</c>.</summary>
internal sealed class ServiceRoutes(IConfiguration configuration) : IProxyConfigProvider
{
    public static readonly Setting Patience = new("Gateway:PatienceSeconds", "How long the gateway waits for the next byte of an answer, in seconds.", "30", SettingForm.Period);

    /// <summary>Metadata of a route: what may pass besides the request itself.</summary>
    public const string Kind = "kind";
    public const string Api = "api";
    public const string Pages = "pages";

    /// <summary>The service whose replicas a cluster is.</summary>
    public static string ServiceOf(string cluster) => cluster.Split('/')[0];

    public IProxyConfig GetConfig()
    {
        var routes = new List<RouteConfig>();
        var clusters = new List<ClusterConfig>();
        foreach (var (service, collections) in Collections.ByService)
        {
            clusters.Add(Cluster(service, "Http", ServiceAddresses.Http, new Version(1, 1)));
            clusters.Add(Cluster(service, "Grpc", ServiceAddresses.Grpc, new Version(2, 0)));
            // ":verb" stands in the same segment as the collection in a custom method such as profiles:search.
            routes.AddRange(collections.SelectMany(c => new[]
            {
                Route($"{service}/{c}", $"{service}/Http", $"/api/v1/{c}/{{**rest}}", Api),
                Route($"{service}/{c}:verb", $"{service}/Http", $"/api/v1/{c}:{{verb}}", Api),
            }));
            routes.Add(Route($"{service}/grpc", $"{service}/Grpc", $"/concord.{service}.v1.{{rpcService}}/{{method}}", Api));
        }

        routes.AddRange(Collections.OfIdentity.Select(path => Route($"identity{path}", "identity/Http", path, Pages)));
        routes.AddRange(Collections.OfRoster.Select(path => Route($"roster{path}", "roster/Http", path, Api)));
        return new Fixed(routes, clusters);
    }

    private ClusterConfig Cluster(string service, string kind, Setting port, Version version)
    {
        var replicas = ServiceAddresses.Of(port, service, configuration);
        return new ClusterConfig
        {
            ClusterId = $"{service}/{kind}",
            Destinations = replicas.ToDictionary(address => address.Authority, address => new DestinationConfig { Address = address.AbsoluteUri }), // probed there too, in the cluster's own version of HTTP
            LoadBalancingPolicy = LoadBalancingPolicies.RoundRobin,
            HealthCheck = new HealthCheckConfig
            {
                AvailableDestinationsPolicy = HealthCheckConstants.AvailableDestinations.HealthyOrPanic,
                // Where there is one address, whoever stands behind it does this: a process alone, or a cluster's own probes.
                Passive = new PassiveHealthCheckConfig { Enabled = replicas.Count > 1, Policy = UnreachableReplicas.PolicyName },
                Active = new ActiveHealthCheckConfig
                {
                    Enabled = replicas.Count > 1,
                    Interval = TimeSpan.FromSeconds(2),
                    Timeout = TimeSpan.FromSeconds(2),
                    Policy = HealthCheckConstants.ActivePolicy.ConsecutiveFailures,
                    Path = "/health/ready",
                },
            },
            // A name or a key in another script passes as it came; the default refuses all but ASCII.
            HttpClient = new HttpClientConfig { RequestHeaderEncoding = "utf-8" },
            HttpRequest = new ForwarderRequestConfig
            {
                ActivityTimeout = TimeSpan.FromSeconds(Patience.RequiredIn<double>(configuration)),
                Version = version,
                VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            },
        };
    }

    private static RouteConfig Route(string id, string cluster, string path, string kind) => new()
    {
        RouteId = id,
        ClusterId = cluster,
        Match = new RouteMatch { Path = path },
        Metadata = new Dictionary<string, string> { [Kind] = kind },
    };

    private sealed record Fixed(IReadOnlyList<RouteConfig> Routes, IReadOnlyList<ClusterConfig> Clusters) : IProxyConfig
    {
        public IChangeToken ChangeToken { get; } = new CancellationChangeToken(CancellationToken.None);
    }
}
