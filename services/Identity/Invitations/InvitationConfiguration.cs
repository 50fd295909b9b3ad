using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Identity.Invitations;

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("Invitations");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Email).HasMaxLength(200);
        builder.Property(i => i.DisplayName).HasMaxLength(200);
        builder.Property(i => i.Organization).HasMaxLength(60);
        builder.Property(i => i.Roles).HasJson(600);
        builder.Property(i => i.Clearance).HasConversion<string>().HasMaxLength(40);
        builder.Property(i => i.Language).HasMaxLength(10);
        builder.Property(i => i.TokenHash).HasMaxLength(64);
        builder.Property(i => i.OpenKey).HasMaxLength(200);
        builder.Property(i => i.State).HasConversion<string>().HasMaxLength(40);
        builder.Property(i => i.InvitedBy).HasMaxLength(60);
        builder.Property(i => i.InvitedByName).HasMaxLength(200);
        builder.Property(i => i.Account).HasMaxLength(60);
        builder.HasIndex(i => i.TokenHash).IsUnique();
        builder.HasIndex(i => i.OpenKey).IsUnique();
        builder.HasIndex(i => new { i.CreateTime, i.Id });
        builder.HasIndex(i => new { i.Organization, i.State });
        builder.HasIndex(i => i.ExpireTime);
    }
}
