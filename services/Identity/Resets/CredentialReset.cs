using Concord.Identity.Accounts;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Concord.Identity.Resets;

internal readonly record struct ResetId(Guid Value) : IStrongId<ResetId>
{
    public static string Collection => "resets";
    public static ResetId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out ResetId id) => StrongId.TryParse(segment, out id);
    public static ResetId New() => new(Guid.CreateVersion7());
    public static bool operator >(ResetId left, ResetId right) => left.Value > right.Value;
    public static bool operator <(ResetId left, ResetId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}

/// <summary>What was replaced of that by which a person signs in.</summary>
internal enum ResetKind
{
    /// <summary>A one-time password was given.</summary>
    Password = 1,

    /// <summary>All second factors were removed, and with them the links to providers that vouch for one.</summary>
    Factors,

    /// <summary>One such link was removed.</summary>
    Link,
}

/// <summary>
/// That administrators replaced what a person signs in by. Whoever had a hand in it may have come in as that person since, and have set up a factor that is not the person's: so for
/// <see cref="Counts"/> neither proposes a high right for the account nor agrees to one. Never rewritten.
/// </summary>
internal sealed class CredentialReset
{
    /// <summary>Longer than a leave: whoever is away does not notice that the old password is no longer good.</summary>
    public static readonly TimeSpan Counts = TimeSpan.FromDays(30);

    private CredentialReset() { } // EF

    public ResetId Id { get; private init; }
    public AccountId Account { get; private init; }
    public ResetKind Kind { get; private init; }

    /// <summary>The administrator who did it or proposed it, <c>accounts/{uuid}</c>.</summary>
    public string By { get; private init; } = "";

    /// <summary>The one who agreed; null where nobody was asked, and for a password, which only the first one sees.</summary>
    public string? ApprovedBy { get; private init; }
    public DateTime CreateTime { get; private init; }

    public static CredentialReset Of(AccountId account, ResetKind kind, string by, string? approvedBy, DateTime now) =>
        new() { Id = ResetId.New(), Account = account, Kind = kind, By = by, ApprovedBy = approvedBy, CreateTime = now };
}

internal sealed class CredentialResetConfiguration : IEntityTypeConfiguration<CredentialReset>
{
    public void Configure(EntityTypeBuilder<CredentialReset> builder)
    {
        builder.ToTable("CredentialResets");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Kind).HasConversion<string>().HasMaxLength(40);
        builder.Property(r => r.By).HasMaxLength(60);
        builder.Property(r => r.ApprovedBy).HasMaxLength(60);
        builder.HasOne<Account>().WithMany().HasForeignKey(r => r.Account).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.Account, r.CreateTime });
    }
}
