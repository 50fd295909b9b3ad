using Concord.Designation.Processes;
using Concord.Designation.Talks;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Inclusion;

/// <summary>What is to be done, and which of the two it is (R46).</summary>
/// <param name="Kind">As the process says: dialogue that prevents, or mediation that resolves.</param>
/// <param name="Aims">1 to 8000 characters.</param>
/// <param name="Approach">How trust is built and what is done first; 1 to 8000 characters.</param>
/// <param name="ReviewOn">Day by which it is looked at again.</param>
internal sealed record StrategyContent(ProcessKind? Kind = null, string? Aims = null, string? Approach = null, DateOnly? ReviewOn = null) : IContent<StrategyContent>
{
    public StrategyContent Checked(Violations check) => new(
        check.Required(Kind, "kind"), check.Text(Aims, "aims", 8000), check.Text(Approach, "approach", 8000), check.Required(ReviewOn, "reviewOn"));
}

/// <summary>The strategy of a process.</summary>
/// <param name="Revision">0 before anybody has written it.</param>
/// <param name="Content">The strategy.</param>
/// <param name="Approved">Whether it is approved as it is written now.</param>
/// <param name="ApprovedRevision">Which revision was approved last; absent where none was.</param>
/// <param name="ReviewDue">Its day of review is today or past.</param>
internal sealed record StrategyAnswer(string Name, int Revision, StrategyContent Content, bool Approved, int? ApprovedRevision, DateTime? ApproveTime, bool ReviewDue, DateTime? UpdateTime, string Etag);

/// <summary>The strategy of a process: approved only after vulnerable groups were asked (R47).</summary>
internal sealed class Strategy : ApprovedDocument<StrategyContent>, IProcessDocument<Strategy, StrategyContent, StrategyAnswer>
{
    private Strategy() { } // EF

    public static DocumentKind Kind => DocumentKind.Strategy;

    public static Strategy Begin(ProcessId process) => new() { Process = process, Document = Kind, Content = new StrategyContent() };

    /// <param name="process">Whose it is.</param>
    /// <param name="consultations">Those that stand.</param>
    /// <param name="caller">Who approves.</param>
    /// <param name="now">UTC.</param>
    public DocumentRevision Approve(Process process, IEnumerable<PreConsultation> consultations, Caller caller, DateTime now)
    {
        RequireWritten();
        return consultations.Any(c => c.Withdrawn is null && c.Content.Groups!.Any(g => g.IsVulnerable()))
            ? Approve(process, caller, now)
            : throw Fail.Because(DesignationReasons.PreConsultationRequired, "Ask at least one vulnerable group first, and record what it said.");
    }

    public StrategyAnswer ToAnswer(Process process, DateTime now) => new(
        $"{Process}/strategy", Revision, Content, ApprovedRevision is not null && ApprovedRevision == Revision, ApprovedRevision, ApproveTime,
        Content.ReviewOn <= DateOnly.FromDateTime(now), UpdateTime, ETag.Of(this));

    protected override void CheckAgainst(Process process, StrategyContent content, Violations check) =>
        check.Check(content.Kind is null || content.Kind == process.Kind, "kind", $"The process is entered as {ProcessAnswers.Text(process.Kind)}: change its entry where that is wrong.");
}

// Two texts, as JSON escapes them.
internal sealed class StrategyConfiguration() : ProcessDocumentConfiguration<Strategy, StrategyContent>(100_000)
{
    public override void Configure(EntityTypeBuilder<Strategy> builder)
    {
        base.Configure(builder);
        builder.ToTable("Strategies");
    }
}
