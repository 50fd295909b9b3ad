using Concord.Designation.Parties;
using Concord.Designation.Processes;
using Concord.Designation.Situations;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Spoilers;

internal sealed class SpoilerConfiguration : IEntityTypeConfiguration<Spoiler>
{
    public void Configure(EntityTypeBuilder<Spoiler> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Ignore(s => s.Name);
        builder.Property(s => s.Judgement).HasJson(110_000);
        builder.Property(s => s.Reviews).HasJson(3_000_000); // a hundred of them, as JSON escapes them
        builder.Property(s => s.Strategy).HasConversion<string>().HasMaxLength(40);
        builder.Property(s => s.By).HasJson(600);
        builder.Property(s => s.End!).HasJson(Closing.Length);
        builder.HasOne<Process>().WithMany().HasForeignKey(s => s.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Party>().WithMany().HasForeignKey(s => s.Party).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.Process, s.CreateTime, s.Id });
    }
}
