using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.OwnProfile;
using Concord.Roster.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concord.Roster.Assessments;

/// <summary>What a person on the roster reads of what assessors found, and says to it (R158).</summary>
internal static class OwnAssessmentApi
{
    public static void MapOwnAssessments(this RouteGroupBuilder api)
    {
        var own = api.MapGroup("/me/profile/assessments").WithTags("Own profile");
        own.MapGet("", ListAsync).Needs(RosterPermissions.ReadOwnProfile).WithName("ListOwnAttributeAssessments").WithSummary("List who assessed which attribute of oneself");
        own.MapGet("/{assessment}", GetAsync).Needs(RosterPermissions.ReadOwnProfile).WithName("GetOwnAttributeAssessment").WithSummary("Read what an assessor found of oneself");
        own.MapPost("/{assessment}:reply", ReplyAsync).Needs(RosterPermissions.ReplyToAssessments).WithName("ReplyToOwnAttributeAssessment").WithSummary("Reply to what an assessor found of oneself, or correct the reply");
    }

    private static async Task<Ok<Page<AttributeAssessmentEntry>>> ListAsync(RosterDb db, Caller caller, [AsParameters] PageRequest page, CancellationToken cancellationToken)
    {
        var own = await db.OwnAsync(caller, cancellationToken);
        return TypedResults.Ok(await db.Assessments.Where(a => a.Profile == own.Id)
            .PageAsync<AttributeAssessment, AttributeAssessmentId, AttributeAssessmentEntry>(page, $"me/profile/assessments of {own.Id}", AttributeAssessmentEntry.Of, cancellationToken));
    }

    private static async Task<Ok<AttributeAssessmentAnswer>> GetAsync(
        AttributeAssessmentId assessment, RosterDb db, AssessmentKeeper keeper, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindAssessmentAsync(await db.OwnAsync(caller, cancellationToken), assessment, cancellationToken);
        return TypedResults.Ok(response.Tagged(found, await keeper.OpenAsync(found, cancellationToken)));
    }

    private static async Task<Ok<AttributeAssessmentEntry>> ReplyAsync(
        AttributeAssessmentId assessment, ReplyToAttributeAssessment request, RosterDb db, AssessmentKeeper keeper, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var own = await db.OwnAsync(caller, cancellationToken);
        var found = await db.FindAssessmentAsync(own, assessment, cancellationToken);
        http.Request.CheckMatch(found);
        var check = new Violations();
        var reply = check.Text(request.Reply, "reply", 2000);
        check.ThrowIfAny();
        found.TakeReply(await keeper.SealAsync(own.Id, assessment, nameof(AttributeAssessment.Reply), reply, cancellationToken), time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, AttributeAssessmentEntry.Of(found)));
    }
}
