using Concord.Platform.Errors;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Assessments;

/// <summary>
/// The two ways to what assessors found of a person: officers of the organization that keeps the profile and mediation support, cleared for what is Confidential whatever the profile is; and the person. No share
/// opens one, and no search looks into one (R158).
/// </summary>
internal static class AssessmentSight
{
    public static async Task<Profile> FindAssessedAsync(this RosterDb db, ProfileId profile, Caller caller, CancellationToken cancellationToken)
    {
        var found = await db.Profiles.IgnoreAutoIncludes().FindToEditAsync(profile, caller, cancellationToken);
        if (!caller.IsClearedFor(AttributeAssessment.Label))
        {
            throw Fail.NotFound($"{profile}/{AttributeAssessmentId.Collection}");
        }

        AttributeAssessment.RequireAnother(found, caller);
        db.NoteRead(profile.ToString(), AttributeAssessment.Label); // who reads of a person is entered by the person, too
        return found;
    }

    public static async Task<AttributeAssessment> FindAssessmentAsync(this RosterDb db, Profile profile, AttributeAssessmentId id, CancellationToken cancellationToken) =>
        await db.Assessments.SingleOrDefaultAsync(a => a.Id == id && a.Profile == profile.Id, cancellationToken) ?? throw Fail.NotFound($"{profile.Id}/{id}");
}
