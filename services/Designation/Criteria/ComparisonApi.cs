using Concord.Designation.Lead;
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

namespace Concord.Designation.Criteria;

/// <summary>Everybody who may lead, side by side.</summary>
/// <param name="Criteria">The criteria of the kinds that are compared, in the order of the annex.</param>
/// <param name="Candidates">By the alphabet.</param>
internal sealed record ComparisonAnswer(string Name, IReadOnlyList<Criterion> Criteria, IReadOnlyList<ComparedCandidate> Candidates);

/// <summary>What somebody other than a candidate said of it.</summary>
internal sealed record StatementAnswer(
    string Name, string Organization, string Criterion, string Statement, string Evidence, Signature Author, DateTime CreateTime, DateTime? WithdrawTime, string? WithdrawReason, string Etag)
{
    public static StatementAnswer Of(CandidateStatement s) => new(s.Name, s.Organization, s.Criterion, s.Statement, s.Evidence, s.Author, s.CreateTime, s.WithdrawTime, s.WithdrawReason, ETag.Of(s));
}

/// <summary>How a party takes an organization as mediator.</summary>
internal sealed record AcceptanceAnswer(
    string Name, string Organization, string Party, PartyPosition Position, DateOnly On, string Source, Signature RecordedBy, DateTime CreateTime, DateTime? WithdrawTime, string? WithdrawReason, string Etag)
{
    public static AcceptanceAnswer Of(PartyAcceptance a) => new(a.Name, a.Organization, a.Party, a.Position, a.On, a.Source, a.RecordedBy, a.CreateTime, a.WithdrawTime, a.WithdrawReason, ETag.Of(a));
}

/// <summary>The comparison and what it is made of: find, decide, save, answer.</summary>
internal static class ComparisonApi
{
    public static void MapComparison(this RouteGroupBuilder api)
    {
        var comparison = api.MapGroup("/processes/{process}/comparison").WithTags("Comparison");
        comparison.MapGet("", GetAsync).Needs(DesignationPermissions.ReadProposals).WithName("GetComparison").WithSummary("See everybody who may lead side by side, by the criteria of the annex");
        comparison.MapGet("/statements", ListStatementsAsync).Needs(DesignationPermissions.ReadProposals).WithName("ListCandidateStatements").WithSummary("List what was said of candidates, also what was taken back");
        comparison.MapPost("/statements", StateAsync).Needs(DesignationPermissions.KeepComparison).WithName("StateOfCandidate").WithSummary("Say something of a candidate by one criterion");
        comparison.MapPost("/statements/{statement}:withdraw", WithdrawStatementAsync).Needs(DesignationPermissions.KeepComparison).WithName("WithdrawCandidateStatement").WithSummary("Take back what you said of a candidate");
        comparison.MapGet("/acceptances", ListAcceptancesAsync).Needs(DesignationPermissions.ReadProposals).WithName("ListPartyAcceptances").WithSummary("List how parties take organizations as mediator, also what was before");
        comparison.MapPost("/acceptances", RecordAcceptanceAsync).Needs(DesignationPermissions.KeepComparison).WithName("RecordPartyAcceptance").WithSummary("Record how a party takes an organization as mediator");
        comparison.MapPost("/acceptances/{acceptance}:withdraw", WithdrawAcceptanceAsync).Needs(DesignationPermissions.KeepComparison).WithName("WithdrawPartyAcceptance").WithSummary("Take back what you recorded of a party");
    }

    private static async Task<Ok<ComparisonAnswer>> GetAsync(ProcessId process, DesignationDb db, Caller caller, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var candidates = await db.CompareAsync(process, cancellationToken);
        var kinds = candidates.Select(c => c.ActorKind).OfType<ActorKind>().ToHashSet();
        return TypedResults.Ok(new ComparisonAnswer($"{process}/comparison", [.. CriteriaBook.All.Where(c => c.Kinds.Any(kinds.Contains))], candidates));
    }

    private static async Task<Ok<Page<StatementAnswer>>> ListStatementsAsync(ProcessId process, DesignationDb db, Caller caller, [AsParameters] PageRequest page, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        return TypedResults.Ok(await db.CandidateStatements.Where(s => s.Process == process)
            .PageAsync<CandidateStatement, CandidateStatementId, StatementAnswer>(page, $"{process}/comparison/statements", StatementAnswer.Of, cancellationToken));
    }

    private static async Task<Created<StatementAnswer>> StateAsync(
        ProcessId process, StateOfCandidate request, DesignationDb db, Caller caller, OrganizationDirectory organizations, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await FindAsync(db, process, caller, cancellationToken);
        var statement = CandidateStatement.Say(found, request, Signature.Of(caller), time.Now());
        CriteriaBook.RequireOf(CriteriaBook.ActorOf((await organizations.AskMayLeadAsync(statement.Organization, cancellationToken)).Kind), statement.Criterion, "criterion");
        RequireRoom(await db.CandidateStatements.CountAsync(s => s.Process == process && s.Organization == statement.Organization && s.WithdrawTime == null, cancellationToken), CandidateStatement.MostOfOne);
        db.Add(statement);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{statement.Name}", response.Tagged(statement, StatementAnswer.Of(statement)));
    }

    private static async Task<Ok<StatementAnswer>> WithdrawStatementAsync(
        ProcessId process, CandidateStatementId statement, WithdrawFromComparison request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var found = await db.CandidateStatements.SingleOrDefaultAsync(s => s.Id == statement && s.Process == process, cancellationToken) ?? throw Fail.NotFound($"{process}/comparison/{statement}");
        http.Request.CheckMatch(found);
        found.Withdraw(request.Reason, caller, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, StatementAnswer.Of(found)));
    }

    private static async Task<Ok<Page<AcceptanceAnswer>>> ListAcceptancesAsync(ProcessId process, DesignationDb db, Caller caller, [AsParameters] PageRequest page, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        return TypedResults.Ok(await db.PartyAcceptances.Where(a => a.Process == process)
            .PageAsync<PartyAcceptance, PartyAcceptanceId, AcceptanceAnswer>(page, $"{process}/comparison/acceptances", AcceptanceAnswer.Of, cancellationToken));
    }

    private static async Task<Created<AcceptanceAnswer>> RecordAcceptanceAsync(
        ProcessId process, RecordAcceptance request, DesignationDb db, Caller caller, OrganizationDirectory organizations, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await FindAsync(db, process, caller, cancellationToken);
        var acceptance = PartyAcceptance.Record(found, request, Signature.Of(caller), time.Now());
        await organizations.AskMayLeadAsync(acceptance.Organization, cancellationToken);
        RequireRoom(await db.PartyAcceptances.CountAsync(a => a.Process == process && a.Organization == acceptance.Organization && a.WithdrawTime == null, cancellationToken), PartyAcceptance.MostOfOne);
        db.Add(acceptance);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{acceptance.Name}", response.Tagged(acceptance, AcceptanceAnswer.Of(acceptance)));
    }

    private static async Task<Ok<AcceptanceAnswer>> WithdrawAcceptanceAsync(
        ProcessId process, PartyAcceptanceId acceptance, WithdrawFromComparison request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        var found = await db.PartyAcceptances.SingleOrDefaultAsync(a => a.Id == acceptance && a.Process == process, cancellationToken) ?? throw Fail.NotFound($"{process}/comparison/{acceptance}");
        http.Request.CheckMatch(found);
        found.Withdraw(request.Reason, caller, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, AcceptanceAnswer.Of(found)));
    }

    private static void RequireRoom(int standing, int most)
    {
        if (standing >= most)
        {
            throw Fail.Because(DesignationReasons.TooManyStatements, $"{most} on this organization stand already; take back what no longer counts.");
        }
    }

    // Mediation support prepares the comparison of every process; of the appointing authority only who is named.
    private static async Task<Process> FindAsync(DesignationDb db, ProcessId process, Caller caller, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        if (!caller.Holds(DesignationPermissions.KeepProcesses))
        {
            found.RequireAuthority(caller);
        }

        return found;
    }
}
