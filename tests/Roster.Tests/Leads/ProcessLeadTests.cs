using Concord.Roster.Leads;
using Concord.Support;

namespace Concord.Roster.Tests.Leads;

/// <summary>Who leads a process, whatever the order in which it is heard.</summary>
public sealed class ProcessLeadTests
{
    private const string Union = "organizations/union";
    private const string Forum = "organizations/forum";
    private readonly ProcessLead _lead = new("processes/p");

    [Fact, Rule("R28")]
    public void A_joint_lead_is_held_by_each_of_its_organizations_and_by_nobody_else()
    {
        _lead.Hold([Union, Forum], 1);
        Assert.True(_lead.IsHeldBy(Union) && _lead.IsHeldBy(Forum));
        Assert.False(_lead.IsHeldBy("organizations/other") || _lead.IsHeldBy(null));
    }

    [Theory, Rule("R28"), Rule("R143")]
    [InlineData("+1 -1 +2", 2, "forum")]
    [InlineData("+2 +1 -1", 2, "forum")]
    [InlineData("-1 +2 +1", 2, "forum")]
    [InlineData("+1 +2 -1", 2, "forum")] // the end of what was before is late
    [InlineData("+1 -1 +1", 1, "")] // what has ended does not begin again
    [InlineData("-1 +1", 0, "")]
    [InlineData("-2 +2 +1 -1", 0, "")]
    [InlineData("+1 +1 -1 -1", 1, "")]
    [InlineData("+1 -1 +2 -2 +3", 3, "union")]
    [InlineData("+3 -2 +2 -1 +1", 3, "union")]
    public void The_newest_epoch_counts_and_one_that_has_ended_does_not_begin_again(string heard, long epoch, string holder)
    {
        foreach (var fact in heard.Split(' '))
        {
            var of = long.Parse(fact[1..], System.Globalization.CultureInfo.InvariantCulture);
            if (fact[0] == '+')
            {
                _lead.Hold([of % 2 == 0 ? Forum : Union], of);
            }
            else
            {
                _lead.End(of);
            }
        }

        Assert.Equal(epoch, _lead.Epoch);
        Assert.Equal(holder.Length == 0 ? [] : [$"organizations/{holder}"], _lead.Holders.Select(h => h.Organization));
    }

    [Fact]
    public void An_organization_that_stays_in_the_lead_keeps_its_row()
    {
        _lead.Hold([Union, Forum], 1);
        var kept = _lead.Holders.Single(h => h.Organization == Forum);
        _lead.Hold([Forum], 2);
        Assert.Same(kept, Assert.Single(_lead.Holders));
    }
}
