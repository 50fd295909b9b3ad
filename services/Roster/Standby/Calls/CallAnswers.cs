using Concord.Platform.FourEyes;
using Concord.Platform.Http;

namespace Concord.Roster.Standby.Calls;

/// <summary>That a person was called, without what was said: that is read one by one.</summary>
/// <param name="Name">Resource name, <c>standbyRequests/{uuid}/calls/{uuid}</c>.</param>
/// <param name="Profile">Resource name of the person.</param>
/// <param name="CallTime">When, UTC.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="HasRemark">Whether the person said why.</param>
/// <param name="RecordedBy">Who called, or asked by the link.</param>
/// <param name="ByLink">Whether the person was asked by a link.</param>
/// <param name="LinkExpireTime">Until when the link is good, UTC; absent where there is none.</param>
/// <param name="AnswerTime">When the person answered by the link, UTC.</param>
/// <param name="CreateTime">When it was recorded, UTC.</param>
/// <param name="Etag">For If-Match.</param>
internal sealed record CallEntry(
    string Name, string Profile, DateTime CallTime, CallOutcome Outcome, bool HasRemark, ActPerson RecordedBy, bool ByLink, DateTime? LinkExpireTime, DateTime? AnswerTime, DateTime CreateTime, string Etag)
{
    public static CallEntry Of(StandbyCall c) => new(
        c.Name, c.Profile.ToString(), c.CallTime, c.Outcome, c.Remark is not null, c.RecordedBy.ToPerson(), c.LinkText is not null, c.LinkExpireTime, c.AnswerTime, c.CreateTime, ETag.Of(c));
}

/// <summary>A call, and what was said.</summary>
/// <param name="Call">That it was made.</param>
/// <param name="Remark">Why, in the words of the person.</param>
internal sealed record CallAnswer(CallEntry Call, string? Remark);

/// <summary>A link that is shown this once.</summary>
/// <param name="Call">The call that it asks for.</param>
/// <param name="Token">The secret, for the person alone: sent to POST /standby/calls:open and POST /standby/calls:answer.</param>
/// <param name="ExpireTime">Until when it is good, UTC.</param>
internal sealed record LinkShown(CallEntry Call, string Token, DateTime ExpireTime);

/// <summary>Figures of the calls for a request.</summary>
/// <param name="Calls">How many were made.</param>
/// <param name="People">How many different people were asked.</param>
/// <param name="Accepted">People whose last answer is yes.</param>
/// <param name="Declined">People whose last answer is no.</param>
/// <param name="Open">People who have not answered, or were not reached.</param>
internal sealed record CallFigures(int Calls, int People, int Accepted, int Declined, int Open);
