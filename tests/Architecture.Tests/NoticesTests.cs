using System.Text.Json.Nodes;
using Concord.Support;

namespace Concord.Architecture.Tests;

/// <summary>Whoever receives the programs is told whose work is in them.</summary>
public sealed class NoticesTests
{
    [Fact]
    public void Every_package_that_is_published_is_named_with_its_version()
    {
        var resolved = JsonNode.Parse(File.ReadAllText(Repository.PathOf("services", "Embedded", "obj", "project.assets.json")))!["libraries"]!.AsObject()
            .Where(l => (string?)l.Value!["type"] == "package").Select(l => l.Key.Replace("/", " | ", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        var named = File.ReadLines(Repository.PathOf("THIRD-PARTY-NOTICES.md")).SkipWhile(l => l != "## Packages").Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Skip(1)
            .Select(l => string.Join(" | ", l.Split('|', StringSplitOptions.TrimEntries).Skip(1).Take(2))).Order(StringComparer.Ordinal);
        Assert.Equal(resolved, named);
    }
}
