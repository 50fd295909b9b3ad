using Concord.Platform.Persistence;
using Concord.Roster.Mediators;
using Concord.Roster.Standby;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Roster.Deployments;

internal sealed class DeploymentConfiguration : IEntityTypeConfiguration<Deployment>
{
    public void Configure(EntityTypeBuilder<Deployment> builder)
    {
        builder.ToTable("Deployments");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Ignore(d => d.RecordName).Ignore(d => d.Editable).Ignore(d => d.Duty).Ignore(d => d.IsHeld);
        builder.Property(d => d.Classification).HasConversion<string>().HasMaxLength(30);
        builder.Property(d => d.Function).HasConversion<string>().HasMaxLength(30);
        builder.Property(d => d.Mode).HasConversion<string>().HasMaxLength(20);
        builder.Property(d => d.LeadAgreement!).HasJson(LeadAgreement.MaxLength);
        builder.Property(d => d.Tasks).HasMaxLength(4000);
        builder.Property(d => d.ReportsTo).HasMaxLength(300);
        builder.Property(d => d.Security).HasJson(1500);
        builder.Property(d => d.Travel).HasJson(1500);
        builder.Property(d => d.Briefings).HasJson(60_000);
        builder.Property(d => d.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(d => d.CancelReason).HasMaxLength(1000);
        builder.HasOne<StandbyRequest>().WithMany().HasForeignKey(d => d.Request).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Profile>().WithMany().HasForeignKey(d => d.Profile).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => d.State);
        builder.HasIndex(d => new { d.CreateTime, d.Id });
    }
}
