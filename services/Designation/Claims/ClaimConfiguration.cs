using Concord.Platform.Persistence;
using Concord.Designation.Mandates;
using Concord.Designation.Processes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Claims;

internal sealed class ClaimConfiguration : IEntityTypeConfiguration<Claim>, IEntityTypeConfiguration<DeskReceipt>
{
    /// <summary>At most one open claim per organization and process; its filter is set per provider.</summary>
    public const string OneOpen = "IX_Claims_OneOpen";

    public void Configure(EntityTypeBuilder<Claim> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Ignore(c => c.Name);
        builder.Property(c => c.Organization).HasMaxLength(60);
        builder.Property(c => c.Mandate).HasMaxLength(2000);
        builder.Property(c => c.Advantages).HasMaxLength(4000);
        builder.Property(c => c.Disadvantages).HasMaxLength(4000);
        builder.Property(c => c.Kind).HasConversion<string>().HasMaxLength(40).HasDefaultValue(ClaimKind.Lead).HasSentinel((ClaimKind)0); // what was claimed before there were two kinds
        builder.Property(c => c.Actor).HasConversion<string>().HasMaxLength(40);
        builder.Property(c => c.Scope).HasMaxLength(2000);
        builder.Property(c => c.MandateTerms!).HasJson(2000);
        builder.Property(c => c.SelfAssessment!).HasJson(200_000);
        builder.Property(c => c.Documents!).HasJson(DocumentReference.ColumnLength);
        builder.Property(c => c.CloseReason).HasMaxLength(2000);
        builder.Property(c => c.State).HasConversion<string>().HasMaxLength(40);
        builder.Property(c => c.RegisteredBy).HasJson(600);
        builder.HasOne<Process>().WithMany().HasForeignKey(c => c.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.Process, c.Organization }, OneOpen).IsUnique();
        builder.HasIndex(c => new { c.Process, c.CreateTime, c.Id });
        builder.HasIndex(c => new { c.Organization, c.CreateTime, c.Id });
    }

    public void Configure(EntityTypeBuilder<DeskReceipt> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Organization).HasMaxLength(60);
        builder.Property(r => r.By).HasJson(600);
        builder.HasIndex(r => r.CreateTime);
    }
}
