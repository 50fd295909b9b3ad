using Concord.Contracts.Access;
using Concord.Platform.FourEyes;
using Concord.Platform.Http;
using Concord.Roster.Mediators;

namespace Concord.Roster.Standby;

/// <summary>Why a request is declined.</summary>
/// <param name="Reason">1 to 1,000 characters; whoever asked reads it.</param>
internal sealed record DeclineStandby(string? Reason);

/// <summary>That the after-action review was held (R133).</summary>
/// <param name="Review">Where it is found: a reference, a title and a place; 1 to 500 characters, and nothing about a person.</param>
internal sealed record RecordReview(string? Review);

/// <summary>A request for people on standby.</summary>
/// <param name="Name">Resource name.</param>
/// <param name="Organization">Resource name of the organization that asks.</param>
/// <param name="RequestedBy">Who asked for it.</param>
/// <param name="Requester">Who asks (R13).</param>
/// <param name="Process">Resource name of the process it is for.</param>
/// <param name="Classification">Who may see the request at all.</param>
/// <param name="Country">ISO 3166-1 alpha-3.</param>
/// <param name="Place">Where in the country.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Tasks">What they are to do (R13).</param>
/// <param name="Functions">What they are to be able to do in a team (R5).</param>
/// <param name="Themes">On which themes (R4).</param>
/// <param name="People">How many.</param>
/// <param name="Mode">How they work.</param>
/// <param name="NeededBy">The day by which they are needed.</param>
/// <param name="FirstDay">First day of the work.</param>
/// <param name="LastDay">Last day of the work.</param>
/// <param name="State">How far it is.</param>
/// <param name="Package">What stands behind them (R24).</param>
/// <param name="Missing">What of that is not there yet; told, and no refusal.</param>
/// <param name="DueTime">Until when they have to have departed (R12), UTC.</param>
/// <param name="AcknowledgeTime">When mediation support took it on, UTC.</param>
/// <param name="IdentifyTime">When the first person was planned (R25), UTC.</param>
/// <param name="FundTime">Since when it stands what it is paid from (R25), UTC; absent while nothing does.</param>
/// <param name="ApproveTime">When it was decided, UTC.</param>
/// <param name="ApprovedBy">By whom.</param>
/// <param name="DepartTime">When they left, UTC.</param>
/// <param name="CompleteTime">When they were back, UTC.</param>
/// <param name="DeclineTime">When it was declined, UTC.</param>
/// <param name="DeclineReason">Why.</param>
/// <param name="ReviewDueOn">Until when the after-action review is due.</param>
/// <param name="Review">Where it is found.</param>
/// <param name="CreateTime">When it was asked, UTC: the clock runs from then.</param>
/// <param name="UpdateTime">When it last changed, UTC.</param>
/// <param name="Etag">For If-Match.</param>
internal sealed record StandbyAnswer(
    string Name, string Organization, ActPerson RequestedBy, RequesterKind Requester, string? Process, Classification Classification, string Country, string? Place, string Purpose, IReadOnlyList<StandbyTask> Tasks,
    IReadOnlyList<TeamFunction> Functions, IReadOnlyList<ExpertiseArea> Themes, int People, DeploymentMode Mode, DateOnly NeededBy, DateOnly FirstDay, DateOnly LastDay, StandbyState State, SupportPackage Package,
    IReadOnlyList<SupportPart> Missing, DateTime DueTime, DateTime? AcknowledgeTime, DateTime? IdentifyTime, DateTime? FundTime, DateTime? ApproveTime, ActPerson? ApprovedBy, DateTime? DepartTime, DateTime? CompleteTime, DateTime? DeclineTime, string? DeclineReason,
    DateOnly? ReviewDueOn, string? Review, DateTime CreateTime, DateTime UpdateTime, string Etag)
{
    public static StandbyAnswer Of(StandbyRequest r) => new(
        r.Id.ToString(), r.Organization, r.RequestedBy.ToPerson(), r.Requester, r.Process, r.Classification, r.Country, r.Place, r.Purpose, r.Tasks, r.Functions, r.Themes, r.People,
        r.Mode, r.NeededBy, r.FirstDay, r.LastDay, r.State, r.Package, r.Package.Missing(), r.DueTime, r.AcknowledgeTime, r.IdentifyTime, r.FundTime, r.ApproveTime,
        r.ApprovedBy?.ToPerson(), r.DepartTime, r.CompleteTime, r.DeclineTime, r.DeclineReason, r.ReviewDueOn, r.Review, r.CreateTime, r.UpdateTime, ETag.Of(r));
}
