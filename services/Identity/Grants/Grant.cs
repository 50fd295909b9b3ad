using Concord.Contracts.Access;
using Concord.Identity.Accounts;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;

namespace Concord.Identity.Grants;

internal readonly record struct GrantId(Guid Value) : IStrongId<GrantId>
{
    public static string Collection => "grants";
    public static GrantId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out GrantId id) => StrongId.TryParse(segment, out id);
    public static GrantId New() => new(Guid.CreateVersion7());
    public static bool operator >(GrantId left, GrantId right) => left.Value > right.Value;
    public static bool operator <(GrantId left, GrantId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}

/// <summary>What an account is to get for a while.</summary>
/// <param name="Role">A role that it does not hold; may be absent where a clearance is given.</param>
/// <param name="Clearance">A higher clearance than it has; may be absent where a role is given.</param>
/// <param name="Reason">Why the person needs it; 1 to 2000 characters.</param>
/// <param name="UntilTime">When it ends by itself, UTC; at most 366 days from now.</param>
internal sealed record GiveGrant(string? Role, Classification? Clearance, string? Reason, DateTime? UntilTime);

/// <summary>A role, a higher clearance, or both, beside what an account holds anyway, until a day (R137). Rows end and are never rewritten: who might do what on a day can always be told.</summary>
internal sealed class Grant : IVersioned, IListed<GrantId>
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    private Grant() { } // EF

    public GrantId Id { get; private init; }
    public AccountId Account { get; private init; }
    public string? Role { get; private init; }
    public Classification? Clearance { get; private init; }

    [Personal]
    public string Reason { get; private init; } = "";

    /// <summary>Which administrator gave it, <c>accounts/{uuid}</c>.</summary>
    public string GivenBy { get; private init; } = "";

    /// <summary>The second administrator; null where it gives no high right, or there was nobody else to ask.</summary>
    public string? ApprovedBy { get; private init; }
    public DateTime CreateTime { get; private init; }

    /// <summary>When it ends by itself.</summary>
    public DateTime UntilTime { get; private init; }

    /// <summary>When somebody ended it before that.</summary>
    public DateTime? EndTime { get; private set; }
    public string? EndedBy { get; private set; }

    [Personal]
    public string? EndReason { get; private set; }
    public long Version { get; set; }

    /// <summary>Whether two administrators agree on it.</summary>
    public bool IsHigh => Contracts.Access.Roles.GivenByTwo.Contains(Role) || Clearance == Classification.StrictlyConfidential;

    public bool IsCurrent(DateTime now) => EndTime is null && UntilTime > now;

    /// <param name="account">Who gets it.</param>
    /// <param name="request">What.</param>
    /// <param name="by">Which administrator gives it.</param>
    /// <param name="approvedBy">Who has agreed; null where nobody was asked.</param>
    /// <param name="now">Now, UTC.</param>
    public static Grant Give(Account account, GiveGrant request, string by, string? approvedBy, DateTime now)
    {
        var check = new Violations();
        var reason = check.Text(request.Reason, "reason", 2000);
        var until = Instant.Utc(check.Required(request.UntilTime, "untilTime"));
        check.Check(request.UntilTime is null || (until > now && until <= now + Longest), "untilTime", $"Lies in the future, at most {Longest.Days} days from now.");
        check.Check(request.Role is not null || request.Clearance is not null, "role", "Say a role, a clearance, or both.");
        check.Check(request.Role is null || Contracts.Access.Roles.OfPeople.Contains(request.Role), "role", "There is no such role for people.");
        check.Check(request.Role is null || !account.Roles.Contains(request.Role), "role", "The account holds it anyway.");
        check.Check(request.Clearance is null || request.Clearance > account.Clearance, "clearance", "Not above what the account is cleared for anyway.");
        check.ThrowIfAny();
        if (!account.Active)
        {
            throw Fail.Because(IdentityReasons.AccountInactive, "Make the account active first.");
        }

        return new Grant
        {
            Id = GrantId.New(),
            Account = account.Id,
            Role = request.Role,
            Clearance = request.Clearance,
            Reason = reason,
            GivenBy = by,
            ApprovedBy = approvedBy,
            CreateTime = now,
            UntilTime = Instant.Truncate(until),
        };
    }

    /// <summary>Takes it away.</summary>
    public void Revoke(string? reason, string by, DateTime now)
    {
        var check = new Violations();
        var why = check.Text(reason, "reason", 2000);
        check.ThrowIfAny();
        if (!IsCurrent(now))
        {
            throw Fail.Because(IdentityReasons.GrantEnded, IdentityReasons.GrantEnded.Title);
        }

        End(why, by, now);
    }

    /// <summary>What it was given for is over.</summary>
    public void End(string reason, string by, DateTime now) => (EndTime, EndedBy, EndReason) = (now, by, reason);
}
