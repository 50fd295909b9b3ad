using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;

namespace Concord.Platform.Security;

/// <summary>One thing a caller may be allowed to do, and the roles that carry it. Whether it may be done to this record is the record's own question.</summary>
/// <param name="Name"><c>service.collection.action</c>; part of the approved surface.</param>
/// <param name="Summary">What it allows, for the administrator who grants the role.</param>
/// <param name="Roles">Roles of which any one is enough; empty means every signed-in caller.</param>
public sealed record Permission(string Name, string Summary, params string[] Roles);

/// <summary>Names the permission of an endpoint or RPC. What names none is refused.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsAttribute(string permission) : Attribute, IAuthorizeData, IAuthorizationRequirementData, IAuthorizationRequirement
{
    /// <summary>The <see cref="Permission.Name"/>.</summary>
    public string Permission { get; } = permission;
    public string? Policy { get; set; }
    public string? Roles { get; set; }
    public string? AuthenticationSchemes { get; set; }

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Marks an address that anybody may read, and says why.</summary>
public sealed record OpenToAll(string Why);

public static class PermissionEndpointExtensions
{
    public static TBuilder Needs<TBuilder>(this TBuilder endpoint, Permission permission) where TBuilder : IEndpointConventionBuilder
    {
        endpoint.Add(b => b.Metadata.Add(new NeedsAttribute(permission.Name)));
        return endpoint;
    }

    public static TBuilder OpenToAll<TBuilder>(this TBuilder endpoint, string why) where TBuilder : IEndpointConventionBuilder
    {
        endpoint.Add(b =>
        {
            b.Metadata.Add(new OpenToAll(why));
            b.Metadata.Add(new AllowAnonymousAttribute());
        });
        return endpoint;
    }
}
