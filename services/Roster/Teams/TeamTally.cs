namespace Concord.Roster.Teams;

/// <summary>The counts of a team that rules and preferences look at. Which requirements one and which two members cover is a word of bits each, so that trying a member costs a few instructions.</summary>
internal struct TeamTally
{
    public UInt128 Once;
    public UInt128 Twice;
    public int Size;
    public int Women;
    public int Men;
    public int Deciding;
    public int WomenDeciding;
    public int Insiders;

    public void Add(Contribution member)
    {
        Twice |= Once & member.Bits;
        Once |= member.Bits;
        Size++;
        Women += member.Side == Side.Woman ? 1 : 0;
        Men += member.Side == Side.Man ? 1 : 0;
        Deciding += member.Decides ? 1 : 0;
        WomenDeciding += member.Decides && member.Side == Side.Woman ? 1 : 0;
        Insiders += member.Insider ? 1 : 0;
    }

    public static TeamTally Of(IEnumerable<Contribution> members)
    {
        var tally = new TeamTally();
        foreach (var member in members)
        {
            tally.Add(member);
        }

        return tally;
    }

    public readonly TeamQuality Quality(TeamWish wish, Requirements requirements) => new(
        Short(wish.BalancePercent, Women, Size) + Short(wish.BalancePercent, Men, Size) + Short(wish.BalancePercent, WomenDeciding, Deciding),
        Ones(Twice & requirements.Cover), Ones(Once & requirements.Depth), Size);

    /// <summary>How much of the wish is not fulfilled; 0 is a team.</summary>
    public readonly int Broken(TeamWish wish, Requirements requirements) =>
        Ones(requirements.Cover & ~Once)
        + WomenMissing(wish) + DecidingWomenMissing(wish)
        + Math.Max(0, wish.Insiders - Insiders) + Math.Max(0, wish.SmallestSize - Size) + Math.Max(0, Size - wish.LargestSize);

    /// <summary>People missing to a share of a whole, rounded up.</summary>
    public static int Short(int percent, int have, int of) => Math.Max(0, (((percent * of) + 99) / 100) - have);

    public readonly int WomenMissing(TeamWish wish) => Math.Max(Math.Max(wish.Women.Least, wish.FewestWomen) - Women, Short(wish.Women.Percent, Women, Size));

    public readonly int DecidingWomenMissing(TeamWish wish) => Math.Max(wish.WomenAtDecisionLevel.Least - WomenDeciding, Short(wish.WomenAtDecisionLevel.Percent, WomenDeciding, Deciding));

    private static int Ones(UInt128 bits) => (int)UInt128.PopCount(bits);
}
