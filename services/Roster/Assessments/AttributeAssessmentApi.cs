using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concord.Roster.Assessments;

/// <summary>What assessors found of a person (R2, R3, R158). What changes something answers without the texts: an answer is kept for a retry, and what is sealed must not lie there open.</summary>
internal static class AttributeAssessmentApi
{
    public static void MapAttributeAssessments(this RouteGroupBuilder api)
    {
        var assessments = api.MapGroup("/profiles/{profile}/assessments").WithTags("Attribute assessments");
        assessments.MapGet("", ListAsync).Needs(RosterPermissions.ReadAssessments).WithName("ListAttributeAssessments").WithSummary("List who assessed which attribute of a person, without the findings");
        assessments.MapGet("/{assessment}", GetAsync).Needs(RosterPermissions.ReadAssessments).WithName("GetAttributeAssessment").WithSummary("Read what an assessor found, and the person's reply");
        assessments.MapPost("", RecordAsync).Needs(RosterPermissions.KeepAssessments).WithName("RecordAttributeAssessment").WithSummary("Record what you found of one attribute of a person");
        assessments.MapPost("/{assessment}:withdraw", WithdrawAsync).Needs(RosterPermissions.KeepAssessments).WithName("WithdrawAttributeAssessment")
            .WithSummary("Withdraw an assessment with the reason; it stays to be read");
    }

    private static async Task<Ok<Page<AttributeAssessmentEntry>>> ListAsync(ProfileId profile, RosterDb db, Caller caller, [AsParameters] PageRequest page, CancellationToken cancellationToken)
    {
        var found = await db.FindAssessedAsync(profile, caller, cancellationToken);
        return TypedResults.Ok(await db.Assessments.Where(a => a.Profile == found.Id)
            .PageAsync<AttributeAssessment, AttributeAssessmentId, AttributeAssessmentEntry>(page, $"{found.Id}/assessments", AttributeAssessmentEntry.Of, cancellationToken));
    }

    private static async Task<Ok<AttributeAssessmentAnswer>> GetAsync(
        ProfileId profile, AttributeAssessmentId assessment, RosterDb db, AssessmentKeeper keeper, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindAssessmentAsync(await db.FindAssessedAsync(profile, caller, cancellationToken), assessment, cancellationToken);
        return TypedResults.Ok(response.Tagged(found, await keeper.OpenAsync(found, cancellationToken)));
    }

    private static async Task<Created<AttributeAssessmentEntry>> RecordAsync(
        ProfileId profile, RecordAttributeAssessment request, RosterDb db, AssessmentKeeper keeper, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindAssessedAsync(profile, caller, cancellationToken);
        var (id, now) = (AttributeAssessmentId.New(), time.Now());
        var terms = request.Checked(now);
        var text = await keeper.SealAsync(profile, id, nameof(AttributeAssessment.Text), terms.Text, cancellationToken);
        var recorded = db.Add(AttributeAssessment.Record(id, found, terms, text, caller, now)).Entity;
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{recorded.Name}", response.Tagged(recorded, AttributeAssessmentEntry.Of(recorded)));
    }

    private static async Task<Ok<AttributeAssessmentEntry>> WithdrawAsync(
        ProfileId profile, AttributeAssessmentId assessment, WithdrawAttributeAssessment request, RosterDb db, AssessmentKeeper keeper, Caller caller, TimeProvider time, HttpContext http,
        CancellationToken cancellationToken)
    {
        var found = await db.FindAssessmentAsync(await db.FindAssessedAsync(profile, caller, cancellationToken), assessment, cancellationToken);
        http.Request.CheckMatch(found);
        var check = new Violations();
        var reason = check.Text(request.Reason, "reason", 1000);
        check.ThrowIfAny();
        found.Withdraw(await keeper.SealAsync(profile, assessment, nameof(AttributeAssessment.WithdrawReason), reason, cancellationToken), caller, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, AttributeAssessmentEntry.Of(found)));
    }
}
