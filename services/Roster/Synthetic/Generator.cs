using Concord.Contracts.Access;
using Concord.Contracts.Reference;
using Concord.Platform.Persistence;
using Concord.Roster.Mediators;

namespace Concord.Roster.Synthetic;

/// <summary>Makes people one by one; the README beside this file describes the distribution. The same seed and number give the same person everywhere.</summary>
internal sealed class Generator(ulong seed)
{
    /// <summary>The first so many are active and unclassified, so that examples can rely on them.</summary>
    public const int Showcase = 100;

    private static readonly SeniorityLevel[] Levels = [SeniorityLevel.Junior, SeniorityLevel.Expert, SeniorityLevel.Mediator, SeniorityLevel.LeadMediator, SeniorityLevel.SeniorEnvoy];
    private static readonly int[] LevelWeights = [22, 34, 24, 14, 6];
    private static readonly int[] WomenPercent = [54, 46, 38, 29, 22];
    private static readonly ProfileState[] States = [ProfileState.Active, ProfileState.Draft, ProfileState.Submitted, ProfileState.UnderVetting, ProfileState.Suspended, ProfileState.Retired];
    private static readonly int[] StateWeights = [88, 2, 2, 3, 2, 3];
    private static readonly Classification[] Classifications = [Classification.Unclassified, Classification.Confidential, Classification.StrictlyConfidential];
    private static readonly int[] ClassificationWeights = [80, 17, 3];

    /// <summary>Id of the person with that number, from 1.</summary>
    public static ProfileId IdOf(int number) => new(WellKnown.Id("profile", $"synthetic-{number:0000}"));

    public SyntheticPerson Make(int number)
    {
        var dice = new Dice(seed, number);
        var country = Country.All[dice.Weighted(Country.Weights)];
        var rank = dice.Weighted(LevelWeights);
        var gender = GenderOf(rank, ref dice);
        var name = Names.Make(country.Area, gender is Gender.Woman || (gender is not Gender.Man && dice.Percent(50)), ref dice);
        var nationalities = Nationalities(country, ref dice);
        var languages = LanguageDraw.Make(country, rank, ref dice);
        var expertise = ExpertiseDraw.Make(rank, gender, ref dice);
        var (regions, countries) = ExperienceDraw.Make(country, rank, ref dice);
        var owner = OwnerDraw.Make(country, ref dice);
        var windows = WindowDraw.Make(number, ref dice);
        var state = States[dice.Weighted(StateWeights)];
        var classification = Classifications[dice.Weighted(ClassificationWeights)];
        // What is drawn later leaves everything before as it was.
        return new SyntheticPerson(
            ResourceName.Of(IdOf(number)), name, true, number <= Showcase ? ProfileState.Active : state, gender, Levels[rank], nationalities, languages,
            BackgroundDraw.EvidenceOf(expertise, ref dice), regions, countries, owner, number <= Showcase ? Classification.Unclassified : classification, windows,
            BackgroundDraw.FunctionsOf(rank, ref dice), BackgroundDraw.ConflictsOf(countries, ref dice), BackgroundDraw.KnowledgeOf(regions, countries, ref dice),
            BackgroundDraw.AssignmentsOf(countries, rank, ref dice), ReadinessDraw.TrainingsOf(ref dice), ReadinessDraw.DeployabilityOf(ref dice), ReadinessDraw.PromisingOf(rank, ref dice),
            OwnWordDraw.ConsentsOf(ref dice), OwnWordDraw.InterestsOf(country, ref dice));
    }

    private static Gender GenderOf(int rank, ref Dice dice)
    {
        var roll = dice.Below(1000);
        return roll < 5 ? Gender.Other : roll < 20 ? Gender.Undisclosed : dice.Percent(WomenPercent[rank]) ? Gender.Woman : Gender.Man;
    }

    private static string[] Nationalities(Country country, ref Dice dice)
    {
        if (!dice.Percent(6))
        {
            return [country.Alpha3];
        }

        var second = Country.All[dice.Weighted(Country.Weights)].Alpha3;
        return second == country.Alpha3 ? [second] : [country.Alpha3, second];
    }
}
