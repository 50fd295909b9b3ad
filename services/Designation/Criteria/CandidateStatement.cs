using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;

namespace Concord.Designation.Criteria;

/// <summary>Says something of an organization that may lead.</summary>
/// <param name="Organization">Resource name.</param>
/// <param name="Criterion">Code of a criterion of its kind.</param>
/// <param name="Statement">1 to 2000 characters.</param>
/// <param name="Evidence">On what it rests; 1 to 1000 characters.</param>
internal sealed record StateOfCandidate(string? Organization, string? Criterion, string? Statement, string? Evidence);

/// <summary>Takes back what was said.</summary>
/// <param name="Reason">1 to 2000 characters.</param>
internal sealed record WithdrawFromComparison(string? Reason);

/// <summary>What somebody other than a candidate says of it by one criterion: with its author, its date and what it rests on; it is taken back, never rewritten (R29, R158).</summary>
internal sealed class CandidateStatement : IVersioned, IListed<CandidateStatementId>
{
    /// <summary>Of one organization in one process that stand; more than that nobody compares.</summary>
    public const int MostOfOne = 40;

    private CandidateStatement() { } // EF

    public CandidateStatementId Id { get; private init; }
    public ProcessId Process { get; private init; }

    /// <summary>Of whom it is said; resource name.</summary>
    public string Organization { get; private init; } = "";
    public string Criterion { get; private init; } = "";
    public string Statement { get; private init; } = "";
    public string Evidence { get; private init; } = "";
    public Signature Author { get; private init; } = new(null, "");
    public DateTime? WithdrawTime { get; private set; }
    public string? WithdrawReason { get; private set; }
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }
    public string Name => $"{Process}/comparison/{Id}";

    public static CandidateStatement Say(Process process, StateOfCandidate request, Signature by, DateTime now)
    {
        process.RequireOpen();
        var check = new Violations();
        var said = CriterionStatement.Checked(new CriterionStatement(request.Criterion, request.Statement, request.Evidence), "", check);
        check.Check(ResourceName.IsIn("organizations", request.Organization), "organization", "Expected the form organizations/{uuid}.");
        check.ThrowIfAny();
        return new CandidateStatement
        {
            Id = CandidateStatementId.New(),
            Process = process.Id,
            Organization = request.Organization!,
            Criterion = said.Criterion!,
            Statement = said.Statement!,
            Evidence = said.Evidence!,
            Author = by,
            CreateTime = now,
        };
    }

    public void Withdraw(string? reason, Caller caller, DateTime now)
    {
        var why = Withdrawal.Check(reason, Author, WithdrawTime, caller);
        (WithdrawTime, WithdrawReason) = (now, why);
    }
}

/// <summary>What is said in a comparison is taken back by its author.</summary>
internal static class Withdrawal
{
    /// <returns>The reason, as it is recorded.</returns>
    public static string Check(string? reason, Signature author, DateTime? withdrawn, Caller caller)
    {
        var check = new Violations();
        var why = check.Text(reason, "reason", 2000);
        check.ThrowIfAny();
        if (!author.Is(caller))
        {
            throw Fail.Because(DesignationReasons.NotTheAuthor, "Only its author takes it back.");
        }

        return withdrawn is null ? why : throw Fail.Because(DesignationReasons.AlreadyWithdrawn, "It was taken back already.");
    }
}
