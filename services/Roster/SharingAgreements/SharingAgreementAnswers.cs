using Concord.Platform.FourEyes;
using Concord.Platform.Http;
using Concord.Platform.Security;

namespace Concord.Roster.SharingAgreements;

/// <summary>A receiving organization, and how it stands to the agreement.</summary>
/// <param name="Organization">Resource name.</param>
/// <param name="OrganizationDisplayName">What it was called when the agreement was proposed.</param>
/// <param name="AgreedBy">Its officer who agreed; absent before.</param>
/// <param name="AgreeTime">When, UTC.</param>
/// <param name="WithdrawTime">When it withdrew, UTC.</param>
/// <param name="WithdrawReason">Why it withdrew.</param>
internal sealed record SharingReceiverAnswer(string Organization, string OrganizationDisplayName, ActPerson? AgreedBy, DateTime? AgreeTime, DateTime? WithdrawTime, string? WithdrawReason)
{
    public static SharingReceiverAnswer Of(AgreementReceiver r) => new(
        r.Organization, r.OrganizationName, r.AgreedBy?.ToPerson(), r.AgreeTime, r.LeaveTime, r.LeaveReason);
}

/// <summary>An agreement by which an organization shares part of its roster (R20).</summary>
/// <param name="Name">Resource name, <c>sharingAgreements/{uuid}</c>.</param>
/// <param name="Owner">Resource name of the organization whose people they are.</param>
/// <param name="OwnerDisplayName">What it was called when the agreement was proposed.</param>
/// <param name="Receivers">The organizations it shares them with; a receiving organization sees itself only.</param>
/// <param name="State">How far it is today; to a receiving organization, with itself.</param>
/// <param name="Open">Whether it opens people to somebody today, or to the caller's organization where that is not the owner.</param>
/// <param name="PeopleNow">How many people it opens to a reader cleared for them today, were it agreed; only where one agreement is read, by the owner or by whom it is open to.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Scope">Which people; people who are named are left out where the caller does not see them.</param>
/// <param name="Fields">What is shown of them beside name, gender and level.</param>
/// <param name="FromDay">First day on which it counts.</param>
/// <param name="UntilDay">Last day on which it counts.</param>
/// <param name="ExposedToReprisals">Who may be exposed to reprisals by it (R156); for the owner.</param>
/// <param name="ProposedBy">Who proposed it.</param>
/// <param name="CreateTime">When, UTC.</param>
/// <param name="ApprovedBy">The owner's second person; absent before.</param>
/// <param name="ApproveTime">When, UTC.</param>
/// <param name="EndedBy">Who withdrew it as a whole.</param>
/// <param name="EndTime">When, UTC.</param>
/// <param name="EndReason">Why.</param>
/// <param name="UpdateTime">When it last changed, to a receiving organization as far as that concerns it, UTC.</param>
/// <param name="Etag">For If-Match.</param>
internal sealed record SharingAgreementAnswer(
    string Name, string Owner, string OwnerDisplayName, IReadOnlyList<SharingReceiverAnswer> Receivers, SharingAgreementState State, bool Open, int? PeopleNow, string Purpose, AgreementScope Scope,
    IReadOnlyList<SharedFields> Fields, DateOnly FromDay, DateOnly UntilDay, string? ExposedToReprisals, ActPerson ProposedBy, DateTime CreateTime, ActPerson? ApprovedBy, DateTime? ApproveTime,
    ActPerson? EndedBy, DateTime? EndTime, string? EndReason, DateTime UpdateTime, string Etag)
{
    /// <param name="a">The agreement.</param>
    /// <param name="caller">Who reads it.</param>
    /// <param name="today">Today.</param>
    /// <param name="seen">Of the people who are named, those whom the caller sees.</param>
    /// <param name="peopleNow">How many it opens; null where that is not told.</param>
    public static SharingAgreementAnswer Of(SharingAgreement a, Caller caller, DateOnly today, IReadOnlySet<string> seen, int? peopleNow = null)
    {
        var own = a.Owner == caller.Organization;
        return new(
            a.Id.ToString(), a.Owner, a.OwnerName, [.. a.Receivers.Where(r => own || r.Organization == caller.Organization).OrderBy(r => r.OrganizationName, StringComparer.Ordinal).Select(SharingReceiverAnswer.Of)],
            a.StateFor(caller.Organization, today), own ? a.Receivers.Any(r => a.IsOpenTo(r.Organization, today)) : a.IsOpenTo(caller.Organization, today), peopleNow, a.Purpose,
            a.Scope with { People = [.. a.Scope.People!.Where(seen.Contains)] }, a.Fields, a.FromDay, a.UntilDay, own ? a.ExposedToReprisals : null, a.ProposedBy.ToPerson(), a.CreateTime,
            a.ApprovedBy?.ToPerson(), a.ApproveTime, a.EndedBy?.ToPerson(), a.EndTime, a.EndReason, own ? a.UpdateTime : a.LastStepFor(caller.Organization), ETag.Of(a));
    }
}
