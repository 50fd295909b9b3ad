using Concord.Designation.Processes;
using Concord.Designation.Situations;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Ripeness;

internal sealed class RipenessConfiguration : IEntityTypeConfiguration<RipenessFactor>
{
    public void Configure(EntityTypeBuilder<RipenessFactor> builder)
    {
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Ignore(f => f.Name);
        builder.Property(f => f.Kind).HasConversion<string>().HasMaxLength(40);
        builder.Property(f => f.Direction).HasConversion<string>().HasMaxLength(40);
        builder.Property(f => f.Statement).HasMaxLength(2000);
        builder.Property(f => f.Source).HasMaxLength(1000);
        builder.Property(f => f.By).HasJson(600);
        builder.Property(f => f.Retraction!).HasJson(Closing.Length);
        builder.HasOne<Process>().WithMany().HasForeignKey(f => f.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(f => new { f.Process, f.CreateTime, f.Id });
    }
}
