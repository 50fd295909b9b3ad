using Concord.Contracts.Access;
using Concord.Platform.Errors;
using Concord.Platform.Security;
using Concord.Roster.Mediators;

namespace Concord.Roster.SharingAgreements;

/// <summary>Which groups of fields of a profile that the caller sees are shown to the caller (R20): all but to whom an agreement alone opens it.</summary>
internal static class ShownFields
{
    public static IReadOnlyList<SharedFields> All { get; } = Enum.GetValues<SharedFields>();

    public static IReadOnlyList<SharedFields> ShownOf(this Caller caller, Profile profile) => caller.SeesWhole(profile)
        ? All
        : [.. caller.AgreedSights().Where(s => s.Covers(profile)).SelectMany(s => s.Fields).Distinct().Order()];

    public static IReadOnlyList<SharedFields> WithheldOf(this Caller caller, Profile profile) => [.. All.Except(caller.ShownOf(profile))];

    /// <summary>Whether more than an agreement opens it.</summary>
    public static bool SeesWhole(this Caller caller, Profile profile) => ProfileSight.SeesBeyond(caller) || profile.Classification == Classification.Unclassified
        || profile.Owner == caller.Organization || caller.Shared.Contains(profile.Id.ToString());

    /// <summary>Whether the caller is told that the profile changed, whatever changed of it: with whom it is shared would learn of changes in what is not shared.</summary>
    public static bool SeesVersions(this Caller caller, Profile profile) => ProfileSight.SeesBeyond(caller) || profile.Owner == caller.Organization || profile.Person == caller.Subject;

    public static void RequireShown(this Caller caller, Profile profile, SharedFields fields)
    {
        if (!caller.ShownOf(profile).Contains(fields))
        {
            throw Fail.Because(RosterReasons.FieldsNotShared, RosterReasons.FieldsNotShared.Title, ("profile", profile.Id.ToString()));
        }
    }
}
