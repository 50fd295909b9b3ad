using Concord.Designation.Processes;
using Concord.Designation.Talks;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Inclusion;

/// <summary>How a group is included (R54).</summary>
internal enum InclusionMode
{
    Participant = 1,
    Observer,
    ConsultativeForum,
    PublicConsultation,
}

/// <summary>When it is.</summary>
internal enum InclusionStage
{
    Preparation = 1,
    AgendaSetting,
    SubstantiveTalks,
    Implementation,
}

/// <summary>How far that is.</summary>
internal enum InclusionStatus
{
    Planned = 1,
    UnderWay,
    Done,
    GivenUp,
}

/// <summary>One group and how its voice reaches the table.</summary>
/// <param name="Group">Whose voice.</param>
/// <param name="Mode">In what capacity.</param>
/// <param name="Channel">By what way it reaches the table; 1 to 500 characters.</param>
/// <param name="Stage">When.</param>
/// <param name="Responsible">Who sees to it; 1 to 200 characters.</param>
/// <param name="Status">Planned where absent.</param>
internal sealed record GroupInclusion(InclusionGroup? Group, InclusionMode? Mode, string? Channel, InclusionStage? Stage, string? Responsible, InclusionStatus? Status);

/// <summary>The principles on inclusion: no compromise is made that excludes vulnerable groups (R55).</summary>
/// <param name="Title">1 to 300 characters.</param>
/// <param name="Reference">Where the document is; 1 to 500 characters.</param>
/// <param name="On">Day it was adopted.</param>
internal sealed record InclusionPrinciples(string? Title, string? Reference, DateOnly? On);

/// <summary>A party that is not at the table. That is all it says: nobody is called a spoiler by it (R158).</summary>
/// <param name="Party">1 to 200 characters.</param>
/// <param name="Reason">Why it is not; 1 to 2000 characters.</param>
internal sealed record ExcludedParty(string? Party, string? Reason);

/// <summary>Who is heard in the talks, and how (R54).</summary>
/// <param name="Groups">At most 60; a group may be there in several ways.</param>
/// <param name="Principles">Absent while there are none; nothing is approved without.</param>
/// <param name="ExcludedParties">At most 20.</param>
internal sealed record InclusionContent(IReadOnlyList<GroupInclusion?>? Groups = null, InclusionPrinciples? Principles = null, IReadOnlyList<ExcludedParty?>? ExcludedParties = null) : IContent<InclusionContent>
{
    public InclusionContent Checked(Violations check) => new(
        check.Each(Groups, "groups", 60, (g, field) =>
        {
            check.Required(g.Group, $"{field}.group");
            check.Required(g.Mode, $"{field}.mode");
            check.Required(g.Stage, $"{field}.stage");
            return g with { Channel = check.Text(g.Channel, $"{field}.channel", 500), Responsible = check.Text(g.Responsible, $"{field}.responsible", 200), Status = g.Status ?? InclusionStatus.Planned };
        }),
        Principles is null ? null : new InclusionPrinciples(
            check.Text(Principles.Title, "principles.title", 300), check.Text(Principles.Reference, "principles.reference", 500), check.Required(Principles.On, "principles.on")),
        check.Each(ExcludedParties, "excludedParties", 20, (p, field) => new ExcludedParty(check.Text(p.Party, $"{field}.party", 200), check.Text(p.Reason, $"{field}.reason", 2000))));
}

/// <summary>The inclusion plan of a process.</summary>
/// <param name="Revision">0 before anybody has written it.</param>
/// <param name="Content">The plan.</param>
/// <param name="Approved">Whether it is approved as it is written now.</param>
/// <param name="ApprovedRevision">Which revision was approved last; absent where none was.</param>
internal sealed record InclusionAnswer(string Name, int Revision, InclusionContent Content, bool Approved, int? ApprovedRevision, DateTime? ApproveTime, DateTime? UpdateTime, string Etag);

/// <summary>The inclusion plan of a process: approved only with principles on inclusion (R55).</summary>
internal sealed class InclusionPlan : ApprovedDocument<InclusionContent>, IProcessDocument<InclusionPlan, InclusionContent, InclusionAnswer>
{
    private InclusionPlan() { } // EF

    public static DocumentKind Kind => DocumentKind.InclusionPlan;

    public static InclusionPlan Begin(ProcessId process) => new() { Process = process, Document = Kind, Content = new InclusionContent().Checked(new Violations()) };

    public new DocumentRevision Approve(Process process, Caller caller, DateTime now)
    {
        RequireWritten();
        return Content.Principles is null
            ? throw Fail.Because(DesignationReasons.PrinciplesRequired, "Record the principles on inclusion first.")
            : base.Approve(process, caller, now);
    }

    public InclusionAnswer ToAnswer(Process process, DateTime now) => new(
        $"{Process}/inclusionPlan", Revision, Content, ApprovedRevision is not null && ApprovedRevision == Revision, ApprovedRevision, ApproveTime, UpdateTime, ETag.Of(this));
}

// Sixty groups and twenty parties, as JSON escapes them.
internal sealed class InclusionPlanConfiguration() : ProcessDocumentConfiguration<InclusionPlan, InclusionContent>(800_000)
{
    public override void Configure(EntityTypeBuilder<InclusionPlan> builder)
    {
        base.Configure(builder);
        builder.ToTable("InclusionPlans");
    }
}
