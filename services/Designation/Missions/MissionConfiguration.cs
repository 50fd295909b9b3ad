using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Missions;

internal sealed class MissionConfiguration : IEntityTypeConfiguration<Mission>, IEntityTypeConfiguration<MissionTerm>, IEntityTypeConfiguration<ServedRecord>
{
    public void Configure(EntityTypeBuilder<Mission> builder)
    {
        builder.ToTable("Missions");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Ignore(m => m.RecordName);
        builder.Property(m => m.Title).HasMaxLength(200);
        builder.Property(m => m.Countries).HasJson(400);
        builder.Property(m => m.MandateOrgan).HasMaxLength(200);
        builder.Property(m => m.MandateReference).HasMaxLength(400);
        builder.Property(m => m.Classification).HasConversion<string>().HasMaxLength(40);
        builder.Property(m => m.OpenedBy).HasJson(600);
        builder.Property(m => m.CloseReason).HasMaxLength(2000);
        builder.Property(m => m.ClosedBy!).HasJson(600);
        builder.HasIndex(m => new { m.CreateTime, m.Id });
    }

    public void Configure(EntityTypeBuilder<MissionTerm> builder)
    {
        builder.ToTable("MissionTerms");
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Post).HasConversion<string>().HasMaxLength(40);
        builder.Property(t => t.Account).HasMaxLength(60);
        builder.Property(t => t.Reason).HasMaxLength(2000);
        builder.Property(t => t.AppointedBy!).HasJson(600);
        builder.Property(t => t.EndReason).HasMaxLength(2000);
        builder.Property(t => t.EndedBy!).HasJson(600);
        builder.HasOne<Mission>().WithMany().HasForeignKey(t => t.Mission).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(t => new { t.Mission, t.CreateTime, t.Id });
        builder.HasIndex(t => t.Account);
    }

    public void Configure(EntityTypeBuilder<ServedRecord> builder)
    {
        builder.ToTable("MissionServedRecords");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Record).HasMaxLength(60);
        builder.Property(s => s.AddedBy).HasJson(600);
        builder.Property(s => s.EndReason).HasMaxLength(2000);
        builder.Property(s => s.EndedBy!).HasJson(600);
        builder.HasOne<Mission>().WithMany().HasForeignKey(s => s.Mission).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.Record, s.Mission });
        builder.HasIndex(s => new { s.Mission, s.CreateTime, s.Id });
    }
}
