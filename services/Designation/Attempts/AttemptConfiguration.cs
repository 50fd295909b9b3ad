using Concord.Designation.Processes;
using Concord.Designation.Situations;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Attempts;

internal sealed class AttemptConfiguration : IEntityTypeConfiguration<Attempt>
{
    public void Configure(EntityTypeBuilder<Attempt> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Ignore(a => a.Name);
        builder.Ignore(a => a.HasFailed);
        builder.Property(a => a.Who).HasMaxLength(400);
        builder.Property(a => a.By).HasConversion<string>().HasMaxLength(40);
        builder.Property(a => a.Form).HasConversion<string>().HasMaxLength(40);
        builder.Property(a => a.Outcome).HasConversion<string>().HasMaxLength(40);
        builder.Property(a => a.Reason).HasMaxLength(4000);
        builder.Property(a => a.Source).HasMaxLength(1000);
        builder.Property(a => a.RecordedBy).HasJson(600);
        builder.Property(a => a.Retraction!).HasJson(Closing.Length);
        builder.HasOne<Process>().WithMany().HasForeignKey(a => a.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.Process, a.CreateTime, a.Id });
    }
}
