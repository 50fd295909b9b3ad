using Concord.Roster.Mediators;

namespace Concord.Roster.Teams;

/// <summary>How somebody counts for the balance of R8, which knows women and men; who states neither counts for neither.</summary>
internal enum Side
{
    Woman = 1,
    Man,
    Neither,
}

/// <summary>All that a wish can tell about somebody. Two people with the same contribution can stand for each other: no team gets better or worse by it.</summary>
/// <param name="Bits">Which requirements, and how deep.</param>
/// <param name="Side">For the balance.</param>
/// <param name="Decides">At decision level.</param>
/// <param name="Insider">False for all where the wish asks for none.</param>
internal readonly record struct Contribution(UInt128 Bits, Side Side, bool Decides, bool Insider)
{
    /// <summary>Side and level: they pull both ways, so only people of one class are compared.</summary>
    public int Class => ((int)Side * 2) + (Decides ? 1 : 0);

    /// <summary>Brings all that the other brings and counts alike: in no team is this person worse.</summary>
    public bool Includes(Contribution other) => Class == other.Class && (other.Bits & ~Bits) == 0 && (Insider || !other.Insider);

    public static Contribution Of(Candidate person, Requirements requirements, bool insidersMatter) =>
        new(requirements.BitsOf(person), SideOf(person.Gender), person.DecisionLevel, insidersMatter && person.Insider);

    private static Side SideOf(Gender gender) => gender switch
    {
        Gender.Woman => Side.Woman,
        Gender.Man => Side.Man,
        _ => Side.Neither,
    };
}
