using Concord.Roster.Mediators;

namespace Concord.Roster.Synthetic;

/// <summary>Expertise in clusters: who knows ceasefires tends to know security arrangements. More and deeper with seniority.</summary>
internal static class ExpertiseDraw
{
    private static readonly ExpertiseArea[][] Clusters =
    [
        [ExpertiseArea.SecurityArrangements, ExpertiseArea.Ceasefire, ExpertiseArea.ProcessDesign],
        [ExpertiseArea.ConstitutionMaking, ExpertiseArea.PowerSharing, ExpertiseArea.Elections, ExpertiseArea.RuleOfLaw],
        [ExpertiseArea.TransitionalJustice, ExpertiseArea.HumanRights, ExpertiseArea.AtrocityPrevention, ExpertiseArea.RuleOfLaw],
        [ExpertiseArea.WealthSharing, ExpertiseArea.NaturalResources, ExpertiseArea.PowerSharing],
        [ExpertiseArea.Reconciliation, ExpertiseArea.TraumaAwareness, ExpertiseArea.ProcessDesign],
        [ExpertiseArea.Gender, ExpertiseArea.ConflictRelatedSexualViolence, ExpertiseArea.HumanRights, ExpertiseArea.TraumaAwareness],
        [ExpertiseArea.RefugeesAndDisplacedPersons, ExpertiseArea.ChildProtection, ExpertiseArea.HumanRights],
    ];

    private static readonly int[] Weights = [20, 18, 14, 10, 16, 12, 10];

    // That women are drawn to the sixth cluster more often is an assumption of the generator, so that searches meet an uneven field.
    private static readonly int[] WeightsOfWomen = [14, 17, 15, 9, 16, 18, 11];
    private static readonly ExpertiseArea[] Every = Enum.GetValues<ExpertiseArea>();

    public static ExpertiseSkill[] Make(int rank, Gender gender, ref Dice dice)
    {
        var known = new List<ExpertiseSkill>();
        var clusters = 1 + (dice.Percent(20 + (rank * 12)) ? 1 : 0);
        for (var i = 0; i < clusters; i++)
        {
            foreach (var area in Clusters[dice.Weighted(gender == Gender.Woman ? WeightsOfWomen : Weights)])
            {
                if (dice.Percent(72))
                {
                    Add(known, area, Level(rank, ref dice));
                }
            }
        }

        if (known.Count == 0 || dice.Percent(25))
        {
            Add(known, dice.One<ExpertiseArea>(Every), Level(rank, ref dice));
        }

        return [.. known];
    }

    private static ExpertiseLevel Level(int rank, ref Dice dice) => (dice.Below(100) + (rank * 11)) switch
    {
        < 40 => ExpertiseLevel.Familiar,
        < 85 => ExpertiseLevel.Practitioner,
        _ => ExpertiseLevel.Expert,
    };

    private static void Add(List<ExpertiseSkill> known, ExpertiseArea area, ExpertiseLevel level)
    {
        if (!known.Exists(s => s.Area == area))
        {
            known.Add(new ExpertiseSkill(area, level));
        }
    }
}
