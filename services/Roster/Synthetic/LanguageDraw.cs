using Concord.Roster.Mediators;

namespace Concord.Roster.Synthetic;

/// <summary>Languages given the country: the mother tongue, those of school, the working languages of the United Nations, a neighbour's.</summary>
internal static class LanguageDraw
{
    private static readonly string[] UnitedNations = ["en", "fr", "es", "ar", "ru", "zh"];

    // How often somebody from elsewhere has learnt it, and how much more often with each step of seniority.
    private static readonly int[] LearntPercent = [58, 20, 9, 6, 4, 2];
    private static readonly int[] PerRank = [8, 4, 2, 1, 1, 0];

    public static LanguageSkill[] Make(Country country, int rank, ref Dice dice)
    {
        var spoken = new List<LanguageSkill> { new(country.Mother[MotherIndex(country, ref dice)], LanguageLevel.Native) };
        foreach (var code in country.Mother.Concat(country.Taught))
        {
            if (dice.Percent(62))
            {
                Add(spoken, code, dice.Percent(55) ? LanguageLevel.Fluent : LanguageLevel.Working);
            }
        }

        for (var i = 0; i < UnitedNations.Length; i++)
        {
            if (dice.Percent(LearntPercent[i] + (PerRank[i] * rank)))
            {
                Add(spoken, UnitedNations[i], Learnt(rank, ref dice));
            }
        }

        if (dice.Percent(30))
        {
            var neighbour = dice.One<Country>(Country.BySubregion[country.Subregion]);
            Add(spoken, neighbour.Mother[0], dice.Percent(50) ? LanguageLevel.Basic : LanguageLevel.Working);
        }

        return [.. spoken];
    }

    private static int MotherIndex(Country country, ref Dice dice) => country.Mother.Length == 1 || dice.Percent(60) ? 0 : dice.Between(1, country.Mother.Length - 1);

    private static LanguageLevel Learnt(int rank, ref Dice dice) => (dice.Below(100) + (rank * 6)) switch
    {
        < 25 => LanguageLevel.Basic,
        < 65 => LanguageLevel.Working,
        _ => LanguageLevel.Fluent,
    };

    private static void Add(List<LanguageSkill> spoken, string code, LanguageLevel level)
    {
        if (!spoken.Exists(s => s.Code == code))
        {
            spoken.Add(new LanguageSkill(code, level));
        }
    }
}
