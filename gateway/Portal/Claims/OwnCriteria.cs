using Concord.Portal.Api;
using Concord.Portal.Frame;

namespace Concord.Portal.Claims;

/// <summary>The criteria of the kind of actor that an organization is.</summary>
internal static class OwnCriteria
{
    /// <summary>Of a person's own; none where the person acts for none.</summary>
    public static async Task<IReadOnlyList<Criterion>> OwnCriteriaAsync(this PlatformApi api, Me me) => me.Organization is null ? [] : await api.CriteriaOfAsync(me.Organization);

    /// <returns>None where the annex describes no such kind.</returns>
    public static async Task<IReadOnlyList<Criterion>> CriteriaOfAsync(this PlatformApi api, string organization)
    {
        var kind = (await api.FindAsync<OfKind>(organization))?.Kind;
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
