using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Concord.Platform.Security.News;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concord.Designation.Watching;

/// <summary>Something of a process changed.</summary>
/// <param name="Revision">Grows with every change of the process, its claims, support roles, lead or state.</param>
internal sealed record WatchAnswer(long Revision);

/// <summary>Tells an open page, or any program, that a process is not as it was. What changed is read where it always is read.</summary>
internal static class WatchApi
{
    public const string Changed = "revision";

    /// <summary>Whoever watches longer comes again, with an access token that is still good.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(1);

    public static void MapWatch(this RouteGroupBuilder api) => api.MapGet("/processes/{process}:watch", WatchAsync).WithTags("Processes")
        .Needs(DesignationPermissions.ReadProcesses).WithName("WatchProcess").WithSummary("Hear when a process changes")
        .WithDescription("Server-sent events: `revision` at once, after each change, and with the same number every 15 s while nothing changes. The stream ends after five minutes, or with the token; ask again.");

    private static async Task<ServerSentEventsResult<WatchAnswer>> WatchAsync(
        ProcessId process, DesignationDb db, Caller caller, HttpContext http, ProcessRevisions revisions, AccessList access, IHostApplicationLifetime host, TimeProvider time, CancellationToken cancellationToken)
    {
        await db.RequireSightAsync(process, caller, cancellationToken);
        return TypedResults.ServerSentEvents(TellAsync(process, http.User, AccessList.LifeOf(http.User, time.Now()), revisions, access, host, cancellationToken));
    }

    private static async IAsyncEnumerable<SseItem<WatchAnswer>> TellAsync(
        ProcessId process, ClaimsPrincipal user, TimeSpan good, ProcessRevisions revisions, AccessList access, IHostApplicationLifetime host, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, host.ApplicationStopping);
        end.CancelAfter(good < Longest ? good : Longest); // not even for a clearance that ends before
        ProcessRevision? told = null;
        bool MaySee(Caller reader) => told is null || (reader with { Shared = SharedWith(reader, told) }).MaySee(told.Classification, process.ToString(), process.ToString());
        using var watch = access.Watch(user, MaySee, end);
        await using var seen = revisions.WatchAsync(process, end.Token).GetAsyncEnumerator(end.Token);
        while (await NextAsync(seen))
        {
            var before = told;
            told = seen.Current;
            if (!MaySee(access.CallerOf(user))) // its classification may have been raised, its reader named no more, or a share ended
            {
                yield break;
            }

            if (before?.Revision == told.Revision && !told.IsAs(before))
            {
                continue; // whom else it is shared with is not for every reader to notice
            }

            yield return new SseItem<WatchAnswer>(new WatchAnswer(seen.Current.Revision), Changed) { ReconnectionInterval = Again };
        }
    }

    private static HashSet<string> SharedWith(Caller reader, ProcessRevision process) => reader.Organization is { } own && process.SharedWith.Contains(own) ? [process.Process.ToString()] : [];

    private static async Task<bool> NextAsync(IAsyncEnumerator<ProcessRevision> seen)
    {
        try
        {
            return await seen.MoveNextAsync();
        }
        catch (OperationCanceledException)
        {
            return false; // the watcher has gone, or its time is over
        }
    }
}
