using System.Text.RegularExpressions;
using Concord.Platform.Mesh;
using Concord.Support;
using Microsoft.AspNetCore.Routing;

namespace Concord.Architecture.Tests;

/// <summary>Which service may ask what: said everywhere, as docs/access.md says it, and enough for those who do ask.</summary>
public sealed partial class AskingTests
{
    private static readonly string[] s_known = [.. Repository.Services.Select(Lower), AskedByAttribute.Gateway, AskedByAttribute.EveryService];

    private static IEnumerable<(string Service, string Address, IReadOnlyList<string> AskedBy)> All => ServiceCatalogue.All.SelectMany(s => s.Endpoints
        .Where(e => !e.RoutePattern.RawText!.Contains("grpcunimplemented", StringComparison.Ordinal))
        .Select(e => (s.Name, Path(e), (IReadOnlyList<string>)[.. e.Metadata.GetMetadata<AskedByAttribute>()?.Services.Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>()]))
        .Concat(s.AskedAddresses.Select(a => (s.Name, $"{a.Path}/", a.AskedBy.Services))));

    [Fact]
    public void Every_endpoint_and_rpc_names_who_may_ask_it() =>
        Assert.All(All, a => Assert.True(a.AskedBy.Count > 0 && !a.AskedBy.Except(s_known).Any(), $"{a.Service} {a.Address}: [{string.Join(", ", a.AskedBy)}]"));

    [Fact]
    public void Who_may_ask_is_what_the_document_says_and_every_row_of_it_is_about_something()
    {
        var rows = Rows();
        var met = All.Select(a =>
        {
            var row = rows.Keys.Where(r => Covers(r, $"{a.Service} {a.Address}")).ToList();
            Assert.True(row.Count == 1, $"{a.Service} {a.Address} is in {row.Count} rows of docs/access.md");
            Assert.Equal((row[0], rows[row[0]]), (row[0], string.Join(", ", a.AskedBy)));
            return row[0];
        }).Distinct();
        Assert.Equal(rows.Keys.Order(StringComparer.Ordinal), met.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Whoever_asks_in_the_code_may_and_no_other_service_is_named()
    {
        var asks = Repository.Services.SelectMany(asking => Repository.SourceFiles($"services/{asking}").SelectMany(f => Client().Matches(File.ReadAllText(f)).Select(m => (Asking: Lower(asking), Asked: m.Groups[1].Value)))).Distinct();
        var may = All.Where(a => a.Address.StartsWith("/concord.", StringComparison.Ordinal)).SelectMany(a => a.AskedBy.Where(s => s != AskedByAttribute.Gateway).Select(s => (Asking: s, Asked: a.Service))).Distinct();
        Assert.Equal(asks.Order(), may.Order());
    }

    private static Dictionary<string, string> Rows() => File.ReadLines(Repository.PathOf("docs", "access.md"))
        .SkipWhile(l => !l.StartsWith("| question |", StringComparison.Ordinal)).Skip(2).TakeWhile(l => l.StartsWith("| ", StringComparison.Ordinal))
        .Select(l => l.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries)).ToDictionary(c => c[0], c => c[1]);

    private static bool Covers(string row, string address) => row.EndsWith("**", StringComparison.Ordinal) ? address.StartsWith(row[..^2], StringComparison.Ordinal) : row == address;

    private static string Path(RouteEndpoint endpoint) => $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}";

#pragma warning disable CA1308 // service names are lower case
    private static string Lower(string folder) => folder.ToLowerInvariant();
#pragma warning restore CA1308

    [GeneratedRegex(@"AddServiceClient<[^>]+>\(""([a-z]+)""\)")]
    private static partial Regex Client();
}
