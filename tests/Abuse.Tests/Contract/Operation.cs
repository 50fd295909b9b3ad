using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Concord.Abuse.Tests.Contract;

/// <summary>An operation of contracts/openapi/v1.json, as an attacker reads it.</summary>
/// <param name="Id">The operationId.</param>
/// <param name="Method">GET, POST or PATCH.</param>
/// <param name="Template">Its path with <c>{names}</c>.</param>
/// <param name="Roles">Roles that carry its permission; none where every signed-in caller may.</param>
/// <param name="Query">Names of its query parameters.</param>
/// <param name="Headers">Names of the headers it asks for.</param>
/// <param name="MediaType">Of its body; null where it takes none.</param>
/// <param name="Example">The example of its body.</param>
/// <param name="Request">Fields it takes.</param>
/// <param name="Answer">Fields it answers with.</param>
/// <param name="Text">The example of a body that is no JSON; null where it is.</param>
internal sealed partial record Operation(
    string Id, HttpMethod Method, string Template, IReadOnlyList<string> Roles, IReadOnlyList<string> Query, IReadOnlyList<string> Headers,
    string? MediaType, JsonObject? Example, IReadOnlySet<string> Request, IReadOnlySet<string> Answer, string? Text = null)
{
    /// <summary>Names in the path, in order.</summary>
    public IReadOnlyList<string> PathNames { get; } = [.. InBraces().Matches(Template).Select(m => m.Groups[1].Value)];

    public bool TakesKey => Headers.Contains("Idempotency-Key");

    public bool TakesIfMatch => Headers.Contains("If-Match");

    public bool IsPaged => Query.Contains("pageToken");

    /// <summary>The path with these ids in the places of the names.</summary>
    public string PathWith(IReadOnlyList<string> ids)
    {
        var next = 0;
        return InBraces().Replace(Template, _ => next < ids.Count ? ids[next++] : throw new InvalidOperationException($"{Id} needs {PathNames.Count} ids."));
    }

    [GeneratedRegex("{([a-zA-Z0-9]+)}")]
    private static partial Regex InBraces();
}
