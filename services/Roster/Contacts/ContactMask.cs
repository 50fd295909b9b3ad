using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Concord.Roster.Deployments;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Concord.Roster.Standby;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Contacts;

/// <summary>
/// What of somebody's contacts stays masked for which purpose (R26). Until a request is approved nothing is open for it but what it takes to ask the person, and that to another than who asked for people, once
/// the request is taken on and the person is called or planned: nobody could be asked otherwise. Who keeps the record sees it to correct it, who vets sees it while it is vetted, and in an emergency whoever has sent the person sees all.
/// </summary>
internal sealed class ContactMask(RosterDb db, Caller caller, TimeProvider time)
{
    private static readonly ContactKind[] s_notForAsking = [ContactKind.Postal, ContactKind.Emergency];

    /// <returns>What stays masked; refuses where all of it does.</returns>
    public async Task<IReadOnlyList<ContactKind>> ForAsync(Profile person, ContactPurpose purpose, string? request, CancellationToken cancellationToken)
    {
        switch (purpose)
        {
            case ContactPurpose.Availability:
                await RequireAskedAsync(person, await FindAsync(request, cancellationToken), cancellationToken);
                return s_notForAsking;
            case ContactPurpose.Deployment:
                await RequireSentAsync(person.Id, await FindAsync(request, cancellationToken), cancellationToken);
                return [];
            case ContactPurpose.Vetting:
                Require(caller.Holds(RosterPermissions.VetProfiles) && person.State is ProfileState.Submitted or ProfileState.UnderVetting);
                return [];
            case ContactPurpose.Emergency:
                Require(IsKept(person) || person.Duties.Any(d => d.LastDay >= DateOnly.FromDateTime(time.Now())));
                return [];
            default:
                return IsKept(person) ? [] : throw Fail.Because(RosterReasons.NotTheOwner, "Only the organization that keeps this profile reads the contacts for that.");
        }
    }

    private bool IsKept(Profile person) => person.Owner == caller.Organization;

    private async Task RequireAskedAsync(Profile person, StandbyRequest request, CancellationToken cancellationToken) => Require(
        request.State is StandbyState.Acknowledged or StandbyState.Approved && person.State == ProfileState.Active && !caller.IsAnyOf(request.RequestedBy.Account, request.RequestedBy.ActsFor)
        && (await db.Calls.AnyAsync(c => c.Request == request.Id && c.Profile == person.Id, cancellationToken)
            || await db.Deployments.AnyAsync(d => d.Request == request.Id && d.Profile == person.Id && (d.State == DeploymentState.Planned || d.State == DeploymentState.Confirmed), cancellationToken)));

    private async Task RequireSentAsync(ProfileId person, StandbyRequest request, CancellationToken cancellationToken) => Require(
        await db.Deployments.AnyAsync(d => d.Request == request.Id && d.Profile == person && (d.State == DeploymentState.Confirmed || d.State == DeploymentState.Departed), cancellationToken));

    private async Task<StandbyRequest> FindAsync(string? name, CancellationToken cancellationToken)
    {
        var id = ResourceName.TryParse<StandbyRequestId>(name, out var parsed) ? parsed : throw Fail.Invalid("request", "For this purpose name the request, in the form standbyRequests/{uuid}.");
        return await db.StandbyRequestsSeenBy(caller).SingleOrDefaultAsync(r => r.Id == id, cancellationToken) ?? throw Fail.Invalid("request", "No such request for you.");
    }

    private static void Require(bool open)
    {
        if (!open)
        {
            throw Fail.Because(RosterReasons.ContactsMasked, RosterReasons.ContactsMasked.Title);
        }
    }
}
