using Concord.Platform.Persistence;
using Concord.Platform.Sealing;
using Concord.Roster.Mediators;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Roster.Standby.Calls;

internal sealed class CallConfiguration : IEntityTypeConfiguration<StandbyCall>
{
    // Every text at its longest, each character in the six that JSON may take for it, and what stands between them.
    private const int LongestRemark = 7_000;
    private const int LongestText = 4_000;

    public void Configure(EntityTypeBuilder<StandbyCall> builder)
    {
        builder.ToTable("StandbyCalls");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Ignore(c => c.Name).Ignore(c => c.RecordName);
        builder.Property(c => c.Classification).HasConversion<string>().HasMaxLength(30);
        builder.Property(c => c.Outcome).HasConversion<string>().HasMaxLength(20);
        builder.Property(c => c.Remark!).IsSealed(LongestRemark);
        builder.Property(c => c.RecordedBy).HasJson(Author.MaxLength);
        builder.Property(c => c.LinkText!).IsSealed(LongestText);
        builder.Property(c => c.LinkHash).HasMaxLength(64);
        builder.HasOne<StandbyRequest>().WithMany().HasForeignKey(c => c.Request).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Profile>().WithMany().HasForeignKey(c => c.Profile).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => c.LinkHash);
        builder.HasIndex(c => new { c.Request, c.CreateTime, c.Id });
    }
}
