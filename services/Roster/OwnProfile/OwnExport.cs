using Concord.Platform.Http;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Sharing;
using Concord.Roster.Assessments;
using Concord.Roster.Contacts;
using Concord.Roster.Deployments.CheckIns;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.OwnProfile;

/// <summary>That the own profile is or was shared. What for is between the organizations: a secret selection must not show (R159).</summary>
/// <param name="Organization">Resource name of the organization it was shared with.</param>
/// <param name="OrganizationDisplayName">What that was called then.</param>
/// <param name="FromTime">From when, UTC.</param>
/// <param name="UntilTime">Until when, UTC.</param>
/// <param name="EndTime">When somebody ended it before, UTC.</param>
internal sealed record OwnShare(string Organization, string OrganizationDisplayName, DateTime FromTime, DateTime UntilTime, DateTime? EndTime);

/// <summary>Everything that is kept about a person, in one document.</summary>
/// <param name="ExportTime">When it was made, UTC.</param>
/// <param name="Profile">The profile, with consents and declared interests.</param>
/// <param name="Availability">When the person can work.</param>
/// <param name="Contact">How the person is reached; absent where that is not kept.</param>
/// <param name="Assessments">What assessors found of the person, those that were withdrawn too, and the replies (R158).</param>
/// <param name="Deployments">Where the person was and is sent, without whom the request is of.</param>
/// <param name="Calls">When the person was asked, and what the person said.</param>
/// <param name="CheckIns">When the person was asked how the person is, and what was noted (R23).</param>
/// <param name="Shares">With whom the profile is or was shared.</param>
/// <param name="Readers">Which organizations read it, as the list of readers tells it.</param>
/// <param name="LeftOut">Names of what is kept and not in here: judgements of the organization about its posts (pipeline), for which appointments the person is or was considered, which stays secret until it is decided (slates, R159), and why somebody is suspended or retired (stateNote), which is told in person (R158).</param>
internal sealed record OwnRecord(
    DateTime ExportTime, ProfileAnswer Profile, IReadOnlyList<AvailabilityAnswer> Availability, ContactData? Contact, IReadOnlyList<AttributeAssessmentAnswer> Assessments,
    IReadOnlyList<OwnDeployment> Deployments, IReadOnlyList<OwnCall> Calls, IReadOnlyList<CheckInAnswer> CheckIns, IReadOnlyList<OwnShare> Shares, IReadOnlyList<ReaderAnswer> Readers, IReadOnlyList<string> LeftOut);

/// <summary>The own record as one document. That it was made is entered, whatever the classification.</summary>
internal static class OwnExport
{
    public static void MapOwnExport(this RouteGroupBuilder api) => api.MapGet("/me/profile:export", ExportAsync).Needs(RosterPermissions.ReadOwnProfile).WithTags("Own profile").WithName("ExportOwnProfile")
        .WithSummary("Get everything that is kept about the own person as one document");

    private static async Task<Ok<OwnRecord>> ExportAsync(
        RosterDb db, ContactKeeper contacts, AssessmentKeeper assessments, OwnWork work, Caller caller, IConfiguration configuration, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var own = await db.OwnAsync(caller, cancellationToken);
        var (name, now) = (own.Id.ToString(), time.Now());
        await db.RecordReadAsync([name], "Export by the person.", cancellationToken); // what cannot be entered is not shown
        var shares = await db.Set<Share>().AsNoTracking().Where(s => s.Record == name).OrderBy(s => s.CreateTime).ThenBy(s => s.Id).ToListAsync(cancellationToken);
        var found = new List<AttributeAssessmentAnswer>();
        foreach (var assessment in await db.Assessments.AsNoTracking().Where(a => a.Profile == own.Id).OrderBy(a => a.CreateTime).ThenBy(a => a.Id).ToListAsync(cancellationToken))
        {
            found.Add(await assessments.OpenAsync(assessment, cancellationToken));
        }

        return TypedResults.Ok(response.Tagged(own, new OwnRecord(
            now, ProfileAnswer.Of(own, caller), [.. own.Availability.OrderBy(w => w.StartDate).Select(AvailabilityAnswer.Of)], (await contacts.OpenAsync(own, cancellationToken))?.Data, found,
            await work.DeploymentsAsync(own.Id, cancellationToken), await work.CallsAsync(own.Id, cancellationToken), await work.CheckInsAsync(own.Id, cancellationToken),
            [.. shares.Select(s => new OwnShare(s.Organization, s.OrganizationName, s.FromTime, s.UntilTime, s.EndTime))],
            await Readers.OfAsync(db, own, Readers.EndOfToldAt(now, Readers.Delay.RequiredIn<int>(configuration)), cancellationToken), ["acceptances", "pipeline", "slates", "stateNote"])));
    }
}
