using Concord.Contracts.Reference;
using Concord.Designation.Lead;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Designation.Situations;
using Concord.Designation.Talks;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Attempts;

/// <summary>An earlier effort.</summary>
/// <param name="Retraction">Why it does not count; absent where it does.</param>
internal sealed record AttemptAnswer(
    string Name, string Who, AttemptBy By, MeansOfSettlement Form, DateOnly From, DateOnly Until, AttemptOutcome Outcome, string Reason, string Source,
    Signature RecordedBy, DateTime CreateTime, Closing? Retraction, string Etag)
{
    public static AttemptAnswer Of(Attempt a) => new(
        a.Name, a.Who, a.By, a.Form, a.From, a.Until, a.Outcome, a.Reason, a.Source, a.RecordedBy, a.CreateTime, a.Retraction, ETag.Of(a));
}

/// <summary>Earlier efforts, and what they come to, for the comparison of who should lead (R30).</summary>
/// <param name="Items">In the order in which they were recorded.</param>
/// <param name="NextPageToken">Absent on the last page.</param>
/// <param name="Failed">How many of all that stand failed or were broken off.</param>
/// <param name="LastResort">Absent where the United Nations has not come after others had failed.</param>
internal sealed record AttemptPage(IReadOnlyList<AttemptAnswer> Items, string? NextPageToken, int Failed, LastResort? LastResort);

/// <summary>Earlier efforts: find, decide, raise, save, answer.</summary>
internal static class AttemptApi
{
    private static readonly string s_unitedNations = WellKnown.Organization("UN");

    public static void MapAttempts(this RouteGroupBuilder api)
    {
        var attempts = api.MapGroup("/processes/{process}/attempts").WithTags("Attempts");
        attempts.MapGet("", ListAsync).Needs(DesignationPermissions.ReadProcesses).WithName("ListAttempts").WithSummary("List earlier efforts, and how many failed");
        attempts.MapPost("", RecordAsync).Needs(DesignationPermissions.KeepGround).WithName("RecordAttempt").WithSummary("Record an earlier effort");
        attempts.MapPost("/{attempt}:retract", RetractAsync).Needs(DesignationPermissions.KeepGround).WithName("RetractAttempt").WithSummary("Take back an effort that was recorded in error");
    }

    private static async Task<Ok<AttemptPage>> ListAsync(ProcessId process, DesignationDb db, Caller caller, [AsParameters] PageRequest page, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var found = await db.Attempts.Where(a => a.Process == process).PageAsync<Attempt, AttemptId, AttemptAnswer>(page, $"{process}/attempts", AttemptAnswer.Of, cancellationToken);
        var all = await db.Attempts.AsNoTracking().Where(a => a.Process == process && !a.Retracted).ToListAsync(cancellationToken);
        // The holder is one text in the store, and a process has few.
        var led = (await db.LedAsync(process, cancellationToken)).Led
            .Where(l => l.Designation.Organizations.Contains(s_unitedNations)).Select(l => (DateOnly?)DateOnly.FromDateTime(l.Time.Start)).Min();
        return TypedResults.Ok(new AttemptPage(found.Items, found.NextPageToken, all.Count(a => a.HasFailed), LastResort.Of(all, led)));
    }

    private static async Task<Created<AttemptAnswer>> RecordAsync(
        ProcessId process, RecordAttempt request, DesignationDb db, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        await db.FindTalksAsync(process, caller, DesignationPermissions.KeepGround, cancellationToken);
        var attempt = Attempt.Record(process, request, caller, time.Now());
        db.Add(attempt);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created((string?)null, response.Tagged(attempt, AttemptAnswer.Of(attempt)));
    }

    private static async Task<Ok<AttemptAnswer>> RetractAsync(
        ProcessId process, AttemptId attempt, RetractEntry request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        await db.FindTalksAsync(process, caller, DesignationPermissions.KeepGround, cancellationToken);
        var found = await db.Attempts.SingleOrDefaultAsync(a => a.Id == attempt && a.Process == process, cancellationToken) ?? throw Fail.NotFound($"{process}/{attempt}");
        http.Request.CheckMatch(found);
        found.Retract(request.Reason, caller, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, AttemptAnswer.Of(found)));
    }
}
