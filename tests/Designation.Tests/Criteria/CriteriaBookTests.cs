using System.Collections;
using Concord.Designation.Criteria;
using Concord.Platform.Errors;
using Concord.Support;

namespace Concord.Designation.Tests;

public sealed class CriteriaBookTests
{
    [Fact, Rule("R31")]
    public void Each_kind_of_actor_has_its_own_criteria_with_a_code_that_is_used_once_and_the_paragraph_that_says_it()
    {
        Assert.Equal(CriteriaBook.All.Count, CriteriaBook.Codes.Count);
        Assert.All(CriteriaBook.All, c => Assert.Matches("^(annex, )?paras?\\. [0-9]+( and [0-9]+)?$", c.Source));
        Assert.All(CriteriaBook.All, c => Assert.Matches("^[A-Z]+(_[A-Z]+)*$", c.Code));
        foreach (var kind in Enum.GetValues<ActorKind>())
        {
            var sides = CriteriaBook.Of(kind).Select(c => c.Side).ToHashSet();
            Assert.True(sides.Contains(CriterionSide.Advantage) && sides.Contains(CriterionSide.Drawback), kind.ToString());
            Assert.True(CriteriaBook.Of(kind).Count() <= CriterionStatement.Most, $"an organization of the kind {kind} can speak to each of them");
        }
    }

    [Fact, Rule("R31")]
    public void Of_States_the_annex_names_one_drawback_and_says_it_of_big_powers_and_regional_influence_goes_either_way()
    {
        var drawback = Assert.Single(CriteriaBook.Of(ActorKind.State), c => c.Side == CriterionSide.Drawback);
        Assert.Contains("Big Powers", drawback.Text, StringComparison.Ordinal);
        Assert.Equal("REGIONAL_INFLUENCE", Assert.Single(CriteriaBook.All, c => c.Side == CriterionSide.Either).Code);
    }

    [Theory, Rule("R31")]
    [InlineData("SUBREGIONAL_ORGANIZATION", "PROXIMITY", true)]
    [InlineData("STATE", "PROXIMITY", false)]
    [InlineData("STATE", "SPEED", true)]
    [InlineData("LOCAL_NGO", "SPEED", true)]
    [InlineData("INTERNATIONAL_NGO", "LONG_PRESENCE", false)]
    [InlineData("ORGAN", "SPEED", false)]
    [InlineData("UNITED_NATIONS", "WEIGHT", false)]
    public void A_statement_follows_a_criterion_of_the_organization_s_kind(string kind, string code, bool fits)
    {
        var refusal = Record.Exception(() => CriteriaBook.RequireOf(CriteriaBook.ActorOf(kind), code, "criterion"));
        Assert.Equal(fits, refusal is null);
        Assert.True(fits || refusal is DomainException { Reason.Code: "INVALID_FIELD" });
    }

    [Fact, Rule("R157")]
    public void Nothing_that_is_compared_is_a_number_so_that_nothing_can_be_summed_or_ranked()
    {
        HashSet<Type> seen = [];
        Look(typeof(ComparisonAnswer));
        Assert.Contains(typeof(ComparedAcceptance), seen);
        Assert.DoesNotContain(seen, t => t != typeof(byte) && (t.IsPrimitive || t == typeof(decimal)) && t != typeof(bool) && t != typeof(char));

        void Look(Type type)
        {
            var real = Nullable.GetUnderlyingType(type) ?? type;
            if (real.IsGenericType && real.IsAssignableTo(typeof(IEnumerable)))
            {
                Look(real.GetGenericArguments()[0]);
            }
            else if (seen.Add(real) && real.Namespace?.StartsWith("Concord", StringComparison.Ordinal) == true && !real.IsEnum)
            {
                foreach (var property in real.GetProperties())
                {
                    Look(property.PropertyType);
                }
            }
        }
    }
}
