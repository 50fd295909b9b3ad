using Concord.Contracts.Access;
using Concord.Identity.Accounts;
using Concord.Identity.Delegations;
using Concord.Identity.Factors;
using Concord.Identity.Providers;
using Concord.Identity.Tokens;
using Concord.Platform.Audit;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Identity.Sessions;

internal readonly record struct SessionId(Guid Value) : IStrongId<SessionId>
{
    public static string Collection => "sessions";
    public static SessionId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out SessionId id) => StrongId.TryParse(segment, out id);
    public static SessionId New() => new(Guid.CreateVersion7());
    public static bool operator >(SessionId left, SessionId right) => left.Value > right.Value;
    public static bool operator <(SessionId left, SessionId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}

/// <summary>One sign-in of a person and everything that came from it. Where it ends, so does every token (<see cref="AccessNews"/>).</summary>
internal sealed class PersonSession : IVersioned, IListed<SessionId>
{
    /// <summary>After so long without a question for a token it ends: whoever works asks every quarter of an hour at least, and who has left for longer has left the browser to others.</summary>
    public static readonly TimeSpan LongestIdle = TimeSpan.FromHours(1);

    /// <summary>How long an ended session can be looked up.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private PersonSession() { } // EF

    public SessionId Id { get; private init; }
    public AccountId Account { get; private init; }

    /// <summary>What the browser says it is; so that a person can tell one session from another.</summary>
    [Personal]
    public string Program { get; private init; } = "";

    public DateTime CreateTime { get; private init; }

    public SessionUse Use { get; private init; } = null!;

    /// <summary>When it ends by itself.</summary>
    public DateTime ExpireTime { get; private init; }

    /// <summary>When somebody ended it before that.</summary>
    public DateTime? EndTime { get; private set; }

    /// <summary>Whether it began with the password; by a provider or with a passkey alone otherwise.</summary>
    public bool ByPassword { get; private init; }

    /// <summary>The link by which a provider vouched for the person when it began; it ends with that.</summary>
    public LinkId? Link { get; private init; }

    /// <summary>When the person showed the provider who they are, UTC; null where it did not say.</summary>
    public DateTime? LinkTime { get; private init; }

    /// <summary>When a second factor was shown in it last; on the row, so that whatever comes from the session sees it.</summary>
    public DateTime? StepUpTime { get; private set; }

    /// <summary>Which one that was.</summary>
    public FactorKind? StepUpBy { get; private set; }

    /// <summary>The delegation by which the person has chosen to act for somebody in it; null where for nobody. Whether it still counts is asked with each token.</summary>
    public DelegationId? ActsBy { get; private set; }

    /// <summary>Counts these choices: tokens of an earlier one are good no more, and those of other sessions go on.</summary>
    public long Epoch { get; private set; }
    public long Version { get; set; }

    /// <param name="account">Whose.</param>
    /// <param name="program">What the browser says it is.</param>
    /// <param name="first">How the person began.</param>
    /// <param name="second">The second factor that was shown; a passkey is both. Null where none is set up.</param>
    /// <param name="now">UTC.</param>
    public static PersonSession Begin(AccountId account, string program, FirstStep first, SecondShown? second, DateTime now) => new()
    {
        Id = SessionId.New(),
        Account = account,
        Program = new string([.. program.Where(c => !char.IsControl(c)).Take(200)]),
        CreateTime = now,
        Use = new SessionUse { LastTime = now },
        ExpireTime = now + TokenServer.SessionLifetime,
        ByPassword = first.ByPassword,
        Link = first.Link,
        LinkTime = first.LinkTime,
        StepUpTime = second?.Time,
        StepUpBy = second?.Factor,
    };

    /// <summary>When the person showed who they are to begin it, UTC; null where only a provider knows. A session may be younger than that: a provider vouches for a whole day.</summary>
    public DateTime? SignInTime => Link is null ? CreateTime : LinkTime;

    /// <summary>When the person last showed who they are, UTC; null where only a provider knows.</summary>
    public DateTime? AuthenticationTime => StepUpTime ?? SignInTime;

    /// <summary>A second factor was shown.</summary>
    public void Show(SecondShown second) => (StepUpTime, StepUpBy) = (second.Time, second.Factor);

    /// <summary>From the next token on the person acts for somebody, or for nobody.</summary>
    public void ActBy(DelegationId? delegation) => (ActsBy, Epoch) = (delegation, Epoch + 1);

    public bool IsOpen(DateTime now) => EndTime is null && ExpireTime > now && Use.LastTime > now - LongestIdle;

    public void End(DateTime now) => EndTime ??= now;
}

/// <summary>When a token was last asked for in a session; within the life of an access token of its last use. Apart, because it tells of no act.</summary>
internal sealed class SessionUse
{
    public SessionId Session { get; private init; }
    public required DateTime LastTime { get; set; }
}

internal sealed class SessionConfiguration : IEntityTypeConfiguration<PersonSession>, IEntityTypeConfiguration<SessionUse>
{
    public void Configure(EntityTypeBuilder<SessionUse> builder)
    {
        builder.ToTable("SessionUses");
        builder.HasKey(u => u.Session);
        builder.Property(u => u.Session).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<PersonSession> builder)
    {
        builder.ToTable("Sessions");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Program).HasMaxLength(200);
        builder.Property(s => s.StepUpBy).HasConversion<string>().HasMaxLength(40);
        builder.HasOne(s => s.Use).WithOne().HasForeignKey<SessionUse>(u => u.Session).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.Account).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(s => new { s.Account, s.CreateTime, s.Id });
        builder.HasIndex(s => s.ExpireTime);
    }
}
