using Concord.Contracts.Events;
using Concord.Identity.Organizations;
using Concord.Identity.Persistence;
using Concord.Platform.Messaging;
using Concord.Platform.Persistence;

namespace Concord.Identity.Reactions;

/// <summary>A registered organization can hold accounts; its name follows the partners service.</summary>
internal sealed class KeepKnownOrganizations(IdentityDb db, TimeProvider time) : IEventHandler<OrganizationRegistered>, IEventHandler<OrganizationRenamed>
{
    public Task HandleAsync(OrganizationRegistered fact, CancellationToken cancellationToken) =>
        KeepAsync(fact.Organization, fact.DisplayName, fact.Acronym, fact.Version, cancellationToken);

    public Task HandleAsync(OrganizationRenamed fact, CancellationToken cancellationToken) =>
        KeepAsync(fact.Organization, fact.DisplayName, fact.Acronym, fact.Version, cancellationToken);

    private async Task KeepAsync(string organization, string displayName, string acronym, long version, CancellationToken cancellationToken)
    {
        if (!ResourceName.TryParse<KnownOrganizationId>(organization, out var id))
        {
            throw new FormatException("The organization of the fact has no resource name."); // parked, and not lost
        }

        var known = await db.KnownOrganizations.FindAsync([id], cancellationToken);
        if (known is null)
        {
            known = new KnownOrganization { Id = id, DisplayName = displayName, Acronym = acronym, CreateTime = time.Now() };
            db.Add(known);
        }

        known.Apply(displayName, acronym, version);
    }
}
