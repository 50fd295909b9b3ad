using Concord.Platform.Persistence;
using Concord.Roster.Mediators;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Roster.Acceptance;

internal sealed class PersonAcceptanceConfiguration : IEntityTypeConfiguration<PersonAcceptance>
{
    public void Configure(EntityTypeBuilder<PersonAcceptance> builder)
    {
        builder.ToTable("PersonAcceptances");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Ignore(a => a.Name).Ignore(a => a.RecordName).Ignore(a => a.Classification);
        builder.Property(a => a.Process).HasMaxLength(60);
        builder.Property(a => a.Party).HasMaxLength(200);
        builder.Property(a => a.Position).HasConversion<string>().HasMaxLength(20);
        builder.Property(a => a.Source).HasMaxLength(2000);
        builder.Property(a => a.RecordedBy).HasJson(Author.MaxLength);
        builder.Property(a => a.WithdrawReason).HasMaxLength(1000);
        builder.Property(a => a.WithdrawnBy!).HasJson(Author.MaxLength);
        builder.HasOne<Profile>().WithMany().HasForeignKey(a => a.Profile).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.Profile, a.CreateTime, a.Id });
        builder.HasIndex(a => new { a.Process, a.WithdrawTime }); // a search asks for all of a process that stand
    }
}
