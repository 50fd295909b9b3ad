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

    /// <summary>The page of its process, and the place there.</summary>
    public static string AddressOf(string name) => $"/{string.Join('/', name.Split('/').Take(2))}" + CollectionOf(name) switch
    {
        Claims => $"#claim-{name.Id()}",
        "leadHistory" => "#lead",
        _ => "",
    };

    // The word before the last number.
    private static string CollectionOf(string name) => name.Split('/') is [.., var collection, _] ? collection : "";
}
