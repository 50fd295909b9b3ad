using Concord.Platform.Errors;

namespace Concord.Gateway.Errors;

/// <summary>Reasons for which the gateway itself refuses.</summary>
public static class GatewayReasons
{
    public static readonly Reason CrossSite = new("CROSS_SITE_REQUEST", Refusal.Forbidden, "A change with a browser's session must come from a page of this platform.");

    public static readonly Reason TooManyRequests = new("TOO_MANY_REQUESTS", Refusal.TooMany, "Too many requests; wait and retry.");

    public static IReadOnlyList<Reason> All { get; } = [CrossSite, TooManyRequests];
}
