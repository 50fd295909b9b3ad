using System.Text.Json.Nodes;
using Concord.Gateway.OpenApi;

namespace Concord.Gateway.Tests;

public sealed class MergedDocumentTests
{
    private static JsonObject Document(string path, string schemas) => JsonNode.Parse($$"""
        {
          "openapi": "3.1.1", "info": { "title": "x", "version": "v1" },
          "paths": { "{{path}}": { "get": { "tags": ["T"], "responses": { "200": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Outer" } } } } } } } },
          "components": { "schemas": {{schemas}} }, "tags": [ { "name": "T" } ]
        }
        """)!.AsObject();

    private const string Outer = """ "Outer": { "properties": { "a": { "$ref": "#/components/schemas/Inner" } } } """;

    private static JsonObject Merge(string one, string two) => MergedDocument.Merge(new Dictionary<string, JsonObject>
    {
        ["roster"] = Document("/api/v1/b", $"{{ {Outer}, \"Inner\": {one} }}"),
        ["partners"] = Document("/api/v1/a", $"{{ {Outer}, \"Inner\": {two} }}"),
    });

    private static string[] Names(JsonObject merged) => [.. merged["components"]!["schemas"]!.AsObject().Select(s => s.Key)];

    private static string Answer(JsonObject merged, string path) =>
        merged["paths"]![path]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!["$ref"]!.GetValue<string>();

    [Fact]
    public void What_services_share_is_there_once_and_all_is_in_order()
    {
        var merged = Merge("""{ "type": "string", "maxLength": 3 }""", """{ "maxLength": 3, "type": "string" }""");
        Assert.Equal(["Inner", "Outer"], Names(merged));
        Assert.Equal(["/api/v1/a", "/api/v1/b"], merged["paths"]!.AsObject().Select(p => p.Key));
        Assert.Single(merged["tags"]!.AsArray());
        Assert.Equal("#/components/schemas/Outer", Answer(merged, "/api/v1/a"));
        Assert.NotNull(merged["components"]!["securitySchemes"]!["concord"]);
    }

    [Fact]
    public void A_name_that_means_two_things_is_told_apart_with_all_that_leads_to_it()
    {
        var merged = Merge("""{ "type": "string" }""", """{ "type": "integer" }""");
        Assert.Equal(["PartnersInner", "PartnersOuter", "RosterInner", "RosterOuter"], Names(merged));
        Assert.Equal("#/components/schemas/RosterOuter", Answer(merged, "/api/v1/b"));
        Assert.Equal("#/components/schemas/PartnersInner", merged["components"]!["schemas"]!["PartnersOuter"]!["properties"]!["a"]!["$ref"]!.GetValue<string>());
        Assert.Equal("integer", merged["components"]!["schemas"]!["PartnersInner"]!["type"]!.GetValue<string>());
    }

    [Fact]
    public void The_same_documents_give_the_same_text_and_stay_as_they_were()
    {
        var documents = new Dictionary<string, JsonObject> { ["roster"] = Document("/api/v1/b", $"{{ {Outer}, \"Inner\": {{}} }}"), ["partners"] = Document("/api/v1/a", "{ \"Outer\": {} }") };
        var before = documents["roster"].ToJsonString();
        var first = MergedDocument.Write(MergedDocument.Merge(documents));
        Assert.Equal(first, MergedDocument.Write(MergedDocument.Merge(documents.Reverse().ToDictionary())));
        Assert.Equal(before, documents["roster"].ToJsonString());
    }

    [Fact]
    public void One_address_of_two_services_is_an_error() =>
        Assert.Throws<InvalidOperationException>(() => MergedDocument.Merge(new Dictionary<string, JsonObject> { ["a"] = Document("/p", "{}"), ["b"] = Document("/p", "{}") }));
}
