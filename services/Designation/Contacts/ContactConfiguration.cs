using Concord.Designation.Processes;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Contacts;

internal sealed class ContactConfiguration : IEntityTypeConfiguration<Contact>
{
    public void Configure(EntityTypeBuilder<Contact> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Ignore(c => c.Name);
        builder.Ignore(c => c.RecordName);
        builder.Property(c => c.Situation).HasMaxLength(60);
        builder.Property(c => c.Parties).HasJson(200_000); // ten parties of two long texts each, as JSON escapes them
        builder.Property(c => c.ThirdParties).HasJson(20_000);
        builder.Property(c => c.PartyKeys).HasMaxLength(KeysLength(ContactCheck.MostParties));
        builder.Property(c => c.UnfavourableKeys).HasMaxLength(KeysLength(ContactCheck.MostParties));
        builder.Property(c => c.ThirdPartyKeys).HasMaxLength(KeysLength(ContactCheck.MostThirdParties));
        builder.Property(c => c.When!).HasJson(200);
        builder.Property(c => c.Where).HasJson(2000);
        builder.Property(c => c.Kind).HasConversion<string>().HasMaxLength(40);
        builder.Property(c => c.MadeBy!).HasJson(2000);
        builder.Property(c => c.Level).HasConversion<string>().HasMaxLength(40);
        builder.Property(c => c.Topics).HasJson(20_000);
        builder.Property(c => c.Source).HasMaxLength(1000);
        builder.Property(c => c.Reliability).HasConversion<string>().HasMaxLength(40);
        builder.Property(c => c.Exposure).HasConversion<string>().HasMaxLength(40);
        builder.Property(c => c.Exposed).HasMaxLength(2000);
        builder.Property(c => c.Classification).HasConversion<string>().HasMaxLength(40);
        builder.Property(c => c.Organization).HasMaxLength(60);
        builder.Property(c => c.RecordedBy).HasJson(600);
        builder.Property(c => c.State).HasConversion<string>().HasMaxLength(40);
        builder.Property(c => c.CloseReason).HasMaxLength(2000);
        builder.Property(c => c.ClosedBy!).HasJson(600);
        builder.Property(c => c.ImportKey).HasMaxLength(240);
        builder.Property(c => c.ImportDigest).HasMaxLength(64);
        builder.HasOne<Process>().WithMany().HasForeignKey(c => c.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.Process, c.CreateTime, c.Id });
        builder.HasIndex(c => new { c.Situation, c.State });
        builder.HasIndex(c => new { c.Process, c.Organization, c.ImportKey }).IsUnique();
    }

    private static int KeysLength(int most) => ((ActorKey.Longest + 1) * most) + 1;
}
