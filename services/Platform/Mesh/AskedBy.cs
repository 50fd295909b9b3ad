using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Platform.Mesh;

/// <summary>
/// Names the services that may ask: of an RPC, or of an address that is not for people. What names none is asked by nobody. Whether it may be done is the other question, which the person's token answers.
/// </summary>
/// <param name="services">Where the gateway is among them, it passes on what partner systems ask.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class AskedByAttribute(params string[] services) : Attribute
{
    /// <summary>Everything of the REST API is asked by it, in the name of people and partner systems.</summary>
    public const string Gateway = "gateway";

    /// <summary>Whoever has a certificate of ours.</summary>
    public const string EveryService = "every service";

    public IReadOnlyList<string> Services { get; } = services;

    internal bool Includes(string service) => Services.Contains(service, StringComparer.Ordinal) || Services.Contains(EveryService, StringComparer.Ordinal);
}

/// <summary>An address that a protocol answers without an endpoint of ours, and who asks there; what is not said so is asked by the gateway.</summary>
public sealed record AskedAddress(PathString Path, AskedByAttribute AskedBy);

public static class AskedByExtensions
{
    public static TBuilder AskedBy<TBuilder>(this TBuilder endpoint, params string[] services) where TBuilder : IEndpointConventionBuilder
    {
        endpoint.Add(b => b.Metadata.Add(new AskedByAttribute(services)));
        return endpoint;
    }

    public static IServiceCollection AddAskedAddress(this IServiceCollection all, PathString path, params string[] services) => all.AddSingleton(new AskedAddress(path, new AskedByAttribute(services)));
}
