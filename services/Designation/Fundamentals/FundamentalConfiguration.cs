using Concord.Designation.Processes;
using Concord.Designation.Situations;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Fundamentals;

internal sealed class FundamentalConfiguration : IEntityTypeConfiguration<FundamentalStatement>
{
    public void Configure(EntityTypeBuilder<FundamentalStatement> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Ignore(s => s.Name);
        builder.Property(s => s.Fundamental).HasConversion<string>().HasMaxLength(60);
        builder.Property(s => s.Statement).HasMaxLength(4000);
        builder.Property(s => s.By).HasJson(600);
        builder.Property(s => s.Retraction!).HasJson(Closing.Length);
        builder.HasOne<Process>().WithMany().HasForeignKey(s => s.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.Process, s.CreateTime, s.Id });
    }
}
