using Google.OrTools.Sat;

namespace Concord.Roster.Teams;

/// <summary>How many members of a team contribute something, in a model that has one number for each group of people who contribute the same.</summary>
/// <param name="model">To which counts are added.</param>
/// <param name="groups">Who can be members.</param>
/// <param name="members">How many of each group are, in the same order.</param>
/// <param name="most">Members of the largest team.</param>
internal sealed class MemberCounts(CpModel model, IReadOnlyList<CandidateGroup> groups, IntVar[] members, int most)
{
    public IntVar Count(Func<Contribution, bool> counts)
    {
        var count = model.NewIntVar(0, most, "count");
        model.Add(Sum(counts) == count);
        return count;
    }

    public LinearExprBuilder Sum(Func<Contribution, bool> counts)
    {
        var sum = LinearExpr.NewBuilder();
        for (var i = 0; i < members.Length; i++)
        {
            if (counts(groups[i].Contribution))
            {
                sum.Add(members[i]);
            }
        }

        return sum;
    }
}
