using Concord.Contracts.Access;
using Concord.Platform.Http;
using Concord.Roster.Mediators;

namespace Concord.Roster.Deployments;

/// <summary>A briefing that was held (R21).</summary>
/// <param name="On">The day.</param>
/// <param name="BriefedBy">Who did it.</param>
/// <param name="Topics">On what.</param>
internal sealed record BriefingAnswer(DateOnly On, string BriefedBy, IReadOnlyList<BriefingTopic> Topics);

/// <summary>That the lead of the process agrees that the person has other work on the same days (R15).</summary>
/// <param name="Organization">Resource name of the organization that agreed for it.</param>
/// <param name="Time">When, UTC.</param>
internal sealed record LeadAgreementAnswer(string Organization, DateTime Time)
{
    public static LeadAgreementAnswer? Of(LeadAgreement? agreement) => agreement is null ? null : new(agreement.By.Organization!, agreement.Time);
}

/// <summary>One person who is sent for a request.</summary>
/// <param name="Name">Resource name.</param>
/// <param name="Request">Resource name of the request.</param>
/// <param name="Profile">Resource name of the person.</param>
/// <param name="Classification">Of the request.</param>
/// <param name="Function">What the person does (R5).</param>
/// <param name="Mode">How the person works.</param>
/// <param name="FirstDay">First day.</param>
/// <param name="LastDay">Last day.</param>
/// <param name="State">How far it is; from CONFIRMED on the person has no other work on these days, but for what the leads of both processes agree to (R15).</param>
/// <param name="LeadAgreement">That the lead of the process agrees that the person has other work on the same days; absent where it does not (R15).</param>
/// <param name="Tasks">What the person is to do.</param>
/// <param name="ReportsTo">To whom the person reports.</param>
/// <param name="Security">Security clearance.</param>
/// <param name="Travel">Travel clearance.</param>
/// <param name="Briefings">Those that were held (R21).</param>
/// <param name="ConfirmTime">When it was decided, UTC.</param>
/// <param name="DepartTime">When the person left, UTC.</param>
/// <param name="ReturnTime">When the return was recorded, UTC.</param>
/// <param name="CancelTime">When it was cancelled, UTC.</param>
/// <param name="CancelReason">Why.</param>
/// <param name="CreateTime">When it was planned, UTC.</param>
/// <param name="UpdateTime">When it last changed, UTC.</param>
/// <param name="Etag">For If-Match.</param>
internal sealed record DeploymentAnswer(
    string Name, string Request, string Profile, Classification Classification, TeamFunction? Function, DeploymentMode Mode, DateOnly FirstDay, DateOnly LastDay, DeploymentState State, LeadAgreementAnswer? LeadAgreement, string? Tasks,
    string? ReportsTo, Clearance Security, Clearance Travel, IReadOnlyList<BriefingAnswer> Briefings, DateTime? ConfirmTime, DateTime? DepartTime, DateTime? ReturnTime, DateTime? CancelTime, string? CancelReason,
    DateTime CreateTime, DateTime UpdateTime, string Etag)
{
    public static DeploymentAnswer Of(Deployment d) => new(
        d.Id.ToString(), d.Request.ToString(), d.Profile.ToString(), d.Classification, d.Function, d.Mode, d.FirstDay, d.LastDay, d.State, LeadAgreementAnswer.Of(d.LeadAgreement), d.Tasks, d.ReportsTo, d.Security, d.Travel,
        [.. d.Briefings.Select(b => new BriefingAnswer(b.On, b.BriefedBy, b.Topics))], d.ConfirmTime, d.DepartTime, d.ReturnTime, d.CancelTime, d.CancelReason, d.CreateTime, d.UpdateTime, ETag.Of(d));
}
