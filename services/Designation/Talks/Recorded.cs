using Concord.Designation.Processes;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Designation.Talks;

/// <summary>What was recorded is not changed: it is withdrawn, and recorded anew where it was wrong.</summary>
/// <param name="Reason">Why.</param>
/// <param name="By">Who withdrew it.</param>
/// <param name="Time">When, UTC.</param>
internal sealed record RecordWithdrawal(string Reason, Signature By, DateTime Time);

/// <summary>Something of the talks as somebody recorded it. What came of it later is appended beside it (<see cref="FollowUp"/>).</summary>
internal abstract class Recorded<TSelf, TId, TContent> : IVersioned, IListed<TId>
    where TSelf : Recorded<TSelf, TId, TContent>, new() where TId : struct, IStrongId<TId> where TContent : class, IContent<TContent>
{
    public TId Id { get; private set; }
    public ProcessId Process { get; private set; }

    [Personal]
    public TContent Content { get; private set; } = null!;
    public Signature RecordedBy { get; private set; } = new(null, "");

    /// <summary>Null while it stands.</summary>
    [Personal]
    public RecordWithdrawal? Withdrawn { get; private set; }
    public DateTime CreateTime { get; private set; }
    public long Version { get; set; }
    public string Name => $"{Process}/{Id}";

    public static TSelf Record(Process process, TContent content, Caller caller, DateTime now)
    {
        process.RequireOpen();
        var check = new Violations();
        var record = new TSelf { Id = TId.From(Guid.CreateVersion7()), Process = process.Id, RecordedBy = Signature.Of(caller), CreateTime = now };
        record.Content = content.Checked(check);
        record.CheckAt(record.Content, now, check);
        check.ThrowIfAny();
        return record;
    }

    public void Withdraw(string? reason, Caller caller, DateTime now)
    {
        var check = new Violations();
        var why = check.Text(reason, "reason", 2000);
        check.ThrowIfAny();
        RequireStanding();
        Withdrawn = new RecordWithdrawal(why, Signature.Of(caller), now);
    }

    /// <summary>Refuses where it was withdrawn: nothing more comes of it.</summary>
    protected void RequireStanding()
    {
        if (Withdrawn is not null)
        {
            throw Fail.Because(DesignationReasons.RecordWithdrawn, "It was withdrawn.", ("withdrawTime", Withdrawn.Time.ToString("O", System.Globalization.CultureInfo.InvariantCulture)));
        }
    }

    /// <summary>What depends on the time it is recorded.</summary>
    protected virtual void CheckAt(TContent content, DateTime now, Violations check)
    {
    }
}

internal abstract class RecordedConfiguration<TRecord, TId, TContent>(int contentLength) : IEntityTypeConfiguration<TRecord>
    where TRecord : Recorded<TRecord, TId, TContent>, new() where TId : struct, IStrongId<TId> where TContent : class, IContent<TContent>
{
    public virtual void Configure(EntityTypeBuilder<TRecord> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Ignore(r => r.Name);
        builder.Property(r => r.Content).HasJson(contentLength);
        builder.Property(r => r.RecordedBy).HasJson(600);
        builder.Property(r => r.Withdrawn!).HasJson(15_000);
        builder.HasOne<Process>().WithMany().HasForeignKey(r => r.Process).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.Process, r.CreateTime, r.Id });
    }
}
