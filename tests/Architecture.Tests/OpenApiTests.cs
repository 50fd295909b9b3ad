using System.Text.Json.Nodes;
using Concord.Embedded;
using Concord.Gateway.OpenApi;
using Concord.Support;

namespace Concord.Architecture.Tests;

/// <summary>The committed OpenAPI document is what the services say of themselves, and what the gateway serves.</summary>
public sealed class OpenApiTests
{
    private static readonly string[] Verbs = ["get", "post", "patch", "put", "delete"];

    [Fact]
    public async Task The_document_is_the_approved_one()
    {
        await using var platform = await EmbeddedPlatform.StartAsync(new EmbeddedOptions(Directory.CreateTempSubdirectory("concord-openapi-").FullName, Port: 0));
        using var client = new HttpClient();
        var merged = await MergedDocument.FetchAsync(client, platform.ServiceAddresses, CancellationToken.None);
        Approved.Is(MergedDocument.Write(merged), "contracts", "openapi", "v1.json");
    }

    [Fact]
    public void Every_operation_says_what_it_needs_and_how_it_fails()
    {
        foreach (var (name, operation) in Operations())
        {
            Assert.Contains("Needs the permission", (string?)operation["description"] ?? "", StringComparison.Ordinal);
            Assert.NotNull(operation["security"]);
            Assert.False(string.IsNullOrEmpty((string?)operation["summary"]), name);
            string[] failures = ["400", "401", "403", "503"];
            Assert.All(failures, f => Assert.Equal("#/components/schemas/Problem", (string?)operation["responses"]![f]!["content"]!["application/problem+json"]!["schema"]!["$ref"]));
        }
    }

    [Fact]
    public void Every_list_is_paged()
    {
        foreach (var (name, operation) in Operations().Where(o => ((string)o.Operation["operationId"]!).StartsWith("List", StringComparison.Ordinal)))
        {
            var parameters = operation["parameters"]!.AsArray().Select(p => (string)p!["name"]!).ToList();
            Assert.True(parameters.Contains("pageSize") && parameters.Contains("pageToken"), name);
        }
    }

    private static IEnumerable<(string Name, JsonObject Operation)> Operations() =>
        from path in JsonNode.Parse(File.ReadAllText(Repository.PathOf("contracts", "openapi", "v1.json")))!["paths"]!.AsObject()
        from verb in path.Value!.AsObject()
        where Verbs.Contains(verb.Key)
        select ($"{verb.Key} {path.Key}", verb.Value!.AsObject());
}
