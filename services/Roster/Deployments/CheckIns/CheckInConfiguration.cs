using Concord.Platform.Persistence;
using Concord.Platform.Sealing;
using Concord.Roster.Mediators;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Roster.Deployments.CheckIns;

internal sealed class CheckInConfiguration : IEntityTypeConfiguration<CheckIn>
{
    // The text at its longest, each character in the six that JSON may take for it.
    private const int LongestNote = 13_000;

    public void Configure(EntityTypeBuilder<CheckIn> builder)
    {
        builder.ToTable("CheckIns");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Ignore(c => c.Name).Ignore(c => c.RecordName).Ignore(c => c.Classification);
        builder.Property(c => c.Kind).HasConversion<string>().HasMaxLength(20);
        builder.Property(c => c.Note!).IsSealed(LongestNote);
        builder.Property(c => c.RecordedBy).HasJson(Author.MaxLength);
        builder.HasOne<Deployment>().WithMany().HasForeignKey(c => c.Deployment).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Profile>().WithMany().HasForeignKey(c => c.Profile).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.Deployment, c.CreateTime, c.Id });
    }
}
