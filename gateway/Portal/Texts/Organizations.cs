using System.Collections.Frozen;
using Concord.Contracts.Reference;

namespace Concord.Portal.Texts;

/// <summary>Names of the organizations that the product ships with, in the six languages, by resource name.</summary>
internal static class Organizations
{
    private static readonly FrozenDictionary<string, LocalizedName> Shipped =
        ReferenceData.Organizations.ToFrozenDictionary(o => WellKnown.Organization(o.Code), o => o.Name, StringComparer.Ordinal);

    public static string? NameOf(string resource, string language) => Shipped.TryGetValue(resource, out var name) ? name.In(language) : null;
}
