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

namespace Concord.Designation.Fundamentals;

/// <summary>What somebody says of a process and one fundamental.</summary>
/// <param name="Retraction">Who took it back, when and why; absent where it stands.</param>
internal sealed record FundamentalAnswer(string Name, Fundamental Fundamental, string Statement, Signature By, DateTime CreateTime, Closing? Retraction, string Etag)
{
    public static FundamentalAnswer Of(FundamentalStatement s) => new(s.Name, s.Fundamental, s.Statement, s.By, s.CreateTime, s.Retraction, ETag.Of(s));
}

/// <summary>The checklist of a process.</summary>
/// <param name="Items">In the order in which they were said.</param>
/// <param name="NextPageToken">Absent on the last page.</param>
/// <param name="Unsaid">The fundamentals of which nobody has said anything that stands.</param>
internal sealed record FundamentalPage(IReadOnlyList<FundamentalAnswer> Items, string? NextPageToken, IReadOnlyList<Fundamental> Unsaid);

/// <summary>The fundamentals of mediation, as a checklist in words (R64).</summary>
internal static class FundamentalsApi
{
    public static void MapFundamentals(this RouteGroupBuilder api)
    {
        var fundamentals = api.MapGroup("/processes/{process}/fundamentals").WithTags("Fundamentals");
        fundamentals.MapGet("", ListAsync).Needs(DesignationPermissions.ReadActorMap).WithName("ListFundamentals").WithSummary("List what is said of the fundamentals of mediation, and what is not");
        fundamentals.MapPost("", StateAsync).Needs(DesignationPermissions.KeepGround).WithName("StateFundamental").WithSummary("Say how a process stands by a fundamental");
        fundamentals.MapPost("/{statement}:retract", RetractAsync).Needs(DesignationPermissions.KeepGround).WithName("RetractFundamental").WithSummary("Take back what was said of a fundamental");
    }

    private static async Task<Ok<FundamentalPage>> ListAsync(ProcessId process, DesignationDb db, Caller caller, [AsParameters] PageRequest page, CancellationToken cancellationToken)
    {
        await db.FindTalksAsync(process, caller, DesignationPermissions.ReadActorMap, cancellationToken);
        var found = await db.FundamentalStatements.Where(s => s.Process == process)
            .PageAsync<FundamentalStatement, FundamentalStatementId, FundamentalAnswer>(page, $"{process}/fundamentals", FundamentalAnswer.Of, cancellationToken);
        var said = await db.FundamentalStatements.Where(s => s.Process == process && !s.Retracted).Select(s => s.Fundamental).Distinct().ToListAsync(cancellationToken);
        return TypedResults.Ok(new FundamentalPage(found.Items, found.NextPageToken, [.. Enum.GetValues<Fundamental>().Except(said)]));
    }

    private static async Task<Created<FundamentalAnswer>> StateAsync(
        ProcessId process, StateFundamental request, DesignationDb db, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        await db.FindTalksAsync(process, caller, DesignationPermissions.KeepGround, cancellationToken);
        var said = FundamentalStatement.Of(process, request, caller, time.Now());
        db.Add(said);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created((string?)null, response.Tagged(said, FundamentalAnswer.Of(said)));
    }

    private static async Task<Ok<FundamentalAnswer>> RetractAsync(
        ProcessId process, FundamentalStatementId statement, RetractEntry request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        await db.FindTalksAsync(process, caller, DesignationPermissions.KeepGround, cancellationToken);
        var found = await db.FundamentalStatements.SingleOrDefaultAsync(s => s.Id == statement && s.Process == process, cancellationToken) ?? throw Fail.NotFound($"{process}/{statement}");
        http.Request.CheckMatch(found);
        found.Retract(request.Reason, caller, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, FundamentalAnswer.Of(found)));
    }
}
