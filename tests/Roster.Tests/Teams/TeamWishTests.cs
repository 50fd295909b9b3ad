using Concord.Platform.Errors;
using Concord.Roster.Mediators;
using Concord.Roster.Search;
using Concord.Roster.Teams;
using Concord.Support;

namespace Concord.Roster.Tests.Teams;

public sealed class TeamWishTests
{
    private static readonly ExpertiseSkill Area = new(ExpertiseArea.Gender, ExpertiseLevel.Expert);

    [Fact, Rule("R6")]
    public void Every_field_that_is_wrong_is_named()
    {
        var wrong = Team.Wish with
        {
            SmallestSize = 0,
            LargestSize = int.MaxValue,
            GenderIn = [ExpertiseArea.Elections],
            Functions = [(TeamFunction)99],
            Expertise = [Area, Area],
            Languages = [null!],
            Women = new WomenWish(-1, 101),
            WomenAtDecisionLevel = new WomenWish(int.MaxValue, -1),
            Insiders = -1,
            Days = new DaySpan(2, 1),
            Mode = 0,
            Pinned = ["profiles/a", "profiles/a"],
            Banned = ["profiles/a", null!],
            BalancePercent = 51,
            WithoutWomanReason = "\ud800",
        };
        var fields = Assert.Throws<DomainException>(wrong.ThrowIfWrong).Errors.Select(e => e.Field).Distinct();
        Assert.Equal(
            ["smallestSize", "largestSize", "functions", "languages", "genderIn", "expertise", "women.least", "women.percent", "womenAtDecisionLevel.least", "womenAtDecisionLevel.percent", "insiders",
                "balancePercent", "days", "mode", "pinned", "banned", "withoutWomanReason"], fields);
        Team.Wish.ThrowIfWrong();
    }

    [Fact, Rule("R6")]
    public void The_largest_wish_fits_the_bits_there_are()
    {
        var all = Team.Wish with
        {
            LargestSize = TeamWish.MaxSize,
            Functions = Enum.GetValues<TeamFunction>(),
            Expertise = [.. Enum.GetValues<ExpertiseArea>().Select(a => new ExpertiseSkill(a, ExpertiseLevel.Familiar))],
            Languages = [.. Enumerable.Range(0, TeamWish.MaxLanguages).Select(i => new LanguageSkill($"l{i}", LanguageLevel.Basic))],
            Senior = true,
            GenderIn = [.. GenderReach.Fields.Select(f => f.Area)],
        };
        var everything = Team.Woman("profiles/a") with
        {
            Functions = all.Functions,
            Expertise = [.. all.Expertise.Select(e => e with { Level = ExpertiseLevel.Expert })],
            Languages = [.. all.Languages.Select(l => l with { Level = LanguageLevel.Native })],
        };
        var requirements = new Requirements(all);
        Assert.Equal(requirements.Cover | requirements.Depth, requirements.BitsOf(everything));
        Assert.Equal((UInt128)42, UInt128.PopCount(requirements.Cover));
        Assert.Equal((UInt128)(42 + 36 + 30), UInt128.PopCount(requirements.BitsOf(everything)));
        Assert.Equal(CompositionOutcome.Composed, Team.Compose(all, everything).Outcome);
    }
}
