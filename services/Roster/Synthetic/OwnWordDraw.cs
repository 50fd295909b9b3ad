using Concord.Roster.Consents;
using Concord.Roster.Mediators;

namespace Concord.Roster.Synthetic;

/// <summary>What somebody has consented to and declared. Consents that end do so late: a demonstration of any year finds the same people.</summary>
internal static class OwnWordDraw
{
    private const string Evidence = "Invented: a signed form.";
    private static readonly InterestKind[] Kinds = Enum.GetValues<InterestKind>();
    private static readonly int[] KindWeights = [35, 20, 30, 10, 5];
    private static readonly int FirstGiven = new DateOnly(2023, 1, 1).DayNumber;
    private static readonly int FirstEnd = new DateOnly(2060, 1, 1).DayNumber;

    public static ConsentTold[] ConsentsOf(ref Dice dice)
    {
        var given = DateOnly.FromDayNumber(FirstGiven + dice.Below(900));
        DateOnly? until = dice.Percent(10) ? DateOnly.FromDayNumber(FirstEnd + dice.Below(3000)) : null;
        var search = new ConsentTold(ConsentScope.Search, given, until, Evidence);
        return dice.Percent(80) ? [search, new ConsentTold(ConsentScope.Sharing, given, until, Evidence)] : [search];
    }

    public static DeclareInterest[] InterestsOf(Country home, ref Dice dice) => dice.Percent(12)
        ? [new DeclareInterest(Kinds[dice.Weighted(KindWeights)], dice.One<Country>(Country.BySubregion[home.Subregion]).Alpha3, null, "Invented.")]
        : [];
}
