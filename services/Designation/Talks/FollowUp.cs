using Concord.Designation.Processes;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Talks;

/// <summary>What came of a record.</summary>
/// <param name="On">Day; not in the future.</param>
/// <param name="Text">1 to 4000 characters.</param>
/// <param name="Delegation">Resource name of the delegation whose answer it is; absent where it is nobody's, or the mediator's.</param>
internal sealed record AddFollowUp(DateOnly? On, string? Text, string? Delegation);

/// <summary>What came of a record later; appended, never rewritten.</summary>
internal sealed class FollowUp : IListed<FollowUpId>
{
    private FollowUp() { } // EF

    public FollowUpId Id { get; private init; }
    public ProcessId Process { get; private init; }

    /// <summary>Resource name of the record.</summary>
    public string Record { get; private init; } = "";
    public DateOnly On { get; private init; }

    [Personal]
    public string Text { get; private init; } = "";

    /// <summary>Resource name; null where it is no delegation's.</summary>
    public string? Delegation { get; private init; }

    /// <summary>Whether an offer was taken up; null where nothing was offered.</summary>
    public bool? Accepted { get; private init; }
    public Signature By { get; private init; } = new(null, "");
    public DateTime CreateTime { get; private init; }

    public static FollowUp To(ProcessId process, string record, AddFollowUp given, bool? accepted, Caller caller, DateTime now)
    {
        var check = new Violations();
        var followUp = new FollowUp
        {
            Id = FollowUpId.New(),
            Process = process,
            Record = record,
            On = check.Past(given.On, "on", now),
            Text = check.Text(given.Text, "text", 4000),
            Delegation = given.Delegation,
            Accepted = accepted,
            By = Signature.Of(caller),
            CreateTime = now,
        };
        check.ThrowIfAny();
        return followUp;
    }
}

internal sealed class FollowUpConfiguration : IEntityTypeConfiguration<FollowUp>
{
    public void Configure(EntityTypeBuilder<FollowUp> builder)
    {
        builder.ToTable("FollowUps");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Record).HasMaxLength(120);
        builder.Property(f => f.Text).HasMaxLength(4000);
        builder.Property(f => f.Delegation).HasMaxLength(120);
        builder.Property(f => f.By).HasJson(600);
        builder.HasOne<Process>().WithMany().HasForeignKey(f => f.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(f => new { f.Record, f.CreateTime, f.Id });
    }
}
