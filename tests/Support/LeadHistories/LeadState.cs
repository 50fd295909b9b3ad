namespace Concord.Support.LeadHistories;

/// <summary>What one register is meant to be: a holder or nobody, an epoch, and who claims. Written from the rules and from nothing of the service (R28, R48, R49, R143).</summary>
/// <param name="Epoch">Grows by one with each change of the holder.</param>
/// <param name="Holder">Number of the organization; <see cref="Nobody"/>.</param>
/// <param name="Claims">Organizations whose claims are open, one bit for each.</param>
public readonly record struct LeadState(long Epoch, int Holder, int Claims)
{
    public const int Nobody = -1;

    public static LeadState Initial { get; } = new(0, Nobody, 0);

    /// <returns>The state after the call where the outcome fits this one; null where it could not have come of it.</returns>
    public LeadState? After(Call call, Outcome outcome) => outcome switch
    {
        Outcome.Lead lead => When(call is Call.ReadLead && lead.Epoch == Epoch && lead.Holder == Holder, this),
        Outcome.Claims claims => When(call is Call.ReadClaims && claims.Open == Claims, this),
        Outcome.Stale stale => When(EpochOf(call) is { } epoch && epoch != Epoch && stale.Holder == Holder, this),
        Outcome.AlreadyClaimed => When(call is Call.Claim claim && !MayClaim(claim.Organization), this),
        Outcome.Refused => this,
        _ => Effect(call),
    };

    /// <summary>What the call does where it may be done at all; the same for one that was answered and one of which nobody knows.</summary>
    private LeadState? Effect(Call call) => call switch
    {
        Call.Claim claim => When(MayClaim(claim.Organization), this with { Claims = Claims | Bit(claim.Organization) }),
        Call.Designate designate => When(designate.Epoch == Epoch && Holder == Nobody, Held(designate.Organization)),
        Call.HandOver handOver => When(handOver.Epoch == Epoch && Holder != Nobody, Held(handOver.Organization)),
        Call.End end => When(end.Epoch == Epoch && Holder != Nobody, Held(Nobody)),
        _ => this,
    };

    // Whoever leads claims no more.
    private LeadState Held(int holder) => new(Epoch + 1, holder, holder == Nobody ? Claims : Claims & ~Bit(holder));

    private bool MayClaim(int organization) => (Claims & Bit(organization)) == 0 && Holder != organization;

    private static long? EpochOf(Call call) => call switch
    {
        Call.Designate d => d.Epoch,
        Call.HandOver h => h.Epoch,
        Call.End e => e.Epoch,
        _ => null,
    };

    private static int Bit(int organization) => 1 << organization;

    private static LeadState? When(bool fits, LeadState after) => fits ? after : null;
}
