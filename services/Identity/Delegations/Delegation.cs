using Concord.Identity.Accounts;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;

namespace Concord.Identity.Delegations;

internal readonly record struct DelegationId(Guid Value) : IStrongId<DelegationId>
{
    public static string Collection => "delegations";
    public static DelegationId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out DelegationId id) => StrongId.TryParse(segment, out id);
    public static DelegationId New() => new(Guid.CreateVersion7());
    public static bool operator >(DelegationId left, DelegationId right) => left.Value > right.Value;
    public static bool operator <(DelegationId left, DelegationId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}

/// <summary>Who acts for somebody, from when until when.</summary>
/// <param name="Delegate">Resource name of the account, <c>accounts/{uuid}</c>; or say the e-mail address.</param>
/// <param name="Email">Sign-in name of the account, in place of its resource name.</param>
/// <param name="Reason">Why; 1 to 2000 characters.</param>
/// <param name="FromTime">Since when, UTC; now where absent. Not in the past, and at most 366 days from now.</param>
/// <param name="UntilTime">When it ends by itself, UTC; at most 60 days after its beginning.</param>
internal sealed record NameDelegate(string? Delegate, string? Email, string? Reason, DateTime? FromTime, DateTime? UntilTime);

/// <summary>
/// A colleague who may act for somebody who is away (R137). The delegate chooses to in a session and remains who he is: what is done says both. High rights and places in compartments stay with their holders.
/// Rows end and are never rewritten.
/// </summary>
internal sealed class Delegation : IVersioned, IListed<DelegationId>
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(60);
    public static readonly TimeSpan FarthestAhead = TimeSpan.FromDays(366);

    private Delegation() { } // EF

    public DelegationId Id { get; private init; }

    /// <summary>Who is away.</summary>
    public AccountId Person { get; private init; }

    /// <summary>Who may act for that person.</summary>
    public AccountId Delegate { get; private init; }

    [Personal]
    public string Reason { get; private init; } = "";

    /// <summary>The person, or the administrator who named the delegate, <c>accounts/{uuid}</c>.</summary>
    public string NamedBy { get; private init; } = "";
    public DateTime CreateTime { get; private init; }
    public DateTime FromTime { get; private init; }

    /// <summary>When it ends by itself.</summary>
    public DateTime UntilTime { get; private init; }

    /// <summary>When somebody ended it before that.</summary>
    public DateTime? EndTime { get; private set; }
    public string? EndedBy { get; private set; }

    [Personal]
    public string? EndReason { get; private set; }
    public long Version { get; set; }

    /// <summary>
    /// The roles of a person that another one can act in: who keeps accounts, and who reads the audit chains, does that in person. Who acts for one who decides who leads is named by that one and by no
    /// administrator, who gives the role to nobody alone either.
    /// </summary>
    public static IReadOnlyList<string> RolesOf(Account person, bool byThePerson) => [.. person.Roles.Except(byThePerson ? Contracts.Access.Roles.OfKeepers : Contracts.Access.Roles.GivenByTwo)];

    /// <summary>Whether the person named the delegate, and no administrator did.</summary>
    public bool IsByThePerson => NamedBy == Person.ToString();

    public bool IsCurrent(DateTime now) => EndTime is null && FromTime <= now && UntilTime > now;

    /// <summary>Refuses what could not be named, whoever it were.</summary>
    public static void Check(NameDelegate request, DateTime now)
    {
        var check = new Violations();
        var one = (request.Delegate is null) != (request.Email is null);
        check.Check(one, "delegate", "Say the account or its e-mail address, and not both.");
        check.Check(!one || request.Delegate is null || ResourceName.IsIn("accounts", request.Delegate), "delegate", "Expected the form accounts/{uuid}.");
        check.Text(request.Reason, "reason", 2000);
        var from = Instant.Utc(request.FromTime ?? now);
        var until = Instant.Utc(check.Required(request.UntilTime, "untilTime"));
        check.Check(from >= now && from <= now + FarthestAhead, "fromTime", $"Not in the past, at most {FarthestAhead.Days} days from now; leave it out for now.");
        check.Check(request.UntilTime is null || (until > now && until > from && until - from <= Longest), "untilTime", $"Lies in the future, at most {Longest.Days} days after the beginning.");
        check.ThrowIfAny();
    }

    /// <param name="person">Who is away.</param>
    /// <param name="colleague">Who acts; null where there is no such account.</param>
    /// <param name="request">Checked already.</param>
    /// <param name="by">Who names the delegate.</param>
    /// <param name="now">Now, UTC.</param>
    public static Delegation Begin(Account person, Account? colleague, NameDelegate request, string by, DateTime now)
    {
        if (!person.Active)
        {
            throw Fail.Because(IdentityReasons.AccountInactive, IdentityReasons.AccountInactive.Title);
        }

        if (colleague is not { Active: true } || colleague.Id == person.Id || colleague.Organization != person.Organization)
        {
            throw Fail.Because(IdentityReasons.NotAColleague, IdentityReasons.NotAColleague.Title);
        }

        if (RolesOf(person, by == person.Id.ToString()).Count == 0)
        {
            throw Fail.Because(IdentityReasons.NothingToDelegate, IdentityReasons.NothingToDelegate.Title);
        }

        return new Delegation
        {
            Id = DelegationId.New(),
            Person = person.Id,
            Delegate = colleague.Id,
            Reason = request.Reason!.Trim(),
            NamedBy = by,
            CreateTime = now,
            FromTime = Instant.Truncate(Instant.Utc(request.FromTime ?? now)),
            UntilTime = Instant.Truncate(Instant.Utc(request.UntilTime!.Value)),
        };
    }

    /// <summary>Takes it back.</summary>
    public void Withdraw(string? reason, string by, DateTime now)
    {
        var check = new Violations();
        var why = check.OptionalText(reason, "reason", 2000);
        check.ThrowIfAny();
        if (EndTime is not null || UntilTime <= now)
        {
            throw Fail.Because(IdentityReasons.DelegationEnded, IdentityReasons.DelegationEnded.Title);
        }

        End(why, by, now);
    }

    /// <summary>It has no sense any more.</summary>
    public void End(string? reason, string by, DateTime now) => (EndTime, EndedBy, EndReason) = (now, by, reason);
}
