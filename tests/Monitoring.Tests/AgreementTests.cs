using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Monitoring.Agreements;
using Concord.Monitoring.Leads;
using Concord.Monitoring.Provisions;
using Concord.Platform.Errors;
using Concord.Support;
using static Concord.Monitoring.Tests.Records;

namespace Concord.Monitoring.Tests;

public sealed class AgreementTests
{
    private const string Process = "processes/0197a000-0000-7000-8000-000000000001";

    [Fact]
    public void Every_wrong_field_of_an_agreement_is_named()
    {
        var refusal = Refused(PlatformReasons.InvalidField, () => Agreement.Record(AgreementId.New(), new NewAgreement
        {
            SignedOn = Day("2024-06-02"),
            Process = "processes/1",
            PaxId = 0,
            Classification = Classification.StrictlyConfidential,
            Parties = [new("a", "A", PartyKind.Government), new("a", "A", PartyKind.Government, "nobody"), null!],
            Chapters = [],
            Anchors = [new("Bad Key", "X", Day("0001-01-01"))],
        }, Classification.Unclassified, Classification.Confidential, Now));

        Assert.Equal(
            ["anchors[0].key", "anchors[0].plannedOn", "chapters", "classification", "parties", "parties[1].organization", "parties[2]", "paxId", "process", "shortTitle", "signedOn", "title"],
            refusal.Errors.Select(e => e.Field).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact, Rule("R90")]
    public void A_provision_names_only_chapters_and_parties_of_its_agreement()
    {
        var refusal = Refused(PlatformReasons.InvalidField, () => Provision.Add(Lake(), ProvisionId.New(), Clause("1.1") with { Chapter = 9, Obligated = ["government", "nobody"], Monitor = "none" }, Now));
        Assert.Equal(["chapter", "monitor", "obligated"], refusal.Errors.Select(e => e.Field).Order());
        Refused(PlatformReasons.InvalidField, () => Provision.Add(Lake(), ProvisionId.New(), Clause("1.1") with { Obligated = ["front", "front"] }, Now));
    }

    [Fact, Rule("R28")]
    public void The_newest_holder_is_shown_and_what_is_older_is_ignored()
    {
        var lead = new ProcessLead(Process);
        lead.Hear(Designated(2), Now);
        lead.Hear(Designated(1), Now);
        lead.Hear(new LeadEnded(Process, 1, "handed over", 3, Now), Now);
        lead.Told(["organizations/1"], "Holder 1", 1, Now);

        Assert.True(lead.HasLead);
        Assert.Equal((2, "Holder 2"), (lead.Epoch, lead.DisplayName));
        Assert.Single(lead.Log);
    }

    [Fact, Rule("R28")]
    public void An_end_that_overtakes_its_beginning_leaves_nobody_in_the_lead()
    {
        var lead = new ProcessLead(Process);
        lead.Hear(new LeadEnded(Process, 1, "withdrew", 3, Now), Now);
        lead.Hear(Designated(1), Now);
        Assert.False(lead.HasLead);
        Assert.Null(lead.DisplayName);
        Assert.Equal(Now, lead.EndTime);
        Assert.Equal([LeadNotice.Ended, LeadNotice.Designated], lead.Log.Select(e => e.Notice));

        lead.Hear(Designated(2), Now);
        Assert.True(lead.HasLead);
    }

    [Fact]
    public void What_was_told_is_completed_by_the_fact_and_the_same_fact_is_logged_once()
    {
        var lead = new ProcessLead(Process);
        lead.Told(["organizations/1"], "Holder 1", 1, Now);
        Assert.Null(lead.StartTime);
        lead.Hear(Designated(1), Now);
        lead.Hear(Designated(1), Now);
        Assert.Equal(Now, lead.StartTime);
        Assert.Equal([LeadNotice.Told, LeadNotice.Designated], lead.Log.Select(e => e.Notice));
    }

    [Fact, Rule("R20")]
    public void A_name_that_is_taken_back_is_kept_nowhere_even_where_it_comes_after_that()
    {
        var (lead, late) = (new ProcessLead(Process), new ProcessLead(Process));
        lead.Hear(Designated(1), Now);
        lead.Hear(Designated(2), Now);
        lead.Hear(new LeadRenamed(Process, 1, "Forum", 2, Now), Now);
        lead.Hear(new LeadRenamed(Process, 1, "Forum", 2, Now), Now);
        Assert.Equal((2, "Holder 2"), (lead.Epoch, lead.DisplayName));
        Assert.Equal(["Forum", "Holder 2", "Forum"], lead.Log.Select(e => e.DisplayName));

        late.Hear(new LeadRenamed(Process, 1, "Forum", 2, Now), Now);
        Assert.False(late.HasLead);
        late.Hear(Designated(1), Now);
        Assert.True(late.HasLead);
        Assert.Equal("Forum", late.DisplayName);
        Assert.DoesNotContain(late.Log, e => e.DisplayName == "Holder 1");
    }

    private static LeadDesignated Designated(long epoch) => new(Process, [$"organizations/{epoch}"], $"Holder {epoch}", epoch, epoch, Now);
}
