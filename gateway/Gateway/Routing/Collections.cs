namespace Concord.Gateway.Routing;

/// <summary>Which service answers for which collection of the API. A new collection is one word here.</summary>
internal static class Collections
{
    /// <summary>First words of an address under <c>/api/v1</c>, by service.</summary>
    public static IReadOnlyDictionary<string, string[]> ByService { get; } = new Dictionary<string, string[]>
    {
        ["partners"] = ["organizations", "reference", "access/partners", "audit/partners"],
        ["roster"] = ["profiles", "teams", "insiders", "slates", "supportRequests", "standbyRequests", "deployments", "me/profile", "savedSearches", "sharingAgreements", "duplicates", "duplicateSuggestions", "alerts/roster", "approvals/roster", "access/roster", "audit/roster"],
        ["designation"] = ["processes", "situations", "regionalLinks", "approvals/designation", "access/designation", "audit/designation", "criteria", "alerts/designation", "missions"],
        ["monitoring"] = ["agreements", "access/monitoring", "audit/monitoring"],
        ["identity"] = ["me", "accounts", "invitations", "clients", "compartments", "approvals/identity", "access/identity", "audit/identity"],
    };

    /// <summary>Paths of the identity service's own pages and protocol, outside the API.</summary>
    public static IReadOnlyList<string> OfIdentity { get; } = ["/connect/{**rest}", "/account/{**rest}", "/.well-known/{**rest}"];

    /// <summary>Addresses of the roster outside the API, for people who may have no account.</summary>
    public static IReadOnlyList<string> OfRoster { get; } = ["/standby/{**rest}"];

    /// <summary>The service that answers an address of the API, or one for people who may have no account; null where none does.</summary>
    public static string? ServiceOf(PathString path) => path.StartsWithSegments("/api/v1", out var rest)
        ? ByService.SelectMany(s => s.Value, (s, c) => (Service: s.Key, Collection: c)).OrderByDescending(c => c.Collection.Length) // me/profile is not of me
            .FirstOrDefault(c => new PathString((rest.Value ?? "").Split(':')[0]).StartsWithSegments($"/{c.Collection}")).Service
        : path.StartsWithSegments("/standby") ? "roster" : null;

    public static bool IsPageOfIdentity(PathString path) => path.StartsWithSegments("/connect") || path.StartsWithSegments("/account");
}
