using Concord.Designation.Processes;
using Concord.Platform.Http;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;

namespace Concord.Designation.Lead;

/// <summary>The one holder of the lead, in short.</summary>
/// <param name="Organizations">Several where the lead is joint.</param>
internal sealed record HolderAnswer(IReadOnlyList<string> Organizations, string DisplayName, long Epoch, DateTime StartTime);

/// <summary>One holder's time as lead.</summary>
/// <param name="Candidates">The comparison it rests on, for those who may see proposals; absent for others, who read what is published of it.</param>
/// <param name="SingleCandidateReason">Why there was one only, for the same.</param>
/// <param name="StartTime">As it counts now, with what was corrected.</param>
/// <param name="EndTime">First instant after it, as it counts now; absent while it lasts.</param>
/// <param name="Corrections">What was corrected of it, the latest last: each tells what counted before.</param>
/// <param name="UnderReview">A mediator it names is suspended or was erased from the roster, or an organization of it has left. Absent where neither is so.</param>
/// <param name="AfterNoLeadAgreed">Resource name of the decision that no lead was agreed, where it follows one.</param>
internal sealed record DesignationAnswer(
    string Name, IReadOnlyList<string> Organizations, string DisplayName, PartnershipModel Model, IReadOnlyList<NamedMediator> Mediators, string? WorkingArrangement,
    IReadOnlyList<Candidate>? Candidates, string? SingleCandidateReason, string Reason, long Epoch, DateTime StartTime, DateTime? EndTime, string? EndReason,
    Signature ProposedBy, Signature ApprovedBy, Signature? EndProposedBy, Signature? EndApprovedBy, DateTime CreateTime, UnderReview? UnderReview,
    string? HeadquartersCoordination, InterimLead? Interim, IReadOnlyList<CorrectionAnswer> Corrections, string? AfterNoLeadAgreed);

/// <summary>What was found out later of when a designation began and ended.</summary>
internal sealed record CorrectionAnswer(
    DateTime FormerStartTime, DateTime? FormerEndTime, DateTime StartTime, DateTime? EndTime, string Reason, Signature ProposedBy, Signature ApprovedBy, DateTime CreateTime);

/// <summary>Why somebody has to look at whether it goes on.</summary>
internal enum ReviewCause
{
    MediatorSuspended = 1,
    OrganizationLeft,
    MediatorErased,
}

/// <summary>Somebody has to look at whether it goes on.</summary>
/// <param name="Since">UTC.</param>
/// <param name="Cause">What happened; of several what was first.</param>
internal sealed record UnderReview(DateTime Since, ReviewCause Cause);

/// <summary>Who leads a process, now or at an instant.</summary>
/// <param name="LeadEpoch">The epoch now, whatever instant was asked for; a proposal carries it.</param>
/// <param name="Lead">Absent where nobody leads, or led.</param>
internal sealed record LeadAnswer(string Name, long LeadEpoch, DesignationAnswer? Lead);

/// <summary>A proposed change of the lead.</summary>
/// <param name="Terms">Absent where the lead is to end, and of a correction.</param>
/// <param name="Corrections">Of a correction only.</param>
/// <param name="Stale">The lead changed since; it can no longer be approved.</param>
internal sealed record ProposalAnswer(
    string Name, ProposalKind Kind, ProposalState State, long LeadEpoch, bool Stale, LeadTerms? Terms, HandOverCare? HandOver, string Reason,
    Signature ProposedBy, DateTime CreateTime, DateTime ExpireTime, Signature? DecidedBy, string? DecisionReason, DateTime? DecideTime, IReadOnlyList<CorrectedTimes>? Corrections, string Etag);

internal static class LeadAnswers
{
    /// <param name="d">As it was recorded.</param>
    /// <param name="underReview">Where somebody has to look at it.</param>
    /// <param name="corrections">Of this designation.</param>
    /// <param name="caller">Who reads it.</param>
    public static DesignationAnswer ToAnswer(LeadDesignation d, UnderReview? underReview, IEnumerable<LeadCorrection> corrections, Caller caller)
    {
        var withComparison = caller.Holds(DesignationPermissions.ReadProposals);
        LeadCorrection[] own = [.. corrections.OrderBy(c => c.Id.Value)];
        return new(
            $"{d.Process}/{d.Id}", d.Organizations, d.DisplayName, d.Terms.Model!.Value, d.Terms.Mediators ?? [], d.Terms.WorkingArrangement,
            withComparison ? d.Terms.Candidates ?? [] : null, withComparison ? d.Terms.SingleCandidateReason : null, d.Terms.Reason!, d.Epoch, own.LastOrDefault()?.StartTime ?? d.StartTime, d.EndTime is null ? null : own.LastOrDefault()?.EndTime ?? d.EndTime, d.EndReason,
            d.ProposedBy, d.ApprovedBy, d.EndProposedBy, d.EndApprovedBy, d.CreateTime, underReview, d.Terms.HeadquartersCoordination, d.Terms.Interim,
            [.. own.Select(c => new CorrectionAnswer(c.FormerStartTime, c.FormerEndTime, c.StartTime, c.EndTime, c.Reason, c.ProposedBy, c.ApprovedBy, c.CreateTime))], d.Terms.AfterNoLeadAgreed);
    }

    public static ProposalAnswer ToAnswer(LeadProposal p, long epochNow, DateTime now)
    {
        var state = p.StateAt(now);
        return new ProposalAnswer(
            p.Name, p.Kind, state, p.LeadEpoch, state == ProposalState.Proposed && p.LeadEpoch != epochNow, p.Terms, p.Care, p.Reason,
            p.ProposedBy, p.CreateTime, p.ExpireTime, p.DecidedBy, p.DecisionReason, p.DecideTime, p.Corrections, ETag.Of(p));
    }
}
