using System.Globalization;
using System.Text.RegularExpressions;
using Concord.Portal.Frame;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Concord.Portal.Audit;

/// <summary>What an auditor looks for, as it was typed, and as the API asks for it.</summary>
/// <param name="Service">The chain of one service; null for all.</param>
/// <param name="Person">Who acted.</param>
/// <param name="Organization">Resource name, name or acronym of whom they acted for.</param>
/// <param name="Record">Resource name, or an address that holds it.</param>
/// <param name="Action">Name of a permission, or of an own act.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="From">First day, UTC.</param>
/// <param name="Until">Last day, UTC.</param>
internal sealed partial record EntryFilter(string? Service, string? Person, string? Organization, string? Record, string? Action, string? Outcome, DateOnly? From, DateOnly? Until)
{
    public static readonly IReadOnlyList<string> Outcomes = ["DONE", "REFUSED"];

    public bool IsEmpty => this == new EntryFilter(null, null, null, null, null, null, null, null);

    public static EntryFilter Of(HttpRequest request) => new(
        request.AskedAmong("service", Chains.All), request.Asked("person")?.Trim(), request.Asked("organization")?.Trim(), request.Asked("record")?.Trim(), request.Asked("action")?.Trim(),
        request.AskedAmong("outcome", Outcomes), DayOf(request.Asked("from")), DayOf(request.Asked("until")));

    /// <summary>The query of the API.</summary>
    /// <param name="organization">The resource name of the organization; null for all.</param>
    /// <param name="pageSize">Entries on a page.</param>
    /// <param name="pageToken">Of the page before.</param>
    public string Query(string? organization, int pageSize, string? pageToken) => QueryHelpers.AddQueryString("audit/entries", new Dictionary<string, string?>
    {
        ["service"] = Service,
        ["actor"] = ActorOf(Person),
        ["organization"] = organization,
        ["resource"] = RecordOf(Record),
        ["action"] = Action,
        ["outcome"] = Outcome,
        ["startTime"] = Instant(From),
        ["endTime"] = Instant(Until is { } last && last < DateOnly.MaxValue ? last.AddDays(1) : null),
        ["pageSize"] = pageSize.ToString(CultureInfo.InvariantCulture),
        ["pageToken"] = pageToken,
    }.Where(q => !string.IsNullOrEmpty(q.Value)));

    /// <summary>A bare number is that of an account.</summary>
    public static string? ActorOf(string? typed) => Guid.TryParseExact(typed, "D", out var id) ? $"accounts/{id}" : typed;

    /// <summary>An organization by its number or resource name; null where the text may be a name.</summary>
    public static string? OrganizationOf(string typed) => Guid.TryParseExact(typed, "D", out var id) ? $"organizations/{id}" : typed.StartsWith("organizations/", StringComparison.Ordinal) ? typed : null;

    /// <summary>The innermost record that an address of a page or of the API names; what is none is looked for as it is.</summary>
    public static string? RecordOf(string? typed) => typed is not null && Names().Matches(typed) is { Count: > 0 } found
        ? found[^1].Groups[1].Value.Replace("roster/", "profiles/", StringComparison.Ordinal) // the page of a profile
        : typed;

    private static string? Instant(DateOnly? day) => day?.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);

    private static DateOnly? DayOf(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    [GeneratedRegex("([a-zA-Z]{1,40}/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Names();
}
