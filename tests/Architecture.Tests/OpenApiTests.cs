using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
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
        Examples.AddTo(merged, Read("examples.json"));
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

    [Fact]
    public void Every_operation_with_a_body_has_an_example_and_no_example_is_left_over()
    {
        var bodied = Operations().Where(o => o.Operation["requestBody"] is not null).ToList();
        Assert.All(bodied, o => Assert.All(o.Operation["requestBody"]!["content"]!.AsObject(), c => Assert.NotNull(c.Value!["example"])));
        Assert.Equal(bodied.Select(o => (string)o.Operation["operationId"]!).Order(StringComparer.Ordinal), Read("examples.json")["requests"]!.AsObject().Select(e => e.Key).Order(StringComparer.Ordinal));
    }

    /// <summary>Sends each example as somebody who may: it may be refused for what it names, never for its form.</summary>
    [Fact]
    public async Task Every_example_is_understood()
    {
        await using var platform = await EmbeddedPlatform.StartAsync(new EmbeddedOptions(Directory.CreateTempSubdirectory("concord-examples-").FullName, Port: 0, Demonstration: true), QuickPasswords.Use);
        var passwords = SignIn.Read(platform.DemoSignInFile);
        var clients = new List<HttpClient>();
        foreach (var person in (string[])["administrator@un.example", "msu.officer@un.example", "eccas.officer@eccas.example", "authority.proposer@un.example", "head.of.mission@un.example", "monitor@rjmec.example", "lead.mediator@igad.example", "msu.chief@un.example"])
        {
            clients.Add(SignIn.Client(platform.Address, await SignIn.TokenAsync(platform.Address, passwords, person)));
        }

        clients.Add(SignIn.Client(platform.Address, await SignIn.DemonstrationMachineTokenAsync(platform.Address, "demo-witness", passwords)));
        var known = new Dictionary<string, string> { ["{size}"] = "1", ["{agreement}"] = "062dbf9d-e3f7-8595-9d52-e0138feb148f", ["{process}"] = "68bd5e42-57a5-81a6-9bd1-56218ef2d933" };
        foreach (var (name, operation) in Operations().Where(o => o.Operation["requestBody"] is not null))
        {
            var path = Regex.Replace(name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..], "{[a-zA-Z]+}", m => known.GetValueOrDefault(m.Value) ?? Guid.NewGuid().ToString());
            var body = operation["requestBody"]!["content"]!.AsObject().First();
            Task<ApiAnswer> SendAsync(HttpClient client) => client.SendAsync(
                new HttpMethod(name.Split(' ')[0].ToUpperInvariant()), path, body.Value!["example"] is JsonValue text ? text.GetValue<string>() : body.Value!["example"]!.ToJsonString(), Guid.NewGuid().ToString(), name.StartsWith("patch", StringComparison.Ordinal) ? "*" : null, body.Key);
            List<string> answers = [];
            foreach (var client in clients)
            {
                var answer = await SendAsync(client);
                for (var left = 5; left > 0 && answer.Status == HttpStatusCode.ServiceUnavailable; left--)
                {
                    // On a busy machine one service may not answer another in time; it says to try again, and nothing was changed.
                    answer = await SendAsync(client);
                }

                answers.Add($"{(int)answer.Status} {answer.Text}");
            }

            // Somebody passes the door and the form; what the example names may not exist, be taken, or be too late.
            Assert.True(answers.Exists(a => a[..3] is "200" or "201" or "202" or "404" or "409" or "412" or "422" || a.Contains("no such", StringComparison.OrdinalIgnoreCase)), $"{name}: {string.Join("\n", answers)}");
            Assert.DoesNotContain(answers, a => a[0] == '5');
        }
    }

    private static JsonObject Read(string file) => JsonNode.Parse(File.ReadAllText(Repository.PathOf("contracts", "openapi", file)))!.AsObject();

    private static IEnumerable<(string Name, JsonObject Operation)> Operations() =>
        from path in Read("v1.json")["paths"]!.AsObject()
        from verb in path.Value!.AsObject()
        where Verbs.Contains(verb.Key)
        select ($"{verb.Key} {path.Key}", verb.Value!.AsObject());
}
