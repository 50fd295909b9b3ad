using Concord.Contracts.Access;
using Concord.Platform.Security;
using Concord.Support;
using Microsoft.AspNetCore.Routing;

namespace Concord.Architecture.Tests;

/// <summary>Default deny, seen from the built hosts: what is not named here is not served.</summary>
public sealed class AccessTests
{
    [Fact]
    public void Every_endpoint_and_rpc_names_one_permission_or_says_why_it_is_open()
    {
        var silent = ServiceCatalogue.All.SelectMany(s => s.Endpoints
            .Where(e => !IsGrpcRefusal(e))
            .Where(e => e.Metadata.GetOrderedMetadata<NeedsAttribute>().Count + (e.Metadata.GetMetadata<OpenToAll>() is null ? 0 : 1) != 1)
            .Select(e => $"{s.Name}: {e.RoutePattern.RawText}"));
        Assert.Empty(silent);
    }

    [Fact]
    public void Every_named_permission_is_declared_and_every_declared_one_is_used()
    {
        foreach (var service in ServiceCatalogue.All)
        {
            var named = service.Endpoints.SelectMany(e => e.Metadata.GetOrderedMetadata<NeedsAttribute>()).Select(n => n.Permission).ToHashSet();
            Assert.Equal(named.Order(StringComparer.Ordinal), service.Permissions.Select(p => p.Name).Order(StringComparer.Ordinal));
            Assert.All(service.Permissions, p => Assert.Matches($"^{service.Name}\\.[a-zA-Z]+\\.[a-zA-Z]+$", p.Name));
        }
    }

    [Fact, Rule("R137")]
    public void Permissions_name_only_known_roles()
    {
        var known = Roles.OfPeople.Concat([Roles.Service, Roles.Witness]).ToHashSet();
        Assert.All(ServiceCatalogue.All.SelectMany(s => s.Permissions).SelectMany(p => p.Roles), r => Assert.Contains(r, known));
    }

    // What gRPC maps so that an unknown method is answered UNIMPLEMENTED; our middleware refuses it.
    private static bool IsGrpcRefusal(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText?.Contains("grpcunimplemented", StringComparison.Ordinal) == true;
}
