using System.Text.Json.Nodes;
using Concord.Gateway.Audit;

namespace Concord.Gateway.OpenApi;

/// <summary>What the gateway answers itself, told like what it asks the services for.</summary>
internal static class OwnOperations
{
    private const string Pattern = "/api/v1/audit/partners/entries";
    private static readonly string[] s_ofOneChain = ["Before", "Changes"];

    /// <param name="paths">Those of the services; the gateway's own come beside them.</param>
    public static void AddTo(IDictionary<string, JsonNode?> paths)
    {
        if (!paths.TryGetValue(Pattern, out var pattern))
        {
            return;
        }

        var item = (JsonObject)pattern!.DeepClone();
        var list = item["get"]!.AsObject();
        list["operationId"] = "ListAuditEntries";
        list["summary"] = "List what was done in all services, newest first";
        list["description"] = "Needs the permission `{service}.audit.read` of each service. Changes are told by the entry itself.";
        var parameters = list["parameters"]!.AsArray();
        foreach (var left in parameters.Where(p => s_ofOneChain.Contains((string?)p!["name"])).ToList())
        {
            parameters.Remove(left);
        }

        parameters.Add(new JsonObject
        {
            ["name"] = "service",
            ["in"] = "query",
            ["description"] = "Only the chain of this service.",
            ["schema"] = new JsonObject { ["type"] = "string" },
        });
        paths.Add(MergedEntries.Path, item);
    }
}
