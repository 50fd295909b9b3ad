using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Platform.Alerts;

/// <summary>For the store of a service that raises alerts about records of one kind.</summary>
/// <typeparam name="TSubject">Their id.</typeparam>
/// <typeparam name="TRecord">The records.</typeparam>
/// <param name="table">Where they are kept: each kind of record has a table of its own.</param>
public sealed class AlertConfiguration<TSubject, TRecord>(string table = "Alerts") : IEntityTypeConfiguration<Alert<TSubject>> where TSubject : struct, IStrongId<TSubject> where TRecord : class
{
    private const int EvidenceLength = Alert<TSubject>.MostEvidence * 130; // two resource names in one, and a comma

    public void Configure(EntityTypeBuilder<Alert<TSubject>> builder)
    {
        builder.ToTable(table);
        builder.Property(a => a.Id).ValueGeneratedNever().HasConversion<StrongIdConverter<AlertId>>();
        builder.Ignore(a => a.IsOpen);
        builder.Ignore(a => a.IsMasked);
        builder.Property(a => a.Kind).HasMaxLength(60);
        builder.Property(a => a.About).HasMaxLength(Alert<TSubject>.LongestAbout);
        builder.Property(a => a.Key).HasMaxLength(64);
        builder.Property(a => a.Severity).HasConversion<string>().HasMaxLength(40);
        builder.Property(a => a.Classification).HasConversion<string>().HasMaxLength(40);
        builder.Property(a => a.Evidence).HasJson(EvidenceLength);
        builder.Property(a => a.Facts).HasJson(4000);
        builder.Property(a => a.State).HasConversion<string>().HasMaxLength(40);
        builder.Property(a => a.AcknowledgedBy!).HasJson(600);
        builder.Property(a => a.AcknowledgeNote).HasMaxLength(Alert<TSubject>.LongestNote);
        builder.Property(a => a.ResolvedBy!).HasJson(600);
        builder.Property(a => a.ResolveReason).HasMaxLength(Alert<TSubject>.LongestNote);
        builder.HasOne<TRecord>().WithMany().HasForeignKey(a => a.Subject).OnDelete(DeleteBehavior.Restrict);
        // EF sends the updates of a table before its inserts, so what is over gives the key away before what follows takes it.
        builder.HasIndex(a => a.Key).IsUnique();
        builder.HasIndex(a => new { a.OverTime, a.Kind });
        builder.HasIndex(a => a.DueTime);
        builder.HasIndex(a => new { a.CreateTime, a.Id });
    }
}
