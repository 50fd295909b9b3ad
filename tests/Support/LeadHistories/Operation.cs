namespace Concord.Support.LeadHistories;

/// <summary>What a client asked of the register of one process.</summary>
public abstract record Call
{
    public sealed record ReadLead : Call;

    public sealed record ReadClaims : Call;

    /// <summary>A claim of an organization, by its number.</summary>
    public sealed record Claim(int Organization) : Call;

    /// <summary>A second person's approval of what was proposed on an epoch.</summary>
    public sealed record Designate(long Epoch, int Organization) : Call;

    public sealed record HandOver(long Epoch, int Organization) : Call;

    public sealed record End(long Epoch) : Call;
}

/// <summary>How the call came out.</summary>
public abstract record Outcome
{
    /// <summary>Who leads (<see cref="LeadState.Nobody"/> where nobody does) and the epoch.</summary>
    public sealed record Lead(long Epoch, int Holder) : Outcome;

    /// <summary>The organizations whose claims are open, one bit for each.</summary>
    public sealed record Claims(int Open) : Outcome;

    public sealed record Done : Outcome;

    /// <summary>Refused because the epoch is not that any more, with the holder that was named; nothing was written.</summary>
    public sealed record Stale(int Holder) : Outcome;

    /// <summary>Refused because the claim is open already, or its organization leads; nothing was written.</summary>
    public sealed record AlreadyClaimed : Outcome;

    /// <summary>Refused for a reason that says nothing of the state; nothing was written.</summary>
    public sealed record Refused : Outcome;

    /// <summary>No answer ever came: it may have taken effect at any time since, or never.</summary>
    public sealed record Unknown : Outcome;
}

/// <summary>One call of a history. The two instants are of one counter: what returned before another was invoked lies wholly before it.</summary>
public sealed record Operation(int Client, Call Call, Outcome Outcome, long Invoked, long Returned)
{
    public override string ToString() => $"[{Invoked}-{(Outcome is Outcome.Unknown ? "" : Returned)}] client {Client}: {Call} -> {Outcome}";
}
