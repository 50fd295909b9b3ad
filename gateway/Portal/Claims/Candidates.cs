using Concord.Platform.Texts;
using Concord.Portal.Api;
using Concord.Portal.Partners;
using Concord.Portal.Texts;

namespace Concord.Portal.Claims;

/// <summary>Whoever may lead, to choose from in a form about one of them.</summary>
internal static class Candidates
{
    private static readonly string[] s_kinds = ["UNITED_NATIONS", "REGIONAL_ORGANIZATION", "SUBREGIONAL_ORGANIZATION", "STATE", "INTERNATIONAL_NGO", "LOCAL_NGO"];

    public static async Task<OrganizationChoices> CandidatesAsync(this PlatformApi api, Speech say) => OrganizationChoices.Of(
        say, (await api.ListAsync<RegisteredOrganization>("organizations")).Where(o => o.LeaveDay is null && s_kinds.Contains(o.Kind)).Select(o => (o.Name, o.DisplayName)), say["friend.organization.none"]);
}
