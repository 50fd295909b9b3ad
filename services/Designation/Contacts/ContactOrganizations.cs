using Concord.Partners.V1;
using Concord.Platform.Errors;
using Concord.Platform.Organizations;

namespace Concord.Designation.Contacts;

/// <summary>Asks partners whether the organizations that a contact names are registered. One that has left since took part all the same.</summary>
internal sealed class ContactOrganizations(PartnersService.PartnersServiceClient partners)
{
    public async Task RequireRegisteredAsync(IEnumerable<string?> organizations, CancellationToken cancellationToken)
    {
        foreach (var organization in organizations.OfType<string>().Distinct())
        {
            if (!await IsRegisteredAsync(organization, cancellationToken))
            {
                throw Fail.Because(DesignationReasons.OrganizationNotRegistered, $"{organization} is not registered.", ("organization", organization));
            }
        }
    }

    public async Task<bool> IsRegisteredAsync(string organization, CancellationToken cancellationToken) => await partners.FindAsync(organization, cancellationToken) is not null;

    /// <summary>Those that a contact names.</summary>
    public static IEnumerable<string?> Of(Contact contact) => contact.ThirdParties.Select(t => t.Organization).Append(contact.MadeBy?.Organization);
}
