using Concord.Designation.Processes;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Objections;

internal sealed class ObjectionConfiguration : IEntityTypeConfiguration<Objection>, IEntityTypeConfiguration<NoLeadDecision>
{
    public void Configure(EntityTypeBuilder<Objection> builder)
    {
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Ignore(o => o.Name);
        builder.Property(o => o.Organization).HasMaxLength(60);
        builder.Property(o => o.Party).HasMaxLength(200);
        builder.Property(o => o.Text).HasMaxLength(4000);
        builder.Property(o => o.RaisedBy).HasJson(600);
        builder.Property(o => o.AnswerText).HasMaxLength(4000);
        builder.Property(o => o.AnsweredBy!).HasJson(600);
        builder.Property(o => o.WithdrawReason).HasMaxLength(2000);
        builder.Property(o => o.WithdrawnBy!).HasJson(600);
        builder.HasOne<Process>().WithMany().HasForeignKey(o => o.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(o => new { o.Process, o.CreateTime, o.Id });
    }

    public void Configure(EntityTypeBuilder<NoLeadDecision> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Ignore(d => d.Name);
        builder.Property(d => d.Disagreed).HasJson(300_000);
        builder.Property(d => d.Reason).HasMaxLength(4000);
        builder.Property(d => d.Next).HasMaxLength(4000);
        builder.Property(d => d.RecordedBy).HasJson(600);
        builder.HasOne<Process>().WithMany().HasForeignKey(d => d.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => new { d.Process, d.CreateTime, d.Id });
    }
}
