using System.ComponentModel;
using Concord.Contracts.Access;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Council;

/// <summary>A summary report.</summary>
/// <param name="Corrects">Resource name of the report that it takes the place of.</param>
/// <param name="CorrectedBy">Resource names of the issued reports that take its place; absent in lists.</param>
internal sealed record SummaryAnswer(
    string Name, DateOnly From, DateOnly Until, Classification Classification, SummaryState State, string? Corrects, IReadOnlyList<string>? CorrectedBy, IReadOnlyList<SummaryText> Sections,
    Signature DraftedBy, Signature EditedBy, Signature? IssuedBy, DateTime? IssueTime, DateTime CreateTime, DateTime UpdateTime, string Etag);

/// <summary>Summary reports to the Council (R41): find, decide, raise, save, answer.</summary>
internal static class SummaryApi
{
    public static void MapSummaries(this RouteGroupBuilder api)
    {
        var summaries = api.MapGroup("/processes/{process}/councilSummaries").WithTags("Council");
        summaries.MapGet("", ListAsync).Needs(DesignationPermissions.ReadProcesses).WithName("ListCouncilSummaries").WithSummary("List summary reports to the Security Council");
        summaries.MapGet("/{councilSummary}", GetAsync).Needs(DesignationPermissions.ReadProcesses).WithName("GetCouncilSummary").WithSummary("Get a summary report");
        summaries.MapPost("", DraftAsync).Needs(DesignationPermissions.KeepCouncil).WithName("DraftCouncilSummary").WithSummary("Begin a summary report; its draft is composed of what its classification allows");
        summaries.MapPatch("/{councilSummary}", EditAsync).Needs(DesignationPermissions.KeepCouncil).WithName("EditCouncilSummary").WithSummary("Change the draft of a summary report");
        summaries.MapPost("/{councilSummary}:issue", IssueAsync).OnWhatWasRead().Needs(DesignationPermissions.KeepCouncil).WithName("IssueCouncilSummary").WithSummary("Issue a summary report; it is never changed again");
    }

    private static async Task<Ok<Page<SummaryAnswer>>> ListAsync(
        ProcessId process, DesignationDb db, Caller caller, [AsParameters] PageRequest page, [Description("Only in this state.")] Choice<SummaryState>? state, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        var wanted = state?.Value;
        var query = db.CouncilSummaries.SeenBy(caller, found).Where(s => wanted == null || s.State == wanted);
        return TypedResults.Ok(await query.PageAsync<CouncilSummary, CouncilSummaryId, SummaryAnswer>(page, $"{process}/councilSummaries?state={state}", s => ToAnswer(s, null), cancellationToken));
    }

    private static async Task<Ok<SummaryAnswer>> GetAsync(
        ProcessId process, CouncilSummaryId councilSummary, DesignationDb db, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        return await AnswerAsync(db, found, await FindAsync(db, found, councilSummary, caller, cancellationToken), caller, response, cancellationToken);
    }

    private static async Task<Created<SummaryAnswer>> DraftAsync(
        ProcessId process, DraftSummary request, DesignationDb db, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        var now = time.Now();
        CouncilSummary.Require(request, found, caller, now);
        var corrects = request.Corrects is null ? null : await FindCorrectedAsync(db, found, request.Corrects, caller, cancellationToken);
        var composed = await SummaryDraft.ComposeAsync(db, found, request.From!.Value, request.Until!.Value, request.Classification!.Value, cancellationToken);
        var summary = CouncilSummary.Draft(found, request, corrects, composed, caller, now);
        db.Add(summary);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{summary.Name}", response.Tagged(summary, ToAnswer(summary, [])));
    }

    private static async Task<Ok<SummaryAnswer>> EditAsync(
        ProcessId process, CouncilSummaryId councilSummary, MergePatch<SummaryEdit> patch, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        var editing = await FindAsync(db, found, councilSummary, caller, cancellationToken);
        http.Request.RequireMatch(editing);
        editing.Edit(patch.ApplyTo(editing.Fields()), caller, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return await AnswerAsync(db, found, editing, caller, http.Response, cancellationToken);
    }

    private static async Task<Ok<SummaryAnswer>> IssueAsync(
        ProcessId process, CouncilSummaryId councilSummary, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        var issuing = await FindAsync(db, found, councilSummary, caller, cancellationToken);
        http.Request.RequireRead(issuing);
        issuing.Issue(found, caller, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return await AnswerAsync(db, found, issuing, caller, http.Response, cancellationToken);
    }

    private static async Task<CouncilSummary> FindCorrectedAsync(DesignationDb db, Process process, string name, Caller caller, CancellationToken cancellationToken) =>
        name.StartsWith($"{process.Id}/", StringComparison.Ordinal) && ResourceName.TryParse<CouncilSummaryId>(name[$"{process.Id}/".Length..], out var id)
            ? await FindAsync(db, process, id, caller, cancellationToken)
            : throw Fail.Invalid("corrects", "Expected the form processes/{uuid}/councilSummaries/{uuid}, of the same process.");

    private static async Task<CouncilSummary> FindAsync(DesignationDb db, Process process, CouncilSummaryId id, Caller caller, CancellationToken cancellationToken) =>
        await db.CouncilSummaries.SeenBy(caller, process).SingleOrDefaultAsync(s => s.Id == id, cancellationToken) ?? throw Fail.NotFound($"{process.Id}/{id}");

    private static async Task<Ok<SummaryAnswer>> AnswerAsync(DesignationDb db, Process process, CouncilSummary summary, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        var corrections = await db.CouncilSummaries.SeenBy(caller, process).Where(s => s.Corrects == summary.Id && s.State == SummaryState.Issued)
            .OrderBy(s => s.CreateTime).ThenBy(s => s.Id).Select(s => s.Id).ToListAsync(cancellationToken);
        return TypedResults.Ok(response.Tagged(summary, ToAnswer(summary, [.. corrections.Select(c => $"{process.Id}/{c}")])));
    }

    private static SummaryAnswer ToAnswer(CouncilSummary s, IReadOnlyList<string>? correctedBy) => new(
        s.Name, s.From, s.Until, s.Classification, s.State, s.Corrects is { } corrects ? $"{s.Process}/{corrects}" : null, correctedBy, s.Sections,
        s.DraftedBy, s.EditedBy, s.IssuedBy, s.IssueTime, s.CreateTime, s.UpdateTime, ETag.Of(s));
}

/// <summary>Who sees which summary of a process that is seen: none above what the caller may see, and no draft but who keeps them.</summary>
internal static class SummarySight
{
    public static IQueryable<CouncilSummary> SeenBy(this IQueryable<CouncilSummary> summaries, Caller caller, Process process)
    {
        // The process may have been lowered since: what is stricter than it asks for itself.
        var labels = Enum.GetValues<Classification>().Where(label => label <= process.Classification || caller.MaySee(label, process.Id.ToString(), process.Id.ToString())).ToList();
        var keeps = caller.Holds(DesignationPermissions.KeepCouncil);
        return summaries.Where(s => s.Process == process.Id && labels.Contains(s.Classification) && (keeps || s.State == SummaryState.Issued));
    }
}
