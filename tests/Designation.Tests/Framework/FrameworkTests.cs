using Concord.Designation.Framework;
using Concord.Designation.Processes;
using Concord.Designation.Talks;
using Concord.Platform.Errors;
using Concord.Support;

namespace Concord.Designation.Tests.Framework;

public sealed class FrameworkTests
{
    private static readonly DateOnly Day = DateOnly.FromDateTime(Given.Start);
    private readonly Process _process = Given.Process();
    private readonly FrameworkAgreement _framework;

    public FrameworkTests() => _framework = FrameworkAgreement.Begin(_process.Id);

    [Fact, Rule("R52")]
    public void The_checklist_has_every_point_of_the_paragraph_and_each_is_open_until_it_says_what_was_agreed()
    {
        Assert.Equal(
            ["negotiatingTeams", "mediator", "rightToTalkToAnyGroup", "structure", "noUnilateralAbandonment", "venue", "agenda", "timeline", "mediaProcedures"],
            _framework.Content.Open());
        var wrong = Given.Refused(PlatformReasons.InvalidField, () => Write(new FrameworkContent(Venue: new ChecklistItem(Agreed: true), Structure: new ChecklistItem("Both", true))));
        Assert.Equal(["structureKind", "venue.text"], wrong.Errors.Select(e => e.Field));
        Assert.Equal(0, _framework.Revision);

        Write(new FrameworkContent(Venue: new ChecklistItem(" Nairobi ", true), Agenda: new ChecklistItem("Ceasefire first", false)));
        Assert.Equal((1, "Nairobi", true, false), (_framework.Revision, _framework.Content.Venue!.Text, _framework.Content.Venue.Agreed, _framework.Content.Agenda!.Agreed));
        Assert.DoesNotContain("venue", _framework.Content.Open());
    }

    [Fact, Rule("R52")]
    public void It_is_signed_after_it_was_initialled_and_with_a_reason_for_each_point_that_is_open()
    {
        Given.Refused(DesignationReasons.DocumentNotWritten, () => Initial());
        Write(AllBut("agenda", "venue"));
        Given.Refused(DesignationReasons.FrameworkNotInState, () => Sign());
        Initial();
        Assert.Equal(FrameworkState.Initialled, _framework.State);
        Given.Refused(DesignationReasons.FrameworkNotInState, () => Initial());

        var refusal = Given.Refused(DesignationReasons.FrameworkItemsOpen, () => Sign(("agenda", "Parties agree by letter")));
        Assert.Contains(("items", "venue"), refusal.Metadata);
        Given.Refused(PlatformReasons.InvalidField, () => Sign(("agenda", "x"), ("venue", "x"), ("timeline", "it is agreed")));
        Given.Refused(PlatformReasons.InvalidField, () => Sign(("agenda", "x"), ("venue", " ")));
        Assert.Equal(FrameworkState.Initialled, _framework.State);

        var signed = Sign(("agenda", "Parties agree by letter"), ("venue", "The host decides in May"));
        Assert.Equal((FrameworkState.Signed, 1, Day), (_framework.State, _framework.SignedRevision, _framework.SignedOn));
        Assert.Equal((DocumentAct.Signed, "The host decides in May"), (signed.Act, signed.Step!.OpenItems!["venue"]));
    }

    [Fact, Rule("R52")]
    public void Who_writes_it_anew_drafts_again_and_what_was_signed_stays_in_force()
    {
        Write(AllBut());
        Initial();
        Sign();
        Write(AllBut("venue"));
        Assert.Equal((FrameworkState.Draft, 2, 1), (_framework.State, _framework.Revision, _framework.SignedRevision));
    }

    [Fact]
    public void Signatures_are_of_two_parties_of_a_day_that_has_come_and_not_before_the_initials()
    {
        Write(AllBut());
        Given.Refused(PlatformReasons.InvalidField, () => _framework.Initial(_process, Under(Day.AddDays(2)), Given.Proposer, Given.Start));
        Given.Refused(PlatformReasons.InvalidField, () => _framework.Initial(_process, Under(Day) with { Signatories = [new Signatory("Government", "A"), new Signatory("Government", "B")] }, Given.Proposer, Given.Start));
        Given.Refused(PlatformReasons.InvalidField, () => _framework.Initial(_process, Under(Day) with { Signatories = [null, new Signatory("Government", "B")] }, Given.Proposer, Given.Start));
        Initial();
        Given.Refused(PlatformReasons.InvalidField, () => _framework.Sign(_process, Under(Day.AddDays(-1)), Given.Proposer, Given.Start));
        Assert.Null(_framework.SignedRevision);
    }

    [Fact]
    public void Nothing_is_written_in_a_closed_process()
    {
        _process.Advance(ProcessState.Closed, "over", Signature.Of(Given.Proposer), Given.Start);
        Given.Refused(DesignationReasons.ProcessClosed, () => Write(AllBut()));
    }

    private static FrameworkContent AllBut(params string[] open)
    {
        ChecklistItem Item(string field) => open.Contains(field) ? new ChecklistItem() : new ChecklistItem($"What was agreed of {field}", true);
        return new FrameworkContent(
            Item("negotiatingTeams"), Item("mediator"), Item("rightToTalkToAnyGroup"), Item("structure"), TalksStructure.Both, Item("noUnilateralAbandonment"), Item("venue"), Item("agenda"), Item("timeline"), Item("mediaProcedures"));
    }

    private static PutUnder Under(DateOnly on, params (string, string)[] reasons) =>
        new(on, "Mexico City", [new Signatory("Government", "Its minister"), new Signatory("Movement", "Its commander")], reasons.ToDictionary(r => r.Item1, r => (string?)r.Item2));

    private void Write(FrameworkContent content) => _framework.Revise(_process, content, Given.Proposer, Given.Start);

    private void Initial() => _framework.Initial(_process, Under(Day), Given.Proposer, Given.Start);

    private DocumentRevision Sign(params (string, string)[] reasons) => _framework.Sign(_process, Under(Day, reasons), Given.Proposer, Given.Start);
}
