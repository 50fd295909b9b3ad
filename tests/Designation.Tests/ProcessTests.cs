using Concord.Contracts.Access;
using Concord.Designation.Lead;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Support;

namespace Concord.Designation.Tests;

public sealed class ProcessTests
{
    [Fact, Rule("R28")]
    public void Advance_IntoAStateThatRequiresALead_WithoutOne_IsRefused()
    {
        foreach (var to in (ProcessState[])[ProcessState.FrameworkAgreed, ProcessState.SubstantiveTalks])
        {
            var process = Given.Process(ProcessState.EarlyEngagement, ProcessState.PreNegotiation);
            Given.Refused(DesignationReasons.LeadRequired, () => process.Advance(to, "go", Signature.Of(Given.Proposer), Given.Start));
            Assert.Equal(ProcessState.PreNegotiation, process.State);

            new LeadRegister(process, null).Designate(process, Given.Forum, Given.Start);
            process.Advance(to, "go", Signature.Of(Given.Proposer), Given.Start);
            Assert.Equal(to, process.State);
        }
    }

    [Fact, Rule("R28"), Rule("R49")]
    public void Talks_ThatAreSuspended_KeepTheirLead_UntilTheyCollapse()
    {
        var process = Given.Process(ProcessState.EarlyEngagement, ProcessState.PreNegotiation);
        var register = new LeadRegister(process, null);
        register.Designate(process, Given.Forum, Given.Start);
        process.Advance(ProcessState.SubstantiveTalks, "go", Signature.Of(Given.Proposer), Given.Start);
        process.Advance(ProcessState.Suspended, "violence", Signature.Of(Given.Proposer), Given.Start);
        Given.Refused(DesignationReasons.TransitionNotAllowed, () => process.Advance(ProcessState.PreNegotiation, "no", Signature.Of(Given.Proposer), Given.Start));
        Given.Refused(DesignationReasons.LeadRequired, () => register.ProposeEnd("withdrew", process.LeadEpoch, Given.Proposer, Given.Start));

        process.Advance(ProcessState.Collapsed, "war", Signature.Of(Given.Proposer), Given.Start);
        register.Approve(register.ProposeEnd("withdrew", process.LeadEpoch, Given.Proposer, Given.Start), Given.Approver, Given.Start);
        Assert.Null(process.Lead);
    }

    [Fact, Rule("R63")]
    public void Advance_FollowsTheStates_AndNothingLeavesClosed()
    {
        var allowed = from a in Enum.GetValues<ProcessState>() from b in Enum.GetValues<ProcessState>() where a != b && ProcessStates.MayPass(a, b, null) select (a, b);
        Assert.DoesNotContain(allowed, pair => pair.a == ProcessState.Closed);
        Assert.Contains((ProcessState.Monitored, ProcessState.EarlyEngagement), allowed);
        Assert.DoesNotContain((ProcessState.Monitored, ProcessState.Implementation), allowed);
        Assert.DoesNotContain((ProcessState.FrameworkAgreed, ProcessState.Closed), allowed);

        var process = Given.Process(ProcessState.Closed);
        Given.Refused(DesignationReasons.TransitionNotAllowed, () => process.Advance(ProcessState.Monitored, "again", Signature.Of(Given.Proposer), Given.Start));
        Given.Refused(DesignationReasons.ProcessClosed, () => new LeadRegister(process, null).Designate(process, Given.Forum, Given.Start));
    }

    [Fact, Rule("R63")]
    public void Advance_WithoutAReason_OrToTheSameState_IsRefused()
    {
        var process = Given.Process();
        Given.Refused(PlatformReasons.InvalidField, () => process.Advance(ProcessState.EarlyEngagement, " ", Signature.Of(Given.Proposer), Given.Start));
        Given.Refused(PlatformReasons.InvalidField, () => process.Advance(null, "why", Signature.Of(Given.Proposer), Given.Start));
        Given.Refused(DesignationReasons.TransitionNotAllowed, () => process.Advance(ProcessState.Monitored, "why", Signature.Of(Given.Proposer), Given.Start));
    }

    [Fact]
    public void Translations_AreOneForEachLanguage_NeverTheOriginalsOwn_InALanguageThatThereIs()
    {
        var process = Given.Process();
        ProcessTranslation french = new("fr", "Un processus", "Une situation", MachineMade: false), arabic = new("ar", "عملية", "وضع", MachineMade: true);
        process.Edit(process.Fields() with { Translations = [french, arabic] }, Given.Proposer, Given.Start);
        Assert.Equal([arabic, french], process.Translations);
        process.Edit(process.Fields() with { Title = "Another title" }, Given.Proposer, Given.Start);
        Assert.Equal(2, process.Translations.Count);

        AssertRefused("translations", [french, french]);
        AssertRefused("translations", [french with { Language = "en" }]);
        AssertRefused("translations[1].language", [french, arabic with { Language = "xx-nowhere" }]);
        AssertRefused("translations[0].language", [null!]);
        AssertRefused("translations[0].title", [french with { Title = " " }]);
        AssertRefused("translations", [.. Enumerable.Repeat(french, ProcessTranslation.Most + 1)]);

        void AssertRefused(string field, IReadOnlyList<ProcessTranslation> translations) => Assert.Contains(field, Given.Refused(
            PlatformReasons.InvalidField, () => process.Edit(process.Fields() with { Translations = translations }, Given.Proposer, Given.Start)).Errors.Select(e => e.Field));
    }

    [Fact]
    public void Open_AboveTheKeepersClearance_OrWithWrongFields_NamesEach()
    {
        var keeper = Given.Proposer with { Clearance = Classification.Unclassified };
        var fields = new ProcessFields("", "x", ["ssd"], null, null, Classification.Confidential, new AppointingAuthority("", ["persons/1"]));
        var refusal = Given.Refused(PlatformReasons.InvalidField, () => Process.Open(ProcessId.New(), fields, false, keeper, Given.Start));
        Assert.Equal(
            ["appointingAuthority.organ", "appointingAuthority.persons", "classification", "countries", "kind", "sourceOfAuthority", "title"],
            refusal.Errors.Select(e => e.Field).Order(StringComparer.Ordinal));
    }
}
