using Concord.Partners.V1;
using Concord.Platform.Errors;
using Concord.Platform.Organizations;
using Concord.Platform.Security;

namespace Concord.Designation.Lead;

/// <summary>What partners answered of a registered organization.</summary>
/// <param name="Kind">As on the REST surface, such as <c>REGIONAL_ORGANIZATION</c>.</param>
internal sealed record AskedOrganization(string Name, string DisplayName, string Kind);

/// <summary>Asks partners whether organizations are registered, and of a kind that leads.</summary>
internal sealed class OrganizationDirectory(PartnersService.PartnersServiceClient partners)
{
    /// <summary>
    /// The actor types of the annex (R31). An organ acts through the organization it belongs to; civil society bodies and independent experts
    /// support and convene, but no single one of them answers for a process.
    /// </summary>
    private static readonly string[] MayLead = ["UNITED_NATIONS", "REGIONAL_ORGANIZATION", "SUBREGIONAL_ORGANIZATION", "STATE", "INTERNATIONAL_NGO", "LOCAL_NGO"];

    /// <summary>The organization the caller acts for; a caller without one has no claim to make.</summary>
    public static string OwnOf(Caller caller) =>
        caller.Organization ?? throw Fail.Because(PlatformReasons.PermissionDenied, "You act for no organization.");

    /// <summary>Refuses an organization that is not registered, or has left.</summary>
    public async Task<AskedOrganization> AskAsync(string organization, CancellationToken cancellationToken)
    {
        var answer = await partners.FindAsync(organization, cancellationToken)
            ?? throw Fail.Because(DesignationReasons.OrganizationNotRegistered, $"{organization} is not registered.", ("organization", organization));
        return answer.Left
            ? throw Fail.Because(DesignationReasons.OrganizationLeft, $"{answer.DisplayName} has left the platform.", ("organization", organization))
            : new AskedOrganization(answer.Name, answer.DisplayName, answer.Kind);
    }

    public async Task<AskedOrganization> AskMayLeadAsync(string organization, CancellationToken cancellationToken)
    {
        var asked = await AskAsync(organization, cancellationToken);
        return MayLead.Contains(asked.Kind)
            ? asked
            : throw Fail.Because(DesignationReasons.OrganizationMayNotLead, $"{asked.DisplayName} is not of a kind that leads.", ("organization", organization), ("kind", asked.Kind));
    }
}
