using Concord.Roster.Mediators;

namespace Concord.Roster.Synthetic;

/// <summary>What somebody does in a team, has worked on and has learnt: around the countries of the experience, more with seniority. Every text says that it is invented.</summary>
internal static class BackgroundDraw
{
    private static readonly TeamFunction[] Functions = Enum.GetValues<TeamFunction>();
    private static readonly int[] FunctionWeights = [16, 12, 10, 14, 18, 10, 8, 12];
    private static readonly string[] Roles = ["Adviser", "Facilitator", "Deputy of the mediator", "Observer", "Drafter"];
    private static readonly string[] Posts = ["Political officer (invented)", "Adviser to talks (invented)", "Head of a field office (invented)", "Lecturer (invented)", "Head of a delegation (invented)"];
    private static readonly string[] Employers = ["An invented foundation", "An invented ministry", "An invented university", "An invented regional office"];
    private static readonly KnowledgeKind[] Kinds = Enum.GetValues<KnowledgeKind>();
    private static readonly int[] KindWeights = [40, 30, 15, 15];
    private static readonly int LastDay = new DateOnly(2025, 12, 31).DayNumber;

    public static TeamFunction[] FunctionsOf(int rank, ref Dice dice)
    {
        var drawn = new List<TeamFunction>();
        for (var i = 1 + dice.Below(2 + (rank / 2)); i > 0; i--)
        {
            var function = Functions[dice.Weighted(FunctionWeights)];
            if (!drawn.Contains(function))
            {
                drawn.Add(function);
            }
        }

        return [.. drawn];
    }

    public static KnownExpertise[] EvidenceOf(ExpertiseSkill[] expertise, ref Dice dice)
    {
        var known = new KnownExpertise[expertise.Length];
        for (var i = 0; i < known.Length; i++)
        {
            var shown = expertise[i].Level == ExpertiseLevel.Expert && dice.Percent(50);
            known[i] = new KnownExpertise(expertise[i].Area, expertise[i].Level, shown ? "Invented: advised two rounds of talks." : null);
        }

        return known;
    }

    public static WorkedConflict[] ConflictsOf(string[] countries, ref Dice dice)
    {
        var drawn = new List<WorkedConflict>();
        foreach (var country in countries)
        {
            if (dice.Percent(35))
            {
                var from = dice.Between(1995, 2024);
                drawn.Add(new WorkedConflict($"Invented talks in {country}", null, from, dice.Percent(85) ? from + dice.Below(5) : null, dice.One<string>(Roles)));
            }
        }

        return [.. drawn];
    }

    public static CulturalKnowledge[] KnowledgeOf(string[] regions, string[] countries, ref Dice dice)
    {
        var drawn = new List<CulturalKnowledge>();
        foreach (var place in regions.Concat(countries))
        {
            if (dice.Percent(20))
            {
                drawn.Add(new CulturalKnowledge(Kinds[dice.Weighted(KindWeights)], place, "Invented: lived there for three years."));
            }
        }

        return [.. drawn];
    }

    public static Assignment[] AssignmentsOf(string[] countries, int rank, ref Dice dice)
    {
        var drawn = new Assignment[dice.Below(rank + 2)];
        for (var i = 0; i < drawn.Length; i++)
        {
            var from = LastDay - dice.Between(200, 9000);
            DateOnly? until = dice.Percent(90) ? DateOnly.FromDayNumber(Math.Min(from + dice.Between(60, 1400), LastDay)) : null;
            drawn[i] = new Assignment(dice.One<string>(Posts), dice.One<string>(Employers), dice.One<string>(countries), DateOnly.FromDayNumber(from), until);
        }

        return drawn;
    }
}
