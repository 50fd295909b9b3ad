namespace Concord.Roster.Teams;

/// <summary>How many people who can be considered, and are not banned, fulfil a part of a wish by themselves.</summary>
internal sealed class PartCount(CandidatePool pool)
{
    public int Of(WishPart part) => part.Kind switch
    {
        WishKind.Women => Count(c => c.Side == Side.Woman),
        WishKind.WomenAtDecisionLevel => Count(c => c.Side == Side.Woman && c.Decides),
        WishKind.Insiders => Count(c => c.Insider),
        WishKind.SmallestSize or WishKind.LargestSize => Count(_ => true),
        WishKind.Pin or WishKind.Ban => 1,
        _ => Count(Covering(part)),
    };

    private Func<Contribution, bool> Covering(WishPart part)
    {
        UInt128 all = 0;
        foreach (var requirement in pool.Requirements.All.Where(r => r.Part == part || (part.Kind == WishKind.GenderAdvice && r.Part.Kind == WishKind.GenderAdvice)))
        {
            all |= requirement.Cover;
        }

        return c => (c.Bits & all) == all;
    }

    private int Count(Func<Contribution, bool> fulfils) => pool.Groups.Where(g => g.Standing != Standing.Banned && fulfils(g.Contribution)).Sum(g => g.People.Count);
}
