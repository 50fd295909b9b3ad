using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Http;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concord.Designation.Engagements;

/// <summary>An engagement that is acted on, and the circumstances: all acts find, save and answer in the same way.</summary>
internal sealed record OneEngagement
{
    public ProcessId Process { get; init; }
    public EngagementId Engagement { get; init; }
    public required DesignationDb Db { get; init; }
    public required Caller Caller { get; init; }
    public required TimeProvider Time { get; init; }
    public required HttpContext Http { get; init; }

    public Task<Ok<EngagementAnswer>> KeepAsync(Action<Engagement, Process, Caller, DateTime> act, CancellationToken cancellationToken) =>
        ActAsync(Http.Request.CheckMatch, act, cancellationToken);

    /// <summary>The same, of what was read and nothing newer: a second person decides on what that person has seen (R129).</summary>
    public Task<Ok<EngagementAnswer>> DecideAsync(Action<Engagement, Process, Caller, DateTime> act, CancellationToken cancellationToken) =>
        ActAsync(Http.Request.RequireRead, act, cancellationToken);

    private async Task<Ok<EngagementAnswer>> ActAsync(Action<Engagement> requireVersion, Action<Engagement, Process, Caller, DateTime> act, CancellationToken cancellationToken)
    {
        var (process, found) = await Db.FindEngagementAsync(Process, Engagement, Caller, cancellationToken);
        requireVersion(found);
        var now = Time.Now();
        act(found, process, Caller, now);
        await Db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(Http.Response.Tagged(found, EngagementAnswer.Of(found, process, now)));
    }
}
