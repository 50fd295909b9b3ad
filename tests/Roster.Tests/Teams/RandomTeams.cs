using Concord.Roster.Mediators;
using Concord.Roster.Teams;

namespace Concord.Roster.Tests.Teams;

/// <summary>Wishes and people drawn from few values, so that many people include others, many wishes can just be fulfilled, and many cannot.</summary>
internal sealed class RandomTeams(int seed)
{
    private static readonly TeamFunction[] Functions = [TeamFunction.LegalAdvice, TeamFunction.Drafting, TeamFunction.Logistics];
    private static readonly ExpertiseArea[] Areas = [ExpertiseArea.Ceasefire, ExpertiseArea.Gender, ExpertiseArea.ConflictRelatedSexualViolence];
    private static readonly ExpertiseArea[] Substance = [ExpertiseArea.PowerSharing, ExpertiseArea.WealthSharing, ExpertiseArea.SecurityArrangements, ExpertiseArea.TransitionalJustice, ExpertiseArea.RuleOfLaw];
    private static readonly string[] Codes = ["en", "ar", "sw"];
    private static readonly string[] Countries = ["KEN", "UGA", "FRA"];
    private readonly Random _random = new(seed);

    public List<Candidate> People(int count)
    {
        // Some fields are all of one kind: then most people can be left out.
        var (women, deciding, insiders) = (_random.Next(4) * 33, _random.Next(3) * 30, _random.Next(3) * 20);
        return [.. Enumerable.Range(0, count).Select(i => new Candidate(
            $"profiles/{i:00}", Percent(women) ? Gender.Woman : Percent(90) ? Gender.Man : One([Gender.Other, Gender.Undisclosed]), Percent(deciding), Few(Functions, 2),
            [.. Few(Areas, 2).Concat(Few(Substance, 5)).Select(a => new ExpertiseSkill(a, One(Enum.GetValues<ExpertiseLevel>())))], [.. Few(Codes, 2).Select(c => new LanguageSkill(c, One(Enum.GetValues<LanguageLevel>())))],
            Percent(insiders), Percent(92) ? [Team.Days] : [], Percent(96) ? [Team.Days] : [], Percent(92) ? Commitment.Free : One(Enum.GetValues<Commitment>()), [One(Countries)],
            Percent(5) ? ["organizations/party"] : []))];
    }

    public TeamWish Wish(IReadOnlyList<Candidate> people)
    {
        var largest = _random.Next(1, 5);
        var named = Few([.. people.Select(p => p.Name), "profiles/nobody"], 3);
        return new TeamWish(
            _random.Next(1, largest + 1), largest, Few(Functions, 3), [.. Few(Areas, 3).Select(a => new ExpertiseSkill(a, One(Enum.GetValues<ExpertiseLevel>())))],
            [.. Few(Codes, 3).Select(c => new LanguageSkill(c, One(Enum.GetValues<LanguageLevel>())))], Women(), Women(), Percent(30) ? _random.Next(1, 3) : 0, Percent(25), Percent(50),
            Percent(30) ? [One(Countries)] : [], Percent(50) ? ["organizations/party"] : [], Team.Days, One(Enum.GetValues<DeploymentMode>()), Percent(25) ? named[..(named.Length / 2)] : [],
            Percent(25) ? named[(named.Length / 2)..] : [], One([0, 40, 50]), Percent(20) ? "A reason." : null, Percent(25) ? Few(Substance[..4], 3) : []);
    }

    public Candidate[] Shuffled(IEnumerable<Candidate> people) => [.. people.OrderBy(_ => _random.Next())];

    private WomenWish Women() => Percent(60) ? new WomenWish(0, 0) : new WomenWish(_random.Next(3), One([0, 30, 50, 100]));

    private bool Percent(int chance) => _random.Next(100) < chance;

    private T One<T>(T[] from) => from[_random.Next(from.Length)];

    private T[] Few<T>(T[] from, int most) => [.. from.OrderBy(_ => _random.Next()).Take(_random.Next(0, most + 1))];
}
