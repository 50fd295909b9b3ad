using Concord.Platform.Persistence;
using Concord.Designation.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Lead;

internal sealed class LeadConfiguration : IEntityTypeConfiguration<LeadDesignation>, IEntityTypeConfiguration<LeadProposal>
{
    /// <summary>At most one open designation per process (R28); its filter is set per provider.</summary>
    public const string OneOpen = "IX_LeadDesignations_OneOpen";

    // Twelve candidates of two texts each, with what is said of each by the criteria and how the parties take it, as JSON escapes them; PostgreSQL has no longer text with a length.
    private const int TermsLength = 10_000_000;

    public void Configure(EntityTypeBuilder<LeadDesignation> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Ignore(d => d.Organizations);
        builder.Property(d => d.DisplayName).HasMaxLength(400);
        builder.Property(d => d.Terms).HasJson(TermsLength);
        builder.Property(d => d.ProposedBy).HasJson(600);
        builder.Property(d => d.ApprovedBy).HasJson(600);
        builder.Property(d => d.EndReason).HasMaxLength(4000);
        builder.Property(d => d.EndProposedBy!).HasJson(600);
        builder.Property(d => d.EndApprovedBy!).HasJson(600);
        builder.HasOne<Process>().WithMany().HasForeignKey(d => d.Process).OnDelete(DeleteBehavior.Restrict);
        // EF sends the updates of a table before its inserts, so a hand-over closes the old row before the new one meets this index.
        builder.HasIndex(d => d.Process, OneOpen).IsUnique();
        builder.HasIndex(d => new { d.Process, d.Epoch }).IsUnique();
        builder.HasIndex(d => new { d.Process, d.CreateTime, d.Id });
    }

    public void Configure(EntityTypeBuilder<LeadProposal> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Ignore(p => p.Name);
        builder.Property(p => p.Kind).HasConversion<string>().HasMaxLength(40);
        builder.Property(p => p.State).HasConversion<string>().HasMaxLength(40);
        builder.Property(p => p.Terms!).HasJson(TermsLength);
        builder.Property(p => p.Care!).HasJson(30_000);
        builder.Property(p => p.Corrections!).HasJson(6_000);
        builder.Property(p => p.Reason).HasMaxLength(4000);
        builder.Property(p => p.DecisionReason).HasMaxLength(4000);
        builder.Property(p => p.ProposedBy).HasJson(600);
        builder.Property(p => p.DecidedBy!).HasJson(600);
        builder.HasOne<Process>().WithMany().HasForeignKey(p => p.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.Process, p.CreateTime, p.Id });
    }
}
