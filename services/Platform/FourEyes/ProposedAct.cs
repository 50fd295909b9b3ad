using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;

namespace Concord.Platform.FourEyes;

public readonly record struct ProposedActId(Guid Value) : IStrongId<ProposedActId>
{
    public static string Collection => "approvals";
    public static ProposedActId From(Guid value) => new(value);
    public static bool TryParse(string? segment, out ProposedActId id) => StrongId.TryParse(segment, out id);
    public static ProposedActId New() => new(Guid.CreateVersion7());
    public static bool operator >(ProposedActId left, ProposedActId right) => left.Value > right.Value;
    public static bool operator <(ProposedActId left, ProposedActId right) => left.Value < right.Value;
    public override string ToString() => ResourceName.Of(this);
}

public enum ProposedActState
{
    Proposed = 1,
    Approved,
    Rejected,
    Withdrawn,

    /// <summary>Nobody decided in time; never stored, told by the clock.</summary>
    Expired,
}

/// <summary>Something that one person wants done and a second one decides on. What is to be done never changes after it was proposed; it is only emptied when its record is erased.</summary>
public sealed class ProposedAct : IVersioned, IListed<ProposedActId>
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private ProposedAct() { } // EF

    public ProposedActId Id { get; private init; }

    /// <summary>What kind of act, such as <c>compartments.name</c>.</summary>
    public string Act { get; private init; } = "";

    /// <summary>Resource name of the record it would change.</summary>
    public string Record { get; private init; } = "";

    /// <summary>What would be done, as JSON.</summary>
    [Personal]
    public string Content { get; private set; } = "";

    /// <summary>Who decides: a name that the service knows the persons of.</summary>
    public string Audience { get; private set; } = "";

    [Personal]
    public string? Reason { get; private set; }

    /// <summary><c>accounts/{uuid}</c>.</summary>
    public string ProposedBy { get; private init; } = "";

    [Personal]
    public string ProposedByName { get; private init; } = "";

    /// <summary>Who was away and for whom it was proposed, <c>accounts/{uuid}</c>; null where the proposer acted for nobody.</summary>
    public string? ProposedFor { get; private init; }

    [Personal]
    public string? ProposedForName { get; private init; }
    public ProposedActState State { get; private set; }
    public string? DecidedBy { get; private set; }

    [Personal]
    public string? DecidedByName { get; private set; }

    [Personal]
    public string? DecisionReason { get; private set; }
    public DateTime? DecideTime { get; private set; }

    /// <summary>Until when it can be decided: seven days, and no longer than what its proposer was given for a while. Nobody agrees to what somebody proposed by a right that is over.</summary>
    public DateTime ExpireTime { get; private init; }
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }

    internal static ProposedAct Of(string act, string record, string content, string audience, string? reason, Caller by, DateTime now) => new()
    {
        Id = ProposedActId.New(),
        Act = act,
        Record = record,
        Content = content,
        Audience = audience,
        Reason = reason,
        ProposedBy = by.Subject,
        ProposedByName = by.DisplayName,
        ProposedFor = by.ActsFor,
        ProposedForName = by.ActsForName,
        State = ProposedActState.Proposed,
        CreateTime = now,
        ExpireTime = by.RightsUntil is { } end && end < now + Lifetime ? end : now + Lifetime,
    };

    public ProposedActState StateAt(DateTime now) => State == ProposedActState.Proposed && now >= ExpireTime ? ProposedActState.Expired : State;

    internal void Approve(Caller by, DateTime now)
    {
        RequireSecondPerson(by);
        Decide(ProposedActState.Approved, null, by, now);
    }

    internal void Reject(string? reason, Caller by, DateTime now)
    {
        var why = Why(reason);
        RequireSecondPerson(by);
        Decide(ProposedActState.Rejected, why, by, now);
    }

    internal void Withdraw(string? reason, bool withdrawable, Caller by, DateTime now)
    {
        var why = Why(reason);
        if (by.Subject != ProposedBy && by.Subject != ProposedFor)
        {
            throw Fail.Because(PlatformReasons.NotTheProposer, PlatformReasons.NotTheProposer.Title);
        }

        if (!withdrawable)
        {
            throw Fail.Because(PlatformReasons.NotWithdrawable, PlatformReasons.NotWithdrawable.Title);
        }

        Decide(ProposedActState.Withdrawn, why, by, now);
    }

    /// <summary>The record was erased: what was said of it goes too.</summary>
    internal void Forget() => (Content, Reason, DecisionReason) = ("{}", null, null);

    /// <summary>Its proposer does not stand for it any more; who decides so is not asked whether it is theirs.</summary>
    internal void Lapse(string reason, Caller? by, DateTime now) =>
        (State, DecisionReason, DecidedBy, DecidedByName, DecideTime) = (ProposedActState.Withdrawn, reason, by?.Subject ?? ProposedBy, by?.DisplayName ?? ProposedByName, now);

    internal void Narrow(string audience) => Audience = audience;

    private void RequireSecondPerson(Caller by)
    {
        if (by.IsAnyOf(ProposedBy, ProposedFor) || !ResourceName.IsIn("accounts", by.Subject))
        {
            throw Fail.Because(PlatformReasons.FourEyesRequired, PlatformReasons.FourEyesRequired.Title);
        }
    }

    private void Decide(ProposedActState state, string? reason, Caller by, DateTime now)
    {
        if (State != ProposedActState.Proposed)
        {
            throw Fail.Because(PlatformReasons.ProposalNotOpen, PlatformReasons.ProposalNotOpen.Title);
        }

        if (now >= ExpireTime)
        {
            throw Fail.Because(PlatformReasons.ProposalExpired, $"Nobody decided within {Lifetime.Days} days, or while its proposer had the right; propose again.");
        }

        (State, DecisionReason, DecidedBy, DecidedByName, DecideTime) = (state, reason, by.Subject, by.DisplayName, now);
    }

    private static string Why(string? reason)
    {
        var check = new Violations();
        var why = check.Text(reason, "reason", 2000);
        check.ThrowIfAny();
        return why;
    }
}
