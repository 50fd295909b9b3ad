using Concord.Designation.Processes;
using Concord.Designation.Situations;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Measures;

internal sealed class MeasureConfiguration : IEntityTypeConfiguration<Measure>
{
    public void Configure(EntityTypeBuilder<Measure> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Ignore(m => m.Name);
        builder.Property(m => m.Kind).HasConversion<string>().HasMaxLength(40);
        builder.Property(m => m.Author).HasMaxLength(60);
        builder.Property(m => m.AuthorDisplayName).HasMaxLength(400);
        builder.Property(m => m.Statement).HasMaxLength(4000);
        builder.Property(m => m.Parties).HasJson(2000);
        builder.Property(m => m.Source).HasMaxLength(1000);
        builder.Property(m => m.By).HasJson(600);
        builder.Property(m => m.End!).HasJson(Closing.Length);
        builder.HasOne<Process>().WithMany().HasForeignKey(m => m.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => new { m.Process, m.CreateTime, m.Id });
    }
}
