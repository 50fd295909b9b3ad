using Concord.Designation.Criteria;
using Concord.Designation.Lead;
using Concord.Designation.Mandates;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Designation.Reactions;
using Concord.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Claims;

/// <summary>A claim to lead, or to support whoever does.</summary>
/// <param name="OrganizationDisplayName">Absent until the organization's name has reached this service.</param>
/// <param name="OtherClaims">Who else claims to lead and has not withdrawn; absent in lists.</param>
/// <param name="Lead">Who leads now; absent where nobody does, and in lists, which say it once.</param>
/// <param name="ActorKind">Whose criteria the self-assessment follows; absent where the annex describes no such kind.</param>
/// <param name="NoMandate">It said that it acts without a mandate; where it is false and no terms are given it has said neither.</param>
/// <param name="SelfAssessment">In its own words, by the criteria of its kind.</param>
internal sealed record ClaimAnswer(
    string Name, string Organization, string? OrganizationDisplayName, string Mandate, string Advantages, string Disadvantages, ClaimState State,
    Signature RegisteredBy, DateTime CreateTime, string? CloseReason, DateTime? CloseTime, IReadOnlyList<OtherClaim>? OtherClaims, HolderAnswer? Lead, string Etag,
    ClaimKind Kind, ActorKind? ActorKind, string? Scope, DateOnly? From, DateOnly? Until, MandateTerms? MandateTerms, bool NoMandate, IReadOnlyList<CriterionStatement> SelfAssessment, IReadOnlyList<DocumentReference> Documents);

/// <summary>Another organization that claims to lead the same process.</summary>
internal sealed record OtherClaim(string Name, string Organization, string? OrganizationDisplayName, DateTime CreateTime);

/// <summary>Claims on one process, and who leads it.</summary>
/// <param name="Items">Oldest first.</param>
/// <param name="NextPageToken">Absent on the last page.</param>
/// <param name="Lead">Absent where nobody leads.</param>
internal sealed record ClaimPage(IReadOnlyList<ClaimAnswer> Items, string? NextPageToken, HolderAnswer? Lead);

/// <summary>All that a claimant learns of a process outside its view, whether or not there is one (R48).</summary>
/// <param name="Receipt">Quote it to the desk.</param>
internal sealed record DeskReceiptAnswer(string Receipt);

internal static class ClaimAnswers
{
    private const int MostOthers = 100;

    public static ClaimAnswer ToAnswer(Claim c, OrganizationNames names) => new(
        c.Name, c.Organization, names.Of(c.Organization), c.Mandate, c.Advantages, c.Disadvantages, c.State,
        c.RegisteredBy, c.CreateTime, c.CloseReason, c.CloseTime, null, null, ETag.Of(c),
        c.Kind, c.Actor, c.Scope, c.From, c.Until, c.MandateTerms, c.NoMandate, c.SelfAssessment ?? [], c.Documents ?? []);

    /// <summary>The claim with who else claims and who leads.</summary>
    public static async Task<ClaimAnswer> ToFullAnswerAsync(DesignationDb db, Claim claim, CancellationToken cancellationToken)
    {
        var others = await db.Claims.AsNoTracking()
            .Where(c => c.Process == claim.Process && c.Id != claim.Id && c.State == ClaimState.Proposed && c.Kind == ClaimKind.Lead)
            .OrderBy(c => c.CreateTime).ThenBy(c => c.Id).Take(MostOthers).ToListAsync(cancellationToken);
        var names = await db.NamesAsync([claim.Organization, .. others.Select(o => o.Organization)], cancellationToken);
        return ToAnswer(claim, names) with
        {
            OtherClaims = [.. others.Select(o => new OtherClaim(o.Name, o.Organization, names.Of(o.Organization), o.CreateTime))],
            Lead = await db.HolderAsync(claim.Process, cancellationToken),
        };
    }
}
