using Concord.Contracts.Access;
using Concord.Platform.FourEyes;
using Concord.Platform.Http;
using Concord.Roster.Mediators;

namespace Concord.Roster.SupportRequests;

/// <summary>A request for support, and how far it is (R147).</summary>
/// <param name="Name">Resource name, <c>supportRequests/{uuid}</c>.</param>
/// <param name="Organization">Resource name of the organization that asks.</param>
/// <param name="AskedBy">Its officer.</param>
/// <param name="Requester">Who asks.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Place">A country, ISO 3166-1 alpha-3, or a region, M49.</param>
/// <param name="Expertise">Themes that are needed.</param>
/// <param name="Languages">ISO 639 codes.</param>
/// <param name="StartDate">From when it is needed; absent where that is open.</param>
/// <param name="Days">For how long; absent where that is open.</param>
/// <param name="Process">Resource name of the process; absent where there is none.</param>
/// <param name="FocalPoints">Through which system of focal points it came; absent where through none.</param>
/// <param name="Classification">Who may see the request at all.</param>
/// <param name="State">How far it is.</param>
/// <param name="Urgency">As it was asked, and from triage on as the desk sees it.</param>
/// <param name="Kind">What the desk takes it for; absent before triage.</param>
/// <param name="DueTime">Until when it is answered, UTC.</param>
/// <param name="Overdue">Not answered by then.</param>
/// <param name="Assignee">Who of the desk has it.</param>
/// <param name="Outcome">What the desk says; absent before it answers.</param>
/// <param name="AnswerText">In its words.</param>
/// <param name="Provided">Resource names of what is provided; what they are is read there, by whoever may.</param>
/// <param name="RedirectedTo">Resource name of the organization to ask instead.</param>
/// <param name="Usefulness">Whether it helped, as the asker says.</param>
/// <param name="Feedback">In the asker's words.</param>
/// <param name="CreateTime">When it reached the desk, UTC.</param>
/// <param name="TriageTime">When the desk first looked, UTC.</param>
/// <param name="AssignTime">When somebody first had it, UTC.</param>
/// <param name="AnswerTime">When it was answered, UTC.</param>
/// <param name="CloseTime">When the asker closed it, UTC.</param>
/// <param name="UpdateTime">When it last changed, UTC.</param>
/// <param name="Etag">For If-Match.</param>
internal sealed record SupportRequestAnswer(
    string Name, string Organization, ActPerson AskedBy, SupportRequester Requester, string Title, string Purpose, string Place, IReadOnlyList<ExpertiseArea> Expertise, IReadOnlyList<string> Languages, DateOnly? StartDate, int? Days,
    string? Process, FocalPointSystem? FocalPoints, Classification Classification, SupportRequestState State, SupportUrgency Urgency, SupportRequestKind? Kind, DateTime DueTime, bool Overdue, ActPerson? Assignee, SupportOutcome? Outcome,
    string? AnswerText, IReadOnlyList<string> Provided, string? RedirectedTo, SupportUsefulness? Usefulness, string? Feedback, DateTime CreateTime, DateTime? TriageTime, DateTime? AssignTime,
    DateTime? AnswerTime, DateTime? CloseTime, DateTime UpdateTime, string Etag)
{
    public static SupportRequestAnswer Of(SupportRequest r, DateTime now) => new(
        r.Id.ToString(), r.Organization, r.AskedBy.ToPerson(), r.Requester, r.Title, r.Purpose, r.Place, r.Expertise, r.Languages, r.StartDate, r.Days, r.Process, r.FocalPoints, r.Classification,
        r.State, r.Urgency, r.Kind, r.DueTime, r.AnswerTime is null && r.DueTime < now, r.Assignee is null ? null : new ActPerson(r.Assignee, r.AssigneeName ?? ""), r.Outcome, r.AnswerText, r.Provided,
        r.RedirectedTo, r.Usefulness, r.Feedback, r.CreateTime, r.TriageTime, r.AssignTime, r.AnswerTime, r.CloseTime, r.UpdateTime, ETag.Of(r));
}
