using System.ComponentModel;
using Concord.Contracts.Access;
using Concord.Monitoring.Agreements;
using Concord.Monitoring.Persistence;
using Concord.Monitoring.Provisions;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Monitoring.Assessments;

/// <summary>One status entry: the judgement of its assessor, on its evidence.</summary>
/// <param name="Name">Its resource name.</param>
/// <param name="Provision">Resource name of the provision.</param>
/// <param name="AsOf">The day for which it holds.</param>
/// <param name="Level">0 none, 1 minimum, 2 intermediate, 3 full.</param>
/// <param name="Initiated">Whether anything was begun.</param>
/// <param name="Reversal">Whether something once reached was undone.</param>
/// <param name="Report">The report that shows it.</param>
/// <param name="ReportTitle">Its title.</param>
/// <param name="ReportDate">Its date.</param>
/// <param name="Segment">Segment of the report.</param>
/// <param name="Note">The assessor's reasons.</param>
/// <param name="Assessor">Who judged.</param>
/// <param name="AssessorOrganization">For whom.</param>
/// <param name="CreateTime">When it was recorded here.</param>
/// <param name="Retraction">Present where it was withdrawn in error; it counts for nothing since.</param>
/// <param name="Etag">Of the entry.</param>
internal sealed record AssessmentAnswer(
    string Name, string Provision, DateOnly AsOf, int Level, bool Initiated, bool Reversal, string Report, string? ReportTitle, DateOnly? ReportDate, int Segment, string? Note,
    string Assessor, string? AssessorOrganization, DateTime CreateTime, RetractionAnswer? Retraction, string Etag)
{
    public static AssessmentAnswer Of(Assessment a) => new(
        a.Name, $"{a.Agreement}/{a.Provision}", a.AsOf, a.Level, a.Initiated, a.Reversal, a.Report, a.ReportTitle, a.ReportDate, a.Segment, a.Note,
        a.AssessorName, a.AssessorOrganization, a.CreateTime, a.RetractTime is { } time ? new(time, a.RetractReason!, a.RetractedBy!) : null, ETag.Of(a));
}

internal sealed record RetractionAnswer(DateTime Time, string Reason, string By);

/// <summary>Why an entry was made in error.</summary>
internal sealed record RetractAssessment(string? Reason);

/// <summary>Status entries: appended, and retracted in the open.</summary>
internal static class AssessmentApi
{
    public static void MapAssessments(this RouteGroupBuilder api)
    {
        var assessments = api.MapGroup("/agreements/{agreement}/assessments").WithTags("Assessments");
        assessments.MapGet("", ListAsync).Needs(MonitoringPermissions.Read).WithName("ListAssessments").WithSummary("List status entries, retracted ones included");
        assessments.MapGet("/{assessment}", GetAsync).Needs(MonitoringPermissions.Read).WithName("GetAssessment").WithSummary("Get a status entry");
        assessments.MapPost("", AddAsync).Needs(MonitoringPermissions.Assess).WithName("AddAssessment").WithSummary("Record the status of a provision as of a day");
        assessments.MapPost("/{assessment}:retract", RetractAsync).Needs(MonitoringPermissions.Retract).WithName("RetractAssessment").WithSummary("Retract a status entry made in error");
    }

    private static async Task<Ok<Page<AssessmentAnswer>>> ListAsync(
        AgreementId agreement, MonitoringDb db, Caller caller, TimeProvider time, [AsParameters] PageRequest page,
        [Description("Only of this provision, by resource name.")] string? provision, [Description("Only entries for this day or before; today where absent.")] DateOnly? asOf, CancellationToken cancellationToken)
    {
        await db.AgreementAsync(caller, agreement, cancellationToken);
        var day = AsOf.OrToday(asOf, time);
        var query = db.Assessments.Where(a => a.Agreement == agreement && a.AsOf <= day);
        if (provision is not null)
        {
            var id = Finding.Under<ProvisionId>(agreement, provision) ?? throw Fail.Invalid("provision", $"Expected the form {agreement}/provisions/{{uuid}}.");
            query = query.Where(a => a.Provision == id);
        }

        return TypedResults.Ok(await query.PageAsync<Assessment, AssessmentId, AssessmentAnswer>(page, $"{agreement}/assessments?provision={provision}&asOf={AsOf.Text(day)}", AssessmentAnswer.Of, cancellationToken));
    }

    private static async Task<Ok<AssessmentAnswer>> GetAsync(
        AgreementId agreement, AssessmentId assessment, MonitoringDb db, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        await db.AgreementAsync(caller, agreement, cancellationToken);
        var found = await FindAsync(db, agreement, assessment, cancellationToken);
        return TypedResults.Ok(response.Tagged(found, AssessmentAnswer.Of(found)));
    }

    private static async Task<Created<AssessmentAnswer>> AddAsync(
        AgreementId agreement, NewAssessment request, MonitoringDb db, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.AgreementAsync(caller, agreement, cancellationToken);
        var id = Finding.Under<ProvisionId>(agreement, request.Provision);
        var provision = await db.Provisions.Include(p => p.Obligated).SingleOrDefaultAsync(p => p.Agreement == agreement && p.Id == id, cancellationToken)
            ?? throw Fail.Invalid("provision", "The agreement has no such provision.");
        var assessment = Assessment.Of(found, provision, AssessmentId.New(), request, Person.Of(caller), caller.Roles.Contains(Roles.Monitor), time.Now());
        db.Add(assessment);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{assessment.Name}", response.Tagged(assessment, AssessmentAnswer.Of(assessment)));
    }

    private static async Task<Ok<AssessmentAnswer>> RetractAsync(
        AgreementId agreement, AssessmentId assessment, RetractAssessment request, MonitoringDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        await db.AgreementAsync(caller, agreement, cancellationToken);
        var found = await FindAsync(db, agreement, assessment, cancellationToken);
        http.Request.CheckMatch(found);
        found.Retract(request.Reason, Person.Of(caller), caller.Holds(MonitoringPermissions.Write), time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, AssessmentAnswer.Of(found)));
    }

    private static async Task<Assessment> FindAsync(MonitoringDb db, AgreementId agreement, AssessmentId id, CancellationToken cancellationToken) =>
        await db.Assessments.SingleOrDefaultAsync(a => a.Agreement == agreement && a.Id == id, cancellationToken) ?? throw Fail.NotFound($"{agreement}/{id}");
}
