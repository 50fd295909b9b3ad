namespace Concord.Contracts.Access;

/// <summary>Which access tokens are good no more although their time has not run out. What the identity service tells every other one, inside the platform.</summary>
/// <param name="Version">Another one whenever the list is another.</param>
/// <param name="Below">
/// For <c>accounts/{uuid}</c> the lowest <see cref="ConcordClaims.Epoch"/> whose tokens are good; <c>sessions/{uuid}</c> and <c>authorizations/{uuid}</c> stand here once they have ended.
/// </param>
public sealed record RevokedTokens(string Version, IReadOnlyDictionary<string, long> Below)
{
    /// <summary>Where the list is; <c>?version=</c> waits for another one, for less than a second. Not part of the public API.</summary>
    public const string Path = "/internal/revoked-tokens";

    public static string OfSession(string session) => $"sessions/{session}";

    public static string OfAuthorization(string authorization) => $"authorizations/{authorization}";
}
