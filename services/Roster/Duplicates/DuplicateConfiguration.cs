using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Roster.Duplicates;

internal sealed class DuplicateConfiguration : IEntityTypeConfiguration<Duplicate>
{
    public void Configure(EntityTypeBuilder<Duplicate> builder)
    {
        builder.ToTable("Duplicates");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Ignore(d => d.Other);
        builder.Property(d => d.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(d => d.Reason).HasMaxLength(1000);
        builder.Property(d => d.SaidBy).HasJson(Author.MaxLength);
        builder.Property(d => d.AgreedBy!).HasJson(Author.MaxLength);
        builder.Property(d => d.Before!).HasJson(10_000);
        builder.HasIndex(d => new { d.First, d.Second }).IsUnique();
        builder.HasIndex(d => d.Second);
        builder.HasIndex(d => new { d.CreateTime, d.Id });
    }
}
