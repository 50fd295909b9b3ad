using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Identity.Mail;

/// <summary>What became of a mail.</summary>
internal enum MailState
{
    /// <summary>Not taken by the mail server yet; it is tried again.</summary>
    Waiting = 1,

    /// <summary>The mail server has taken it.</summary>
    Sent,

    /// <summary>The mail server does not take it, now or later: there is no such address, for instance.</summary>
    Refused,

    /// <summary>Not sent any more: what it speaks of is over.</summary>
    Dropped,
}

/// <summary>A mail on its way out. Written with the change that it tells of, and claimed by one sender at a time, so that a restart loses none.</summary>
internal sealed class OutgoingMail
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Resource name of what it speaks of.</summary>
    public required string About { get; init; }
    public required string To { get; init; }

    /// <summary>Subject and text, sealed by keys that are not in the store: a link in it opens an account. Null once nobody needs it any more.</summary>
    public required string? Content { get; set; }
    public MailState State { get; set; } = MailState.Waiting;

    /// <summary>Not before this instant. Doubles as the lease: a sender moves it forward before it sends.</summary>
    public required DateTime DueTime { get; set; }

    /// <summary>What it says is good no longer than this.</summary>
    public required DateTime ExpireTime { get; init; }
    public int Attempts { get; set; }

    /// <summary>The sender's turn that has it under lease, or had it last.</summary>
    public Guid? Claim { get; set; }

    /// <summary>Type of the last error; never its text, which could carry the address.</summary>
    public string? LastError { get; set; }
    public required DateTime CreateTime { get; init; }

    public void Drop()
    {
        if (State == MailState.Waiting)
        {
            (State, Content) = (MailState.Dropped, null);
        }
    }
}

internal sealed class OutgoingMailConfiguration : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        builder.ToTable("OutgoingMails");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.About).HasMaxLength(60);
        builder.Property(m => m.To).HasMaxLength(200);
        builder.Property(m => m.Content).HasMaxLength(10_000);
        builder.Property(m => m.State).HasConversion<string>().HasMaxLength(40);
        builder.Property(m => m.LastError).HasMaxLength(200);
        builder.HasIndex(m => new { m.State, m.DueTime });
        builder.HasIndex(m => m.About);
        builder.HasIndex(m => m.ExpireTime);
    }
}
