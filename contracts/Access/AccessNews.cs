namespace Concord.Contracts.Access;

/// <summary>What every process must know at once of people's access, and no token can say: which tokens are good no more, and who is named where. Told by the identity service, inside the platform.</summary>
/// <param name="Version">Another one whenever anything in it is another.</param>
/// <param name="Below">
/// For <c>accounts/{uuid}</c> and <c>clients/{uuid}</c> the lowest <see cref="ConcordClaims.Epoch"/> whose tokens are good, for <c>sessions/{uuid}</c> the lowest <see cref="ConcordClaims.SessionEpoch"/>, which is none once the session has ended; <c>authorizations/{uuid}</c> stand here once they have ended.
/// </param>
/// <param name="Named">For <c>accounts/{uuid}</c> the processes in whose compartment the person is named now.</param>
/// <param name="Keys">The ids of the keys whose tokens are good; null where it is not said.</param>
public sealed record AccessNews(string Version, IReadOnlyDictionary<string, long> Below, IReadOnlyDictionary<string, IReadOnlyList<string>> Named, IReadOnlyList<string>? Keys = null)
{
    /// <summary>Where the news is; <c>?version=</c> waits for another one, for less than a second. Not part of the public API.</summary>
    public const string Path = "/internal/access-news";

    public static string OfSession(string session) => $"sessions/{session}";

    public static string OfAuthorization(string authorization) => $"authorizations/{authorization}";
}
