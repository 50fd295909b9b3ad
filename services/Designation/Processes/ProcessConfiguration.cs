using Concord.Designation.Situations;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Processes;

internal sealed class ProcessConfiguration : IEntityTypeConfiguration<Process>, IEntityTypeConfiguration<StateChange>
{
    public void Configure(EntityTypeBuilder<Process> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Title).HasMaxLength(200);
        builder.Property(p => p.Situation).HasMaxLength(4000);
        builder.Property(p => p.Language).HasMaxLength(10);
        builder.Property(p => p.Translations).HasJson(100_000);
        builder.Property(p => p.RestrictedBy).HasMaxLength(60);
        builder.Property(p => p.Organ).HasMaxLength(200);
        builder.Property(p => p.Persons).HasJson(2000);
        builder.Property(p => p.Kind).HasConversion<string>().HasMaxLength(40);
        builder.Property(p => p.SourceOfAuthority).HasConversion<string>().HasMaxLength(40);
        builder.Property(p => p.Classification).HasConversion<string>().HasMaxLength(40);
        builder.Property(p => p.State).HasConversion<string>().HasMaxLength(40);
        builder.Property(p => p.SuspendedFrom).HasConversion<string>().HasMaxLength(40);
        builder.Property(p => p.Means!).HasJson(1000);
        builder.Property(p => p.EntryPoint!).HasJson(3000);
        builder.HasOne<Situation>().WithMany().HasForeignKey(p => p.InSituation).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.CreateTime, p.Id });
        builder.OwnsMany(p => p.Countries, country =>
        {
            country.ToTable("ProcessCountries");
            country.WithOwner().HasForeignKey("ProcessId");
            country.HasKey("ProcessId", nameof(ProcessCountry.Code));
            country.Property(c => c.Code).HasMaxLength(3);
            country.HasIndex(c => c.Code);
        });
    }

    public void Configure(EntityTypeBuilder<StateChange> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.From).HasConversion<string>().HasMaxLength(40);
        builder.Property(c => c.To).HasConversion<string>().HasMaxLength(40);
        builder.Property(c => c.Reason).HasMaxLength(2000);
        builder.Property(c => c.By).HasJson(600);
        builder.HasOne<Process>().WithMany().HasForeignKey(c => c.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.Process, c.CreateTime, c.Id });
    }
}
