using Concord.Partners.V1;
using Concord.Platform.Errors;

namespace Concord.Platform.Organizations;

/// <summary>Whether an organization is registered, which only partners can say.</summary>
public static class RegisteredOrganizations
{
    /// <returns>What partners says of it, also where it has left; null where none of that name is registered.</returns>
    public static async Task<GetOrganizationResponse?> FindAsync(this PartnersService.PartnersServiceClient partners, string organization, CancellationToken cancellationToken)
    {
        try
        {
            return await partners.GetOrganizationAsync(new GetOrganizationRequest { Name = organization }, cancellationToken: cancellationToken);
        }
        catch (DomainException e) when (e.Reason.Kind == Refusal.NotFound)
        {
            return null;
        }
    }
}
