using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Designation.Talks;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Security;
using Microsoft.EntityFrameworkCore;
using ExclusionFlags = Concord.Designation.Talks.Records<Concord.Designation.Inclusion.ExclusionFlag, Concord.Designation.Inclusion.ExclusionFlagId, Concord.Designation.Inclusion.ExclusionFlagContent>;
using InclusionPlans = Concord.Designation.Talks.Documents<Concord.Designation.Inclusion.InclusionPlan, Concord.Designation.Inclusion.InclusionContent, Concord.Designation.Inclusion.InclusionAnswer>;
using PreConsultations = Concord.Designation.Talks.Records<Concord.Designation.Inclusion.PreConsultation, Concord.Designation.Inclusion.PreConsultationId, Concord.Designation.Inclusion.PreConsultationContent>;
using Strategies = Concord.Designation.Talks.Documents<Concord.Designation.Inclusion.Strategy, Concord.Designation.Inclusion.StrategyContent, Concord.Designation.Inclusion.StrategyAnswer>;

namespace Concord.Designation.Inclusion;

/// <summary>The strategy, who was asked before it, and the inclusion plan: beside what every document and record has, their approvals.</summary>
internal static class InclusionApi
{
    private const string Tag = "Inclusion";

    public static void MapInclusion(this RouteGroupBuilder api)
    {
        var strategy = api.MapGroup("/processes/{process}/strategy").WithTags(Tag);
        strategy.MapGet("", (ProcessId process, Strategies documents, HttpContext http, CancellationToken token) => documents.GetAsync(process, http, token))
            .Needs(DesignationPermissions.ReadTalks).WithName("GetStrategy").WithSummary("Get the strategy of a process").WithDescription("Each process has one; before anybody has written it, it is answered empty, as revision 0.");
        strategy.MapPatch("", (ProcessId process, MergePatch<StrategyContent> patch, Strategies documents, HttpContext http, CancellationToken token) => documents.ReviseAsync(process, patch, http, token))
            .Needs(DesignationPermissions.KeepTalks).WithName("EditStrategy").WithSummary("Write the strategy of a process anew; what it was stays in its history");
        strategy.MapGet("/revisions", (ProcessId process, [AsParameters] PageRequest page, Strategies documents, CancellationToken token) => documents.ListRevisionsAsync(process, page, token))
            .Needs(DesignationPermissions.ReadTalks).WithName("ListStrategyRevisions").WithSummary("List what happened to the strategy of a process");
        api.MapPost("/processes/{process}/strategy:approve", (ProcessId process, Strategies documents, DesignationDb db, Caller caller, HttpContext http, CancellationToken token) =>
                documents.StepAsync(process, async (strategy, found, now) => strategy.Approve(found, await AskedBeforeAsync(db, process, token), caller, now), http, token))
            .WithTags(Tag).Needs(DesignationPermissions.KeepTalks).WithName("ApproveStrategy").WithSummary("Approve the strategy as it is written").WithDescription("Refused before at least one vulnerable group was asked.");
        var plan = api.MapGroup("/processes/{process}/inclusionPlan").WithTags(Tag);
        plan.MapGet("", (ProcessId process, InclusionPlans documents, HttpContext http, CancellationToken token) => documents.GetAsync(process, http, token))
            .Needs(DesignationPermissions.ReadTalks).WithName("GetInclusionPlan").WithSummary("Get the inclusion plan").WithDescription("Each process has one; before anybody has written it, it is answered empty, as revision 0.");
        plan.MapPatch("", (ProcessId process, MergePatch<InclusionContent> patch, InclusionPlans documents, HttpContext http, CancellationToken token) => documents.ReviseAsync(process, patch, http, token))
            .Needs(DesignationPermissions.KeepTalks).WithName("EditInclusionPlan").WithSummary("Write the inclusion plan anew; what it was stays in its history");
        plan.MapGet("/revisions", (ProcessId process, [AsParameters] PageRequest page, InclusionPlans documents, CancellationToken token) => documents.ListRevisionsAsync(process, page, token))
            .Needs(DesignationPermissions.ReadTalks).WithName("ListInclusionPlanRevisions").WithSummary("List what happened to the inclusion plan");
        api.MapPost("/processes/{process}/inclusionPlan:approve", (ProcessId process, InclusionPlans documents, Caller caller, HttpContext http, CancellationToken token) =>
                documents.StepAsync(process, (plan, found, now) => Task.FromResult(plan.Approve(found, caller, now)), http, token))
            .WithTags(Tag).Needs(DesignationPermissions.KeepTalks).WithName("ApproveInclusionPlan").WithSummary("Approve the inclusion plan as it is written").WithDescription("Refused without principles on inclusion.");
        var asked = api.MapGroup("/processes/{process}/preConsultations").WithTags(Tag);
        asked.MapGet("", (ProcessId process, [AsParameters] PageRequest page, PreConsultations records, CancellationToken token) => records.ListAsync(process, DesignationPermissions.ReadTalks, page, token))
            .Needs(DesignationPermissions.ReadTalks).WithName("ListPreConsultations").WithSummary("List who was asked before there was a strategy, and what they said");
        asked.MapGet("/{preConsultation}", (ProcessId process, PreConsultationId preConsultation, PreConsultations records, HttpContext http, CancellationToken token) => records.GetAsync(process, preConsultation, DesignationPermissions.ReadTalks, http, token))
            .Needs(DesignationPermissions.ReadTalks).WithName("GetPreConsultation").WithSummary("Get what groups said before there was a strategy");
        asked.MapPost("", (ProcessId process, PreConsultationContent request, PreConsultations records, HttpContext http, CancellationToken token) => records.RecordAsync(process, request, http, token))
            .Needs(DesignationPermissions.KeepTalks).WithName("RecordPreConsultation").WithSummary("Record what groups said before there was a strategy");
        asked.MapPost("/{preConsultation}:withdraw", (ProcessId process, PreConsultationId preConsultation, WithdrawRecord request, PreConsultations records, HttpContext http, CancellationToken token) => records.WithdrawAsync(process, preConsultation, request, http, token))
            .Needs(DesignationPermissions.KeepTalks).WithName("WithdrawPreConsultation").WithSummary("Withdraw what groups said before there was a strategy; it stays readable, with the reason");
        var flags = api.MapGroup("/processes/{process}/exclusionFlags").WithTags(Tag);
        flags.MapGet("", (ProcessId process, [AsParameters] PageRequest page, ExclusionFlags records, CancellationToken token) => records.ListAsync(process, DesignationPermissions.ReadTalks, page, token))
            .Needs(DesignationPermissions.ReadTalks).WithName("ListExclusionFlags").WithSummary("List what persons think of excluded parties");
        flags.MapGet("/{exclusionFlag}", (ProcessId process, ExclusionFlagId exclusionFlag, ExclusionFlags records, HttpContext http, CancellationToken token) => records.GetAsync(process, exclusionFlag, DesignationPermissions.ReadTalks, http, token))
            .Needs(DesignationPermissions.ReadTalks).WithName("GetExclusionFlag").WithSummary("Get a person's judgement of an excluded party");
        flags.MapPost("", (ProcessId process, ExclusionFlagContent request, ExclusionFlags records, HttpContext http, CancellationToken token) => records.RecordAsync(process, request, http, token))
            .Needs(DesignationPermissions.KeepTalks).WithName("RecordExclusionFlag").WithSummary("Record a person's judgement of an excluded party");
        flags.MapPost("/{exclusionFlag}:withdraw", (ProcessId process, ExclusionFlagId exclusionFlag, WithdrawRecord request, ExclusionFlags records, HttpContext http, CancellationToken token) => records.WithdrawAsync(process, exclusionFlag, request, http, token))
            .Needs(DesignationPermissions.KeepTalks).WithName("WithdrawExclusionFlag").WithSummary("Withdraw a person's judgement of an excluded party; it stays readable, with the reason");
    }

    private static async Task<IReadOnlyList<PreConsultation>> AskedBeforeAsync(DesignationDb db, ProcessId process, CancellationToken cancellationToken) =>
        await db.PreConsultations.AsNoTracking().Where(c => c.Process == process).ToListAsync(cancellationToken);
}
