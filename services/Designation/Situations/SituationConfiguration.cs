using Concord.Designation.Processes;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Situations;

internal sealed class SituationConfiguration : IEntityTypeConfiguration<Situation>, IEntityTypeConfiguration<RegionalLink>
{
    public void Configure(EntityTypeBuilder<Situation> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Ignore(s => s.RecordName);
        builder.Property(s => s.Title).HasMaxLength(200);
        builder.Property(s => s.Description).HasMaxLength(4000);
        builder.Property(s => s.Countries).HasJson(400);
        builder.Property(s => s.Region).HasMaxLength(3);
        builder.Property(s => s.Classification).HasConversion<string>().HasMaxLength(40);
        builder.Property(s => s.Keeper).HasMaxLength(60);
        builder.Property(s => s.OpenedBy).HasJson(600);
        builder.HasIndex(s => new { s.CreateTime, s.Id });
    }

    public void Configure(EntityTypeBuilder<RegionalLink> builder)
    {
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.Ignore(l => l.From);
        builder.Ignore(l => l.To);
        builder.Property(l => l.Kind).HasConversion<string>().HasMaxLength(40);
        builder.Property(l => l.Reason).HasMaxLength(2000);
        builder.Property(l => l.By).HasJson(600);
        builder.Property(l => l.End!).HasJson(Closing.Length);
        builder.HasOne<Process>().WithMany().HasForeignKey(l => l.FromProcess).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Process>().WithMany().HasForeignKey(l => l.ToProcess).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Situation>().WithMany().HasForeignKey(l => l.FromSituation).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Situation>().WithMany().HasForeignKey(l => l.ToSituation).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(l => new { l.CreateTime, l.Id });
    }
}
