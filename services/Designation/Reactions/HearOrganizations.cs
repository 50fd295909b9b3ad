using Concord.Contracts.Events;
using Concord.Designation.Persistence;
using Concord.Platform.Messaging;

namespace Concord.Designation.Reactions;

/// <summary>Keeps the names of organizations for answers.</summary>
internal sealed class HearOrganizations(DesignationDb db) : IEventHandler<OrganizationRegistered>, IEventHandler<OrganizationRenamed>
{
    public Task HandleAsync(OrganizationRegistered fact, CancellationToken cancellationToken) =>
        HearAsync(fact.Organization, fact.DisplayName, fact.Acronym, fact.Kind, fact.Version, cancellationToken);

    public Task HandleAsync(OrganizationRenamed fact, CancellationToken cancellationToken) =>
        HearAsync(fact.Organization, fact.DisplayName, fact.Acronym, null, fact.Version, cancellationToken);

    private async Task HearAsync(string name, string displayName, string acronym, string? kind, long version, CancellationToken cancellationToken)
    {
        var known = await db.KnownOrganizations.FindAsync([name], cancellationToken) ?? db.Add(new KnownOrganization { Name = name }).Entity;
        known.Hear(displayName, acronym, kind, version);
    }
}
