namespace Concord.Roster.Teams;

/// <summary>The order of <see cref="TeamQuality"/> as one number for the solver, which is seen nowhere else: each fact weighs more than all that the later ones can make up for.</summary>
internal sealed class Preference
{
    public Preference(Requirements requirements)
    {
        MostDoubled = requirements.All.Count;
        MostDepth = (int)UInt128.PopCount(requirements.Depth);
        Depth = TeamWish.MaxSize + 1;
        Doubled = Depth * (MostDepth + 1);
        Balance = Doubled * (MostDoubled + 1);
    }

    public int MostDoubled { get; }
    public int MostDepth { get; }

    /// <summary>Weight of a level; a member weighs one.</summary>
    public long Depth { get; }

    /// <summary>Weight of a requirement that two cover.</summary>
    public long Doubled { get; }

    /// <summary>Weight of somebody missing to the balance.</summary>
    public long Balance { get; }

    public long Of(TeamQuality quality) => (quality.DoublyCovered * Doubled) + (quality.Depth * Depth) - (quality.BalanceShort * Balance) - quality.Size;
}
