using Concord.Platform.Persistence;
using Concord.Roster.Mediators;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Roster.SharingAgreements;

internal sealed class SharingAgreementConfiguration : IEntityTypeConfiguration<SharingAgreement>
{
    public void Configure(EntityTypeBuilder<SharingAgreement> builder)
    {
        builder.ToTable("SharingAgreements");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Owner).HasMaxLength(60);
        builder.Property(a => a.OwnerName).HasMaxLength(200);
        builder.Property(a => a.Purpose).HasMaxLength(2000);
        builder.Property(a => a.ExposedToReprisals).HasMaxLength(2000);
        builder.Property(a => a.Scope).HasJson(15_000);
        builder.Property(a => a.Fields).HasConversion(SkillText.Words<SharedFields>(), SkillText.SameItems<SharedFields>()).HasMaxLength(200);
        builder.Property(a => a.ProposedBy).HasJson(Author.MaxLength);
        builder.Property(a => a.ApprovedBy!).HasJson(Author.MaxLength);
        builder.Property(a => a.EndedBy!).HasJson(Author.MaxLength);
        builder.Property(a => a.EndReason).HasMaxLength(2000);
        builder.HasMany(a => a.Receivers).WithOne().HasForeignKey(r => r.Agreement).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(a => a.Receivers).HasField("_receivers").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
        builder.HasIndex(a => new { a.CreateTime, a.Id });
        builder.HasIndex(a => new { a.Owner, a.CreateTime, a.Id });
        builder.HasIndex(a => a.UntilDay);
    }
}

internal sealed class AgreementReceiverConfiguration : IEntityTypeConfiguration<AgreementReceiver>
{
    public void Configure(EntityTypeBuilder<AgreementReceiver> builder)
    {
        builder.ToTable("SharingAgreementReceivers");
        builder.HasKey(r => new { r.Agreement, r.Organization });
        builder.Property(r => r.Organization).HasMaxLength(60);
        builder.Property(r => r.OrganizationName).HasMaxLength(200);
        builder.Property(r => r.AgreedBy!).HasJson(Author.MaxLength);
        builder.Property(r => r.LeftBy!).HasJson(Author.MaxLength);
        builder.Property(r => r.LeaveReason).HasMaxLength(2000);
        builder.Ignore(r => r.IsBound);
        builder.HasIndex(r => r.Organization);
    }
}
