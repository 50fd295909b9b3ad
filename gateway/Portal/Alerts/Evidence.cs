using Concord.Portal.Frame;
using Concord.Portal.Texts;

namespace Concord.Portal.Alerts;

/// <summary>What an alert rests on, by resource name: what that is called, and where it is shown.</summary>
internal static class Evidence
{
    private const string Claims = "claims";

    public static bool IsClaim(string name) => CollectionOf(name) == Claims;

    /// <summary>Key of the word for it.</summary>
    public static string KeyOf(string name) => $"alertEvidence.{CollectionOf(name)}" is var key && PortalTexts.Has(key) ? key : "alertEvidence.other";

    /// <summary>Its own page where it has one, or the page of its process and the place there.</summary>
    /// <param name="name">Of what the alert rests on.</param>
    /// <param name="subject">The record that the alert is about.</param>
    public static string AddressOf(string name, string subject) => CollectionOf(name) switch
    {
        Claims => $"/{subject}#claim-{name.Id()}",
        "leadHistory" => $"/{subject}#lead",
        "profiles" => AlertSubjects.AddressOf(name),
        "deployments" => $"/{name}",
        "parallelTracks" or "engagements" or "friends" or "proposals" => $"/{name}",
        "mandates" or "spoilers" => $"/{subject}/{CollectionOf(name)}",
        "frameworkAgreement" => $"/{subject}/framework",
        _ => $"/{subject}",
    };

    // The last word that is no number.
    private static string CollectionOf(string name) => name.Split('#')[0].Split('/').LastOrDefault(part => !Guid.TryParse(part, out _)) ?? "";
}
