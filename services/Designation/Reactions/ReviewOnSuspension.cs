using Concord.Contracts.Events;
using Concord.Designation.Persistence;
using Concord.Platform.Messaging;

namespace Concord.Designation.Reactions;

/// <summary>Puts every open designation that names a suspended mediator under review, until the mediator is reinstated (R26).</summary>
internal sealed class ReviewOnSuspension(DesignationDb db) : IEventHandler<ProfileSuspended>, IEventHandler<ProfileReinstated>
{
    public Task HandleAsync(ProfileSuspended fact, CancellationToken cancellationToken) => HearAsync(fact.Profile, fact.SuspendTime, fact.Version, cancellationToken);

    public Task HandleAsync(ProfileReinstated fact, CancellationToken cancellationToken) => HearAsync(fact.Profile, null, fact.Version, cancellationToken);

    private async Task HearAsync(string profile, DateTime? suspendTime, long version, CancellationToken cancellationToken)
    {
        var known = await db.KnownMediators.FindAsync([profile], cancellationToken) ?? db.Add(new KnownMediator { Profile = profile }).Entity;
        known.Hear(suspendTime, version);
    }
}
