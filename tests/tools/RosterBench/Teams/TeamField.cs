using Concord.Roster.Mediators;
using Concord.Roster.Search;
using Concord.Roster.Synthetic;
using Concord.Roster.Teams;

namespace Concord.RosterBench.Teams;

/// <summary>
/// A wish for a team of seven with twelve requirements, and people of the generator to choose from. The generator knows neither functions nor insiders: these are drawn here. All can be considered,
/// so that the whole field is a matter of choice.
/// </summary>
internal static class TeamField
{
    private const int Languages = 3;
    private const int Areas = 5;
    private const int Functions = 4;
    private static readonly DaySpan Always = new(0, DateOnly.MaxValue.DayNumber);
    private static readonly string[] Spoken = ["en", "fr", "es", "ar", "ru", "pt", "sw", "am", "fa"];

    public static List<Candidate> People(int seed, int count)
    {
        var generator = new Generator((ulong)seed);
        return [.. Enumerable.Range(1, count).Select(n => Make(generator.Make(n), new Dice((ulong)seed + 1_000_000, n)))];
    }

    public static TeamWish Wish(int seed)
    {
        var dice = new Dice((ulong)seed + 2_000_000, 1);
        List<TeamFunction> functions = Draw(Enum.GetValues<TeamFunction>(), Functions, ref dice);
        List<ExpertiseSkill> expertise = [];
        foreach (var area in Draw(Enum.GetValues<ExpertiseArea>(), Areas, ref dice))
        {
            expertise.Add(new ExpertiseSkill(area, dice.Percent(30) ? ExpertiseLevel.Practitioner : ExpertiseLevel.Expert));
        }

        List<LanguageSkill> languages = [];
        foreach (var code in Draw(Spoken, Languages, ref dice))
        {
            languages.Add(new LanguageSkill(code, dice.Percent(30) ? LanguageLevel.Working : LanguageLevel.Fluent));
        }

        return new TeamWish(
            7, 7, functions, expertise, languages, new WomenWish(3, 0), new WomenWish(2, 0), Insiders: 2, Senior: false, GenderAdviserLinked: false, [], [], new DaySpan(740_000, 740_030),
            DeploymentMode.InPerson, [], []);
    }

    private static Candidate Make(SyntheticPerson person, Dice dice)
    {
        var functions = Draw(Enum.GetValues<TeamFunction>(), dice.Between(1, 2), ref dice);
        return new Candidate(
            person.Name, person.Gender, person.SeniorityLevel <= SeniorityLevel.LeadMediator, functions, [.. person.Expertise.Select(e => new ExpertiseSkill(e.Area, e.Level))], person.Languages, Insider: dice.Percent(5), [Always], [Always],
            Commitment.Free, person.Nationalities, []);
    }

    private static List<T> Draw<T>(T[] from, int count, ref Dice dice)
    {
        List<T> left = [.. from], drawn = [];
        for (var i = 0; i < count; i++)
        {
            var at = dice.Below(left.Count);
            drawn.Add(left[at]);
            left.RemoveAt(at);
        }

        return drawn;
    }
}
