using Concord.Portal.Api;
using Concord.Portal.Frame;

namespace Concord.Portal.Claims;

/// <summary>The criteria of the kind of actor that a person's organization is.</summary>
internal static class OwnCriteria
{
    /// <returns>None where the annex describes no such kind.</returns>
    public static async Task<IReadOnlyList<Criterion>> OwnCriteriaAsync(this PlatformApi api, Me me)
    {
        var kind = me.Organization is null ? null : (await api.FindAsync<OfKind>(me.Organization))?.Kind;
        return kind switch
        {
            "SUBREGIONAL_ORGANIZATION" => await OfAsync("REGIONAL_ORGANIZATION"),
            "UNITED_NATIONS" or "REGIONAL_ORGANIZATION" or "STATE" or "INTERNATIONAL_NGO" or "LOCAL_NGO" => await OfAsync(kind),
            _ => [],
        };

        async Task<IReadOnlyList<Criterion>> OfAsync(string actor) => (await api.GetAsync<CriteriaOfKind>($"criteria?kind={actor}")).Criteria;
    }

    private sealed record OfKind(string? Kind);
}
