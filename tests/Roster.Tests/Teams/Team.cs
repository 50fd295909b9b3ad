using Concord.Roster.Mediators;
using Concord.Roster.Search;
using Concord.Roster.Teams;

namespace Concord.Roster.Tests.Teams;

/// <summary>Wishes and people for tests of the rules: a wish for one or two people that asks for nothing, and people who bring nothing.</summary>
internal static class Team
{
    public static readonly DaySpan Days = new(740_000, 740_010);

    public static readonly TeamWish Wish = new(
        1, 2, [], [], [], new WomenWish(0, 0), new WomenWish(0, 0), 0, false, false, [], [], Days, DeploymentMode.InPerson, [], []);

    public static Candidate Woman(string name) => new(name, Gender.Woman, false, [], [], [], false, [Days], [Days], Commitment.Free, ["KEN"], []);

    public static Candidate Man(string name) => Woman(name) with { Gender = Gender.Man };

    public static Composition Compose(TeamWish wish, params Candidate[] people) => Composer.Compose(wish, people, SearchLimits.Usual);

    public static string[] Names(this ComposedTeam? team) => [.. team!.Members.Select(m => m.Name)];

    public static TeamMember Member(this ComposedTeam? team, string name) => Assert.Single(team!.Members, m => m.Name == name);
}
