using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Concord.Gateway.Browsers;
using Concord.Gateway.Routing;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Concord.Gateway.Audit;

/// <summary>
/// The audit chains of all services as one list, newest first. Each service is asked in the caller's own name and decides itself; where one refuses or does
/// not answer there is no list, because a list with a gap would say that nothing happened there.
/// </summary>
internal sealed class MergedEntries(ServiceCalls services)
{
    public const string Path = "/api/v1/audit/entries";

    /// <summary>A chain that has nothing more: no entry stands before the first.</summary>
    private const string Exhausted = "0";

    /// <summary>What is passed on as it came.</summary>
    private static readonly string[] s_filters = ["resource", "actor", "organization", "action", "outcome", "startTime", "endTime"];

    /// <param name="http">Whose token is used.</param>
    /// <param name="query">Filters of a service's own list, <c>service</c>, <c>pageSize</c> and <c>pageToken</c>.</param>
    /// <param name="cancellationToken">Ends when nobody waits any more.</param>
    /// <returns>The page, or the first refusal as the service gave it.</returns>
    /// <exception cref="DomainException">The query cannot be understood.</exception>
    /// <exception cref="HttpRequestException">A service does not answer.</exception>
    public async Task<HttpResponseMessage> ReadAsync(HttpContext http, QueryString query, CancellationToken cancellationToken)
    {
        var asked = QueryHelpers.ParseQuery(query.Value);
        var size = SizeOf(asked);
        var filters = s_filters.Where(f => !StringValues.IsNullOrEmpty(asked.GetValueOrDefault(f))).Select(f => KeyValuePair.Create<string, string?>(f, asked[f])).ToList();
        string[] chains = [.. ChainsOf(asked.GetValueOrDefault("service"))];
        var bound = $"{Path}?{string.Join('&', filters.Select(f => $"{f.Key}={f.Value}"))}&{string.Join(',', chains)}";
        var after = PageToken.Read(asked.GetValueOrDefault("pageToken"), bound, chains.Length) ?? [.. chains.Select(_ => "")];

        var answers = await Task.WhenAll(chains.Select((chain, i) => after[i] == Exhausted
            ? Task.FromResult<HttpResponseMessage?>(null)
            : AskAsync(http, chain, [.. filters, new("before", PlaceOf(after[i])), new("pageSize", size.ToString(CultureInfo.InvariantCulture)), new("changes", "false")], cancellationToken)));
        if (answers.FirstOrDefault(a => a is { IsSuccessStatusCode: false }) is { } refusal)
        {
            return refusal;
        }

        var rests = new List<Rest>();
        for (var i = 0; i < chains.Length; i++)
        {
            rests.Add(new Rest(after[i], answers[i] is { } answer ? await answer.Content.ReadFromJsonAsync<JsonObject>(cancellationToken) : null));
        }

        var items = Merge(rests, size);
        var next = rests.TrueForAll(r => r.After == Exhausted) ? null : PageToken.Make(bound, [.. rests.Select(r => r.After)]);
        var page = new JsonObject { ["items"] = new JsonArray([.. items]) };
        if (next is not null)
        {
            page["nextPageToken"] = next;
        }

        return new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(page) };
    }

    // Each chain keeps its own order, whatever the clocks of its replicas say; between chains the later entry comes first.
    private static List<JsonNode> Merge(IReadOnlyList<Rest> rests, int size)
    {
        List<JsonNode> items = [];
        while (items.Count < size && rests.Where(r => r.First is not null).MaxBy(r => (DateTimeOffset)r.First!["time"]!) is { } latest)
        {
            items.Add(latest.Take());
        }

        return items;
    }

    private Task<HttpResponseMessage?> AskAsync(HttpContext http, string chain, IEnumerable<KeyValuePair<string, string?>> query, CancellationToken cancellationToken) =>
        services.SendAsync(http, chain, new HttpRequestMessage(HttpMethod.Get, QueryHelpers.AddQueryString($"/api/v1/audit/{chain}/entries", query.Where(q => q.Value is not null))), cancellationToken)!;

    private static IEnumerable<string> ChainsOf(string? service)
    {
        var all = Collections.ByService.Keys.Order(StringComparer.Ordinal);
        return string.IsNullOrEmpty(service) ? all : all.Contains(service) ? [service] : throw Fail.Invalid("service", "No such service.");
    }

    private static int SizeOf(Dictionary<string, StringValues> asked) => asked.GetValueOrDefault("pageSize").ToString() switch
    {
        "" => PageRequest.DefaultSize,
        var text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var size) ? new PageRequest { PageSize = size }.Size : throw Fail.Invalid("pageSize", "Not a number."),
    };

    private static string? PlaceOf(string after) => after.Length == 0 ? null : long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? after : throw PageToken.NotOurs();

    /// <summary>What is left of one chain's answer.</summary>
    private sealed class Rest(string after, JsonObject? page)
    {
        private readonly Queue<JsonNode> _entries = new(page?["items"]!.AsArray().Select(e => e!) ?? []);
        private readonly bool _goesOn = page?["nextPageToken"] is not null;
        private string _after = after;

        public JsonNode? First => _entries.TryPeek(out var entry) ? entry : null;

        /// <summary>Before which place the next page goes on.</summary>
        public string After => _entries.Count == 0 && !_goesOn ? Exhausted : _after;

        public JsonNode Take()
        {
            var entry = _entries.Dequeue();
            _after = ((long)entry["sequence"]!).ToString(CultureInfo.InvariantCulture);
            return entry.DeepClone();
        }
    }
}
