using Concord.Designation.Processes;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Consultations;

internal sealed class ConsultationConfiguration : IEntityTypeConfiguration<Consultation>, IEntityTypeConfiguration<ConsultationPosition>
{
    public void Configure(EntityTypeBuilder<Consultation> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Ignore(c => c.Name);
        builder.Property(c => c.Question).HasMaxLength(4000);
        builder.Property(c => c.OpenedBy).HasJson(600);
        builder.Property(c => c.Summary).HasMaxLength(8000);
        builder.Property(c => c.ClosedBy!).HasJson(600);
        builder.HasOne<Process>().WithMany().HasForeignKey(c => c.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.Process, c.CreateTime, c.Id });
        builder.OwnsMany(c => c.Invited, invited =>
        {
            invited.ToTable("ConsultationInvitations");
            invited.WithOwner().HasForeignKey("ConsultationId");
            invited.HasKey("ConsultationId", nameof(InvitedOrganization.Organization));
            invited.Property(i => i.Organization).HasMaxLength(60);
        });
    }

    public void Configure(EntityTypeBuilder<ConsultationPosition> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Organization).HasMaxLength(60);
        builder.Property(p => p.Stance).HasConversion<string>().HasMaxLength(40);
        builder.Property(p => p.About).HasMaxLength(60);
        builder.Property(p => p.Reasons).HasMaxLength(4000);
        builder.Property(p => p.GivenBy).HasJson(600);
        builder.HasOne<Consultation>().WithMany().HasForeignKey(p => p.Consultation).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.Consultation, p.Organization, p.Revision }).IsUnique();
        builder.HasIndex(p => new { p.Consultation, p.CreateTime, p.Id });
    }
}
