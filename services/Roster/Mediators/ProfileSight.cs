using System.Linq.Expressions;
using Concord.Contracts.Access;
using Concord.Platform.Errors;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Concord.Roster.SharingAgreements;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Mediators;

/// <summary>Who sees which profile (R20): by clearance those who search, and the owner organization its own; others who is Unclassified, active and agrees to be found, or shared with them, one by one or by agreement. Before activation only the owner organization, those who vet, and services; after erasure nobody.</summary>
internal static class ProfileSight
{
    public static IQueryable<Profile> SeenBy(this IQueryable<Profile> profiles, Caller caller)
    {
        var (beyond, cleared, organization) = (SeesBeyond(caller), caller.ClearedLabels(), caller.Organization);
        var open = caller.OpenKeptLabels(beyond);
        var (byShare, shared) = (caller.SharedLabels(), caller.SharedWith<ProfileId>());
        Expression<Func<Profile, bool>> one = p => (open.Contains(p.Classification) && (beyond || (p.State == ProfileState.Active && p.SearchUntil != null))) || (cleared.Contains(p.Classification) && p.Owner == organization)
            || (byShare.Contains(p.Classification) && shared.Contains(p.Id));
        var agreed = beyond ? [] : caller.AgreedSights().Where(_ => byShare.Count > 0).Select(s => s.Covered());
        var seen = profiles.Where(p => p.State != ProfileState.Erased).Where(agreed.Prepend(one).AnyOf());
        if (caller.Holds(RosterPermissions.VetProfiles) || caller.Roles.Contains(Roles.Service))
        {
            return seen;
        }

        return seen.Where(p => (p.State != ProfileState.Draft && p.State != ProfileState.Submitted && p.State != ProfileState.UnderVetting) || p.Owner == organization);
    }

    /// <summary>Who searches and vets works with the people that every organization keeps.</summary>
    public static bool SeesBeyond(Caller caller) => SearchesBeyond(caller) || caller.Holds(RosterPermissions.VetProfiles) || caller.Roles.Contains(Roles.Service);

    // A regional officer searches what the officer sees, and sees nobody for searching.
    private static bool SearchesBeyond(Caller caller) => caller.Holds(RosterPermissions.SearchProfiles) && RosterPermissions.SearchProfiles.Roles.Any(r => r != Roles.RegionalOfficer && caller.Roles.Contains(r));

    public static async Task<Profile> FindForAsync(this IQueryable<Profile> profiles, ProfileId id, Caller caller, CancellationToken cancellationToken) =>
        await profiles.SeenBy(caller).SingleOrDefaultAsync(p => p.Id == id, cancellationToken) ?? throw Fail.NotFound(id.ToString());

    /// <summary>A profile the caller may also change (R20): mediation support every one, others those of the organization they act for.</summary>
    public static async Task<Profile> FindToEditAsync(this IQueryable<Profile> profiles, ProfileId id, Caller caller, CancellationToken cancellationToken)
    {
        var profile = await profiles.FindForAsync(id, caller, cancellationToken);
        RefuseOthers(profile.Owner, caller);
        return profile;
    }

    /// <summary>Of them, those whom the caller keeps: mediation support every one, others those of the organization they act for.</summary>
    public static IQueryable<Profile> KeptBy(this IQueryable<Profile> profiles, Caller caller)
    {
        var organization = caller.Organization;
        return caller.Roles.Contains(Roles.MediationSupport) ? profiles : profiles.Where(p => p.Owner == organization);
    }

    /// <summary>Whether the caller is of those who may change a profile (R20).</summary>
    public static bool Keeps(this Caller caller, Profile profile) => caller.Holds(RosterPermissions.EditProfiles) && IsKeptBy(profile.Owner, caller);

    /// <summary>What somebody has consented to is told to whom it binds, and to the person.</summary>
    public static bool SeesConsents(this Caller caller, Profile profile) => caller.Keeps(profile) || caller.Holds(RosterPermissions.VetProfiles) || caller.Subject == profile.Person;

    /// <summary>Interests are declared for those who choose (R16), and travel with no share.</summary>
    public static bool SeesInterests(this Caller caller, Profile profile) => caller.SeesConsents(profile) || SearchesBeyond(caller);

    public static bool IsKeptBy(string? owner, Caller caller) => owner == caller.Organization || caller.Roles.Contains(Roles.MediationSupport);

    public static void RefuseOthers(string? owner, Caller caller)
    {
        if (!IsKeptBy(owner, caller))
        {
            throw Fail.Because(RosterReasons.NotTheOwner, "Only the organization that keeps this profile, or mediation support, may do that.");
        }
    }

    /// <summary>Nobody puts a record where they cannot see it themselves.</summary>
    public static void RefuseAboveClearance(Classification? classification, Caller caller)
    {
        if (!caller.IsClearedFor(classification ?? Classification.Confidential))
        {
            throw Fail.Invalid("classification", "Above your own clearance.");
        }
    }
}
