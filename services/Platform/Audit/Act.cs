using System.Diagnostics;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Concord.Platform.Audit;

/// <summary>Who does something, and what it is called: the part of an audit entry that is known before the change.</summary>
/// <param name="Actor">As in an entry.</param>
/// <param name="Organization">Whom the actor acts for.</param>
/// <param name="Client">The program used.</param>
/// <param name="Action">Name of the permission, or of what a service does for itself.</param>
/// <param name="ActsFor">In whose roles, where that person is away.</param>
internal sealed record Act(string Actor, string? Organization, string? Client, string Action, string? ActsFor = null)
{
    /// <summary>The actor of a request that nobody has signed in for.</summary>
    public const string Nobody = "nobody";

    private const string ClientClaim = "client_id";
    private static readonly AsyncLocal<string?> s_ownAction = new();

    /// <summary>Names what the service does for itself until the answer is disposed: apply a fact, load its seed.</summary>
    public static IDisposable Of(string action)
    {
        s_ownAction.Value = action;
        return new End();
    }

    /// <summary>What goes on now: the request where there is one, else what the service does for itself.</summary>
    public static Act Current(HttpContext? http, string service)
    {
        if (s_ownAction.Value is not null || http?.GetEndpoint() is not { } endpoint)
        {
            return new Act($"services/{service}", null, null, s_ownAction.Value ?? "internal");
        }

        var action = endpoint.Metadata.GetMetadata<NeedsAttribute>()?.Permission ?? $"{http.Request.Method} {(endpoint as RouteEndpoint)?.RoutePattern.RawText}";
        if (ActingAs.Of(http) is { } acting)
        {
            return new Act(acting.Subject, acting.Organization, null, action);
        }

        var caller = Caller.From(http.User);
        return new Act(caller == Caller.Nobody ? Nobody : caller.Subject, caller.Organization, http.User.FindFirst(ClientClaim)?.Value, action, caller.ActsFor);
    }

    private sealed class End : IDisposable
    {
        public void Dispose() => s_ownAction.Value = null;
    }
}

/// <summary>What a context needs to sign its entries.</summary>
internal sealed class ActSource(IHttpContextAccessor accessor, TimeProvider time, string service)
{
    public string Service => service;

    public DateTime Now => time.Now();

    public Act Current => Act.Current(accessor.HttpContext, service);

    public static string? Trace => Activity.Current?.TraceId.ToHexString() is { } id && id != default(ActivityTraceId).ToHexString() ? id : null;
}
