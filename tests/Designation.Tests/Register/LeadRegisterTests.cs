using Concord.Designation.Lead;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Support;
using CsCheck;

namespace Concord.Designation.Tests.Register;

public sealed class LeadRegisterTests
{
    private readonly Process _process = Given.Process(ProcessState.EarlyEngagement, ProcessState.PreNegotiation);

    [Fact, Rule("R143")]
    public void Approve_OnAnOlderEpoch_IsRefusedWithTheHolder()
    {
        var register = new LeadRegister(_process, null);
        var late = register.ProposeDesignation(Given.Terms(Given.Council), [Given.Council], 0, Given.Proposer, Given.Start);
        register.Designate(_process, Given.Forum, Given.Start);

        var refusal = Given.Refused(DesignationReasons.StaleLeadEpoch, () => register.Approve(late, Given.Approver, Given.Start));
        Assert.Contains(("holder", "Forum"), refusal.Metadata);
        Assert.Contains(("leadEpoch", "1"), refusal.Metadata);
        Given.Refused(DesignationReasons.StaleLeadEpoch, () => register.ProposeEnd("x", 0, Given.Proposer, Given.Start));
    }

    [Fact]
    public void Approve_ByTheProposer_OrByOneNotNamed_IsRefused()
    {
        var register = new LeadRegister(_process, null);
        var proposal = register.ProposeDesignation(Given.Terms(Given.Forum), [Given.Forum], 0, Given.Proposer, Given.Start);
        Given.Refused(PlatformReasons.FourEyesRequired, () => register.Approve(proposal, Given.Proposer, Given.Start));
        Given.Refused(PlatformReasons.FourEyesRequired, () => proposal.Reject("no", Given.Proposer, Given.Start));
        Given.Refused(DesignationReasons.NotAppointingAuthority, () => register.Approve(proposal, Given.Person(), Given.Start));
        Given.Refused(PlatformReasons.NotTheProposer, () => proposal.Withdraw("no", Given.Approver, Given.Start));
        Assert.Null(register.Open);
    }

    [Fact]
    public void Approve_AfterThirtyDays_IsRefused()
    {
        var register = new LeadRegister(_process, null);
        var proposal = register.ProposeDesignation(Given.Terms(Given.Forum), [Given.Forum], 0, Given.Proposer, Given.Start);
        var refusal = Given.Refused(PlatformReasons.ProposalExpired, () => register.Approve(proposal, Given.Approver, Given.Start.AddDays(30)));
        Assert.Equal("PROPOSAL_EXPIRED", refusal.Reason.Code);
        Assert.Equal(ProposalState.Expired, proposal.StateAt(Given.Start.AddDays(30)));
        Assert.NotNull(register.Approve(proposal, Given.Approver, Given.Start.AddDays(30).AddTicks(-10)).Begun);
        Given.Refused(PlatformReasons.ProposalNotOpen, () => register.Approve(proposal, Given.Approver, Given.Start));
    }

    [Fact, Rule("R49")]
    public void HandOver_EndsAndStartsAtOneInstant_AndAClockSetBackMakesNoOverlap()
    {
        var register = new LeadRegister(_process, null);
        register.Designate(_process, Given.Forum, Given.Start);
        var change = register.Approve(register.HandOver(_process, Given.Council, Given.Start.AddDays(1)), Given.Approver, Given.Start.AddDays(2));
        Assert.Equal(Given.Start.AddDays(2), change.Ended!.EndTime);
        Assert.Equal(change.Ended.EndTime, change.Begun!.StartTime);
        Assert.Equal((1, 2), (change.EndedFact!.Epoch, change.BegunFact!.Epoch));

        var back = register.Approve(register.HandOver(_process, Given.Forum, Given.Start), Given.Approver, Given.Start);
        Assert.Equal(Given.Start.AddDays(2), back.Begun!.StartTime);
        Assert.Equal(back.Ended!.EndTime, back.Begun.StartTime);
    }

    [Fact, Rule("R49")]
    public void HandOver_WithoutCareForPartiesAndDossier_IsRefused()
    {
        var register = new LeadRegister(_process, null);
        register.Designate(_process, Given.Forum, Given.Start);
        var refusal = Given.Refused(PlatformReasons.InvalidField, () =>
            register.ProposeHandOver(Given.Terms(Given.Council), new HandOverCare(null, " "), [Given.Council], 1, Given.Proposer, Given.Start));
        Assert.Equal(["handOver.partiesInformed", "handOver.dossierTransfer"], refusal.Errors.Select(e => e.Field));
    }

    [Fact, Rule("R28")]
    public void Propose_AgainstWhatIsTrue_IsRefused()
    {
        var register = new LeadRegister(_process, null);
        Given.Refused(DesignationReasons.NoLead, () => register.ProposeEnd("x", 0, Given.Proposer, Given.Start));
        Given.Refused(DesignationReasons.NoLead, () => register.HandOver(_process, Given.Forum, Given.Start));
        register.Designate(_process, Given.Forum, Given.Start);
        var refusal = Given.Refused(DesignationReasons.LeadAlreadyHeld, () => register.ProposeDesignation(Given.Terms(Given.Council), [Given.Council], 1, Given.Proposer, Given.Start));
        Assert.Contains(("holder", "Forum"), refusal.Metadata);
        Given.Refused(PlatformReasons.InvalidField, () => register.ProposeEnd("x", null, Given.Proposer, Given.Start));
    }

    [Fact, Rule("R28")]
    public void End_WhereALeadIsRequired_IsRefused_AlsoWhenProposedBefore()
    {
        var register = new LeadRegister(_process, null);
        register.Designate(_process, Given.Forum, Given.Start);
        var early = register.ProposeEnd("x", 1, Given.Proposer, Given.Start);
        _process.Advance(ProcessState.FrameworkAgreed, "go", Signature.Of(Given.Proposer), Given.Start);
        Given.Refused(DesignationReasons.LeadRequired, () => register.Approve(early, Given.Approver, Given.Start));
        Given.Refused(DesignationReasons.LeadRequired, () => register.ProposeEnd("x", 1, Given.Proposer, Given.Start));
    }

    [Fact, Rule("R29")]
    public void Designate_WithoutComparison_NeedsAReason_AndTheHolderIsCompared()
    {
        var register = new LeadRegister(_process, null);
        var terms = Given.Terms(Given.Forum);
        Given.Refused(DesignationReasons.ComparisonRequired, () => Propose(terms with { Candidates = [terms.Candidates![0]] }));
        Given.Refused(DesignationReasons.ComparisonRequired, () => Propose(terms with { Candidates = [terms.Candidates![0], terms.Candidates![0]] }));
        Given.Refused(DesignationReasons.ComparisonRequired, () => Propose(terms with { Candidates = [terms.Candidates![1], new Candidate(Given.Council.Name, "a", "b")] }));
        Assert.NotNull(Propose(terms with { Candidates = null, SingleCandidateReason = "nobody else is accepted" }));

        LeadProposal Propose(LeadTerms t) => register.ProposeDesignation(t, [Given.Forum], 0, Given.Proposer, Given.Start);
    }

    [Fact, Rule("R32"), Rule("R33")]
    public void JointModels_HaveOneHolderOfSeveralOrganizations()
    {
        var register = new LeadRegister(_process, null);
        AskedOrganization[] both = [Given.Forum, Given.Council];
        var joint = Given.Terms(both);
        var state = Given.Organization("State", "STATE");
        Given.Refused(DesignationReasons.ModelConstraint, () => Propose(joint with { Model = PartnershipModel.LeadWithSupport }, both));
        Given.Refused(DesignationReasons.ModelConstraint, () => Propose(joint with { HeadquartersCoordination = null }, both));
        Given.Refused(DesignationReasons.ModelConstraint, () => Propose(Given.Terms(Given.Forum) with { Model = PartnershipModel.CoMediation, WorkingArrangement = "x" }, [Given.Forum]));
        Given.Refused(DesignationReasons.ModelConstraint, () => Propose(Given.Terms(Given.Council, state), [Given.Council, state]));
        var (a, b) = ($"profiles/{Guid.NewGuid()}", $"profiles/{Guid.NewGuid()}");
        Given.Refused(DesignationReasons.ModelConstraint, () => Propose(joint with { Mediators = [new(a, null), new(b, null)] }, both));
        var co = joint with { Model = PartnershipModel.CoMediation };
        Given.Refused(DesignationReasons.ModelConstraint, () => Propose(co, both));
        Given.Refused(DesignationReasons.ModelConstraint, () => Propose(co with { WorkingArrangement = " ", Mediators = [new(a, Given.Forum.Name), new(b, Given.Council.Name)] }, both));
        Given.Refused(DesignationReasons.ModelConstraint, () => Propose(co with { Mediators = [new(a, Given.Forum.Name), new(b, Given.Forum.Name)] }, both));
        Given.Refused(DesignationReasons.ModelConstraint, () => Propose(co with { Mediators = [new(a, Given.Forum.Name), new(a, Given.Council.Name)] }, both));

        var change = register.Approve(Propose(co with { Mediators = [new(a, Given.Forum.Name), new(b, Given.Council.Name)] }, both), Given.Approver, Given.Start);
        Assert.Equal("Forum · Council", change.BegunFact!.DisplayName);
        Assert.Equal([Given.Forum.Name, Given.Council.Name], change.BegunFact.Organizations);
        Assert.Equal(1, _process.LeadEpoch);

        LeadProposal Propose(LeadTerms t, AskedOrganization[] holders) => register.ProposeDesignation(t, holders, 0, Given.Proposer, Given.Start);
    }

    [Fact, Rule("R28"), Rule("R49")]
    public void After_any_sequence_of_acts_one_leads_at_most_and_each_change_moves_the_epoch_by_one() =>
        Gen.Select(Gen.Int[0, 6], Gen.Int[-48, 96]).Array[0, 60].Sample(acts =>
        {
            var process = Given.Process(ProcessState.EarlyEngagement, ProcessState.PreNegotiation);
            var register = new LeadRegister(process, null);
            var history = new List<LeadDesignation>();
            var proposals = new List<LeadProposal>();
            var now = Given.Start;
            foreach (var (act, hours) in acts)
            {
                now = now.AddHours(hours);
                var epoch = process.LeadEpoch;
                LeadChange? change = null;
                try
                {
                    switch (act)
                    {
                        case 0: proposals.Add(register.ProposeDesignation(Given.Terms(Given.Forum), [Given.Forum], epoch, Given.Proposer, now)); break;
                        case 1: proposals.Add(register.HandOver(process, Given.Council, now)); break;
                        case 2: proposals.Add(register.ProposeEnd("done", epoch, Given.Proposer, now)); break;
                        case 3 or 4 when proposals.Count > 0: change = register.Approve(proposals[Math.Abs(hours) % proposals.Count], Given.Approver, now); break;
                        case 5: process.Advance(ProcessState.FrameworkAgreed, "go", Signature.Of(Given.Proposer), now); break;
                        case 6: process.Advance(ProcessState.Suspended, "stop", Signature.Of(Given.Proposer), now); break;
                    }
                }
                catch (DomainException)
                {
                    // A refusal changes nothing; what follows is checked either way.
                }

                if (change?.Begun is { } begun)
                {
                    history.Add(begun);
                }

                Assert.Equal(change is null ? epoch : epoch + 1, process.LeadEpoch);
                Assert.Equal(register.Open?.Id, process.Lead);
                Assert.Equal(register.Open is null ? 0 : 1, history.Count(d => d.EndTime is null));
                Assert.False(process.RequiresLead && process.Lead is null);
                Assert.All(history.Zip(history.Skip(1)), pair => Assert.True(pair.First.EndTime <= pair.Second.StartTime && pair.First.Epoch < pair.Second.Epoch));
            }
        }, iter: 2000);
}
