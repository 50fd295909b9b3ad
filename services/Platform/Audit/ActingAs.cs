using Microsoft.AspNetCore.Http;

namespace Concord.Platform.Audit;

/// <summary>Who acts in a request that carries no access token, such as a sign-in.</summary>
public static class ActingAs
{
    private static readonly object s_key = new();

    /// <summary>From here on the request's entries in the audit chain are this actor's.</summary>
    /// <param name="http">The request.</param>
    /// <param name="subject"><c>accounts/{uuid}</c> or <c>clients/{id}</c>.</param>
    /// <param name="organization">Whom the actor acts for.</param>
    public static void ActAs(this HttpContext http, string subject, string? organization) => http.Items[s_key] = (subject, organization);

    internal static (string Subject, string? Organization)? Of(HttpContext http) => ((string, string?)?)http.Items[s_key];
}
