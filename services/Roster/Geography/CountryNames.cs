using Concord.Contracts.Reference;

namespace Concord.Roster.Geography;

/// <summary>What countries are called, for what people read outside the platform.</summary>
internal static class CountryNames
{
    /// <returns>The code where the reference data no longer has the country.</returns>
    public static string Of(string country, string language) => ReferenceData.Areas.FirstOrDefault(a => a.Alpha3 == country)?.Name.In(language) ?? country;
}
