using System.Globalization;
using Concord.Contracts.Events;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Platform.Security;

namespace Concord.Designation.Lead;

/// <summary>What a change of the lead did: what ended, what began, and the facts to raise, in that order.</summary>
internal sealed record LeadChange(LeadDesignation? Ended, LeadEnded? EndedFact, LeadDesignation? Begun, LeadDesignated? BegunFact);

/// <summary>
/// The lead of one process (R28): a process and its open designation, together. Every change of the holder moves the epoch by one, so that
/// whoever acts on what was true before is refused with the name of the holder (R143).
/// </summary>
internal sealed class LeadRegister
{
    private readonly Process _process;
    private LeadDesignation? _open;

    /// <param name="process">The process.</param>
    /// <param name="open">Its open designation; null where nobody leads.</param>
    public LeadRegister(Process process, LeadDesignation? open)
    {
        if (process.Lead != open?.Id)
        {
            // Read in two steps, and the lead changed between them.
            throw Fail.Because(PlatformReasons.ConcurrentChange, "The lead changed at the same moment. Read it again and retry.");
        }

        (_process, _open) = (process, open);
    }

    public LeadDesignation? Open => _open;

    public LeadProposal ProposeDesignation(LeadTerms terms, IReadOnlyList<AskedOrganization> holders, long? epoch, Caller caller, DateTime now)
    {
        RequireProposer(caller, epoch);
        _process.RequireOpen();
        RequireNoLead();
        var recorded = terms.Checked(holders, now);
        return new LeadProposal(_process, ProposalKind.Designate, recorded, null, recorded.Reason!, Signature.Of(caller), now);
    }

    public LeadProposal ProposeHandOver(LeadTerms terms, HandOverCare care, IReadOnlyList<AskedOrganization> holders, long? epoch, Caller caller, DateTime now)
    {
        RequireProposer(caller, epoch);
        _process.RequireOpen();
        RequireLead();
        var check = new Violations();
        check.Text(care.PartiesInformed, "handOver.partiesInformed", 2000);
        check.Text(care.DossierTransfer, "handOver.dossierTransfer", 2000);
        check.ThrowIfAny();
        var recorded = terms.Checked(holders, now);
        return new LeadProposal(_process, ProposalKind.HandOver, recorded, care, recorded.Reason!, Signature.Of(caller), now);
    }

    public LeadProposal ProposeEnd(string? reason, long? epoch, Caller caller, DateTime now)
    {
        RequireProposer(caller, epoch);
        RequireLead();
        RequireMayBeWithout();
        var check = new Violations();
        var why = check.Text(reason, "reason", 4000);
        check.ThrowIfAny();
        return new LeadProposal(_process, ProposalKind.End, null, null, why, Signature.Of(caller), now);
    }

    /// <param name="history">Of this process.</param>
    /// <param name="states">Its steps.</param>
    /// <param name="corrections">When who led really began and ended.</param>
    /// <param name="reason">What it was found out from.</param>
    /// <param name="epoch">The epoch the proposer read.</param>
    /// <param name="caller">Who proposes.</param>
    /// <param name="now">UTC.</param>
    public LeadProposal ProposeCorrection(LeadHistory history, IReadOnlyList<StateChange> states, IReadOnlyList<CorrectedTimes>? corrections, string? reason, long? epoch, Caller caller, DateTime now)
    {
        RequireProposer(caller, epoch);
        var check = new Violations();
        var why = check.Text(reason, "reason", 4000);
        check.ThrowIfAny();
        history.Checked(corrections, states, now);
        return new LeadProposal(_process, ProposalKind.Correct, null, null, why, Signature.Of(caller), now) { Corrections = corrections };
    }

    /// <summary>The second person's act on a correction: nobody else leads for it, the epoch stays, and what was recorded stays beside what counts from now on.</summary>
    public IReadOnlyList<LeadCorrection> ApproveCorrection(LeadProposal proposal, LeadHistory history, IReadOnlyList<StateChange> states, Caller caller, DateTime now)
    {
        RequireSecond(proposal, caller, now);
        if (history.IsCorrectedAfter(proposal.CreateTime))
        {
            throw Fail.Because(PlatformReasons.ProposalOvertaken, PlatformReasons.ProposalOvertaken.Title);
        }

        var changes = history.Checked(proposal.Corrections, states, now);
        proposal.Approve(caller, now);
        _process.CorrectHistory(now);
        return [.. changes.Select(c => new LeadCorrection(c.Designation, c.Was, c.Now, proposal, now))];
    }

    /// <summary>The second person's act: the change takes place now, all of it at one instant (R49).</summary>
    public LeadChange Approve(LeadProposal proposal, Caller caller, DateTime now)
    {
        RequireSecond(proposal, caller, now);
        if (proposal.Kind == ProposalKind.End)
        {
            RequireMayBeWithout();
        }
        else
        {
            _process.RequireOpen();
        }

        proposal.Approve(caller, now);
        return Change(proposal.Terms, proposal.Reason, proposal.ProposedBy, proposal.DecidedBy!, now, now);
    }

    /// <summary>Enters a lead that a public record tells of; only where nobody leads.</summary>
    /// <param name="terms">Who led and why, in the words of the record.</param>
    /// <param name="holders">The organizations.</param>
    /// <param name="source">Stands in for proposer and approver.</param>
    /// <param name="start">Since when.</param>
    /// <param name="now">When it is entered.</param>
    public LeadChange EnterFromRecord(LeadTerms terms, IReadOnlyList<AskedOrganization> holders, Signature source, DateTime start, DateTime now)
    {
        RequireNoLead();
        return Change(terms.Checked(holders, now), "", source, source, start, now);
    }

    /// <summary>Refuses where the lead changed since that epoch was read, with who holds it now.</summary>
    public void RequireEpoch(long epoch)
    {
        if (epoch != _process.LeadEpoch)
        {
            throw Stale(_process, _open);
        }
    }

    public static DomainException Stale(Process process, LeadDesignation? open) => Fail.Because(
        DesignationReasons.StaleLeadEpoch,
        open is null ? "The lead changed since you read it; nobody leads now." : $"The lead changed since you read it; {open.DisplayName} leads now.",
        [("leadEpoch", process.LeadEpoch.ToString(CultureInfo.InvariantCulture)), .. Holder(open)]);

    private LeadChange Change(LeadTerms? next, string reason, Signature proposedBy, Signature approvedBy, DateTime at, DateTime now)
    {
        // A clock that was set back must not make the history overlap.
        var instant = _process.LeadChangeTime is { } last && last > at ? last : at;
        var ended = _open;
        ended?.End(instant, reason, proposedBy, approvedBy);
        var begun = next is null ? null : new LeadDesignation(_process, next, _process.LeadEpoch + 1, instant, proposedBy, approvedBy, now);
        _process.ChangeLead(begun?.Id, instant);
        _open = begun;
        var (process, version) = (_process.Id.ToString(), _process.Version + 1);
        return new LeadChange(
            ended, ended is null ? null : new LeadEnded(process, ended.Epoch, reason, version, instant),
            begun, begun is null ? null : new LeadDesignated(process, begun.Organizations, begun.DisplayName, begun.Epoch, version, instant));
    }

    private void RequireProposer(Caller caller, long? epoch)
    {
        _process.RequireAuthority(caller);
        RequireEpoch(epoch ?? throw Fail.Invalid("leadEpoch", "Required: the epoch you read."));
    }

    private void RequireSecond(LeadProposal proposal, Caller caller, DateTime now)
    {
        _process.RequireAuthority(caller);
        proposal.RequireOpen(now);
        proposal.RequireSecondPerson(caller);
        RequireEpoch(proposal.LeadEpoch);
    }

    private void RequireNoLead()
    {
        if (_open is not null)
        {
            throw Fail.Because(DesignationReasons.LeadAlreadyHeld, $"{_open.DisplayName} leads; propose a hand-over.", [.. Holder(_open)]);
        }
    }

    private void RequireLead()
    {
        if (_open is null)
        {
            throw Fail.Because(DesignationReasons.NoLead, "Nobody leads the process; propose a designation.");
        }
    }

    private void RequireMayBeWithout()
    {
        if (_process.RequiresLead)
        {
            throw Fail.Because(DesignationReasons.LeadRequired, $"{_process.State} requires a lead; propose a hand-over instead.", ("state", ProcessAnswers.Text(_process.State)));
        }
    }

    private static (string, string)[] Holder(LeadDesignation? open) =>
        open is null ? [] : [("holder", open.DisplayName), ("holderOrganizations", string.Join(",", open.Organizations))];
}
