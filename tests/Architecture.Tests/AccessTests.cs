using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Concord.Contracts.Access;
using Concord.Platform.Security;
using Concord.Support;
using Microsoft.AspNetCore.Routing;

namespace Concord.Architecture.Tests;

/// <summary>Default deny, seen from the built hosts: what is not named here is not served.</summary>
public sealed partial class AccessTests
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

    [Fact, Rule("R137")]
    public void A_machine_can_be_registered_only_for_permissions_that_exist_and_that_a_role_of_machines_carries()
    {
        var permissions = ServiceCatalogue.All.SelectMany(s => s.Permissions).ToDictionary(p => p.Name, StringComparer.Ordinal);
        Assert.Equal(MachineScopes.All.Distinct(StringComparer.Ordinal), MachineScopes.All);
        Assert.All(MachineScopes.All, scope => Assert.True(permissions.TryGetValue(scope, out var permission) && (permission.Roles.Length == 0 || permission.Roles.Intersect(Roles.OfMachines).Any()), scope));
        Assert.DoesNotContain(MachineScopes.All, s => s.StartsWith("identity.", StringComparison.Ordinal) && s != "identity.me.read" && !s.StartsWith("identity.audit.", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_act_that_takes_two_persons_has_its_words_on_the_page_where_it_waits()
    {
        var words = Directory.GetDirectories(Repository.PathOf("gateway", "Portal")).Select(feature => Path.Combine(feature, "Texts", "en.json")).Where(File.Exists)
            .SelectMany(file => JsonNode.Parse(File.ReadAllText(file))!.AsObject().Select(text => text.Key)).ToHashSet(StringComparer.Ordinal);
        var acts = Repository.SourceFiles("services").SelectMany(f => ActName().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value)).ToList();
        Assert.True(acts.Count >= 15, $"{acts.Count} acts");
        Assert.All(acts, act => Assert.Contains($"approvals.act.{act}", words));
    }

    [GeneratedRegex("const string ActName = \"([a-zA-Z.]+)\";")]
    private static partial Regex ActName();

    // What gRPC maps so that an unknown method is answered UNIMPLEMENTED; our middleware refuses it.
    private static bool IsGrpcRefusal(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText?.Contains("grpcunimplemented", StringComparison.Ordinal) == true;
}
