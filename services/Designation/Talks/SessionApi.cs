using Concord.Designation.Processes;
using Concord.Platform.Paging;
using Concord.Platform.Security;
using Sessions = Concord.Designation.Talks.Records<Concord.Designation.Talks.TalkSession, Concord.Designation.Talks.TalkSessionId, Concord.Designation.Talks.SessionContent>;

namespace Concord.Designation.Talks;

/// <summary>Sessions of the talks, and who sat at the table.</summary>
internal static class SessionApi
{
    private const string Tag = "Talks";

    public static void MapSessions(this RouteGroupBuilder api)
    {
        var sessions = api.MapGroup("/processes/{process}/talkSessions").WithTags(Tag);
        sessions.MapGet("", (ProcessId process, [AsParameters] PageRequest page, Sessions records, CancellationToken token) => records.ListAsync(process, DesignationPermissions.ReadTalks, page, token))
            .Needs(DesignationPermissions.ReadTalks).WithName("ListTalkSessions").WithSummary("List the sessions of the talks");
        sessions.MapGet("/{talkSession}", (ProcessId process, TalkSessionId talkSession, Sessions records, HttpContext http, CancellationToken token) => records.GetAsync(process, talkSession, DesignationPermissions.ReadTalks, http, token))
            .Needs(DesignationPermissions.ReadTalks).WithName("GetTalkSession").WithSummary("Get a session of the talks");
        sessions.MapPost("", (ProcessId process, SessionContent request, Sessions records, HttpContext http, CancellationToken token) => records.RecordAsync(process, request, http, token))
            .Needs(DesignationPermissions.KeepTalks).WithName("RecordTalkSession").WithSummary("Record a session of the talks");
        sessions.MapPost("/{talkSession}:withdraw", (ProcessId process, TalkSessionId talkSession, WithdrawRecord request, Sessions records, HttpContext http, CancellationToken token) => records.WithdrawAsync(process, talkSession, request, http, token))
            .Needs(DesignationPermissions.KeepTalks).WithName("WithdrawTalkSession").WithSummary("Withdraw a session of the talks; it stays readable, with the reason");
        api.MapGet("/processes/{process}/participation", Participation.GetAsync).WithTags(Tag).Needs(DesignationPermissions.ReadTalks).WithName("GetParticipation").WithSummary("See how many women and men sit at the table")
            .WithDescription("Of each delegation when it was last present, by role and level, and the sessions at which no woman participated.");
    }
}
