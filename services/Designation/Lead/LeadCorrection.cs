using Concord.Designation.Processes;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Lead;

internal readonly record struct LeadCorrectionId(Guid Value) : IStrongId<LeadCorrectionId>
{
    public static string Collection => "corrections";
    public static LeadCorrectionId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out LeadCorrectionId id) => StrongId.TryParse(segment, out id);
    public static LeadCorrectionId New() => new(Guid.CreateVersion7());
    public static bool operator >(LeadCorrectionId left, LeadCorrectionId right) => left.Value > right.Value;
    public static bool operator <(LeadCorrectionId left, LeadCorrectionId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}

/// <summary>When a designation really began and ended.</summary>
/// <param name="Designation">Resource name, as the history gives it.</param>
/// <param name="StartTime">UTC.</param>
/// <param name="EndTime">UTC; absent for the one that lasts.</param>
internal sealed record CorrectedTimes(string? Designation, DateTime? StartTime, DateTime? EndTime);

/// <summary>
/// What was found out later of when a designation began and ended. Appended beside the designation, which stays as it was recorded; the latest one counts.
/// </summary>
internal sealed class LeadCorrection
{
    private LeadCorrection() { } // EF

    internal LeadCorrection(LeadDesignation designation, LeadTime was, LeadTime now, LeadProposal proposal, DateTime createTime)
    {
        (Id, Process, Designation, CreateTime) = (LeadCorrectionId.New(), designation.Process, designation.Id, createTime);
        (FormerStartTime, FormerEndTime, StartTime, EndTime) = (was.Start, was.End, now.Start, now.End);
        (Reason, ProposedBy, ApprovedBy) = (proposal.Reason, proposal.ProposedBy, proposal.DecidedBy!);
    }

    public LeadCorrectionId Id { get; private init; }
    public ProcessId Process { get; private init; }
    public LeadDesignationId Designation { get; private init; }

    /// <summary>What counted before.</summary>
    public DateTime FormerStartTime { get; private init; }
    public DateTime? FormerEndTime { get; private init; }
    public DateTime StartTime { get; private init; }
    public DateTime? EndTime { get; private init; }
    public string Reason { get; private init; } = "";
    public Signature ProposedBy { get; private init; } = new(null, "");
    public Signature ApprovedBy { get; private init; } = new(null, "");
    public DateTime CreateTime { get; private init; }
}

internal sealed class LeadCorrectionConfiguration : IEntityTypeConfiguration<LeadCorrection>
{
    public void Configure(EntityTypeBuilder<LeadCorrection> builder)
    {
        builder.ToTable("LeadCorrections");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Reason).HasMaxLength(4000);
        builder.Property(c => c.ProposedBy).HasJson(600);
        builder.Property(c => c.ApprovedBy).HasJson(600);
        builder.HasOne<Process>().WithMany().HasForeignKey(c => c.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<LeadDesignation>().WithMany().HasForeignKey(c => c.Designation).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.Process, c.CreateTime, c.Id });
    }
}
