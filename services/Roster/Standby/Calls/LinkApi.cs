using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Mesh;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Standby.Calls;

/// <summary>The secret of a link, in a body and in no address: addresses are kept in places that nobody thinks of.</summary>
/// <param name="Token">As it was shown.</param>
internal sealed record OpenCallLink(string? Token);

/// <summary>The answer of the person.</summary>
/// <param name="Token">As it was shown.</param>
/// <param name="Available">Whether the person can do it.</param>
/// <param name="Remark">At most 1,000 characters.</param>
internal sealed record AnswerCallLink(string? Token, bool? Available, string? Remark);

/// <summary>What whoever holds the link is told, and nothing else of the request.</summary>
/// <param name="AskedBy">Who asks, by name: nobody answers a stranger.</param>
/// <param name="Told">In the words of whoever asks.</param>
/// <param name="FirstDay">First day.</param>
/// <param name="LastDay">Last day.</param>
/// <param name="Mode">In person or from afar.</param>
/// <param name="ExpireTime">Until when it can be answered, UTC.</param>
internal sealed record CallQuestion(string AskedBy, string Told, DateOnly FirstDay, DateOnly LastDay, DeploymentMode Mode, DateTime ExpireTime);

/// <summary>Where a person answers by a link. Nobody learns here whether a link ever was: unknown, answered and expired are one answer.</summary>
internal static class LinkApi
{
    private const string Why = "Whoever holds the link may have no account; the link is the proof, it is good once, and tells what the caller chose to tell.";

    public static void MapCallLinks(this IEndpointRouteBuilder root)
    {
        var calls = root.MapGroup("/standby").ExcludeFromDescription().AskedBy(AskedByAttribute.Gateway);
        calls.MapPost("/calls:open", OpenAsync).OpenToAll(Why);
        calls.MapPost("/calls:answer", AnswerAsync).OpenToAll(Why);
    }

    private static async Task<Ok<CallQuestion>> OpenAsync(OpenCallLink request, RosterDb db, CallKeeper keeper, TimeProvider time, CancellationToken cancellationToken)
    {
        var call = await FindAsync(request.Token, db.Calls.AsNoTracking(), db, time.Now(), cancellationToken);
        var text = await keeper.TextAsync(call, cancellationToken);
        return TypedResults.Ok(new CallQuestion(call.RecordedBy.DisplayName, text.Told, text.FirstDay, text.LastDay, text.Mode, call.LinkExpireTime!.Value));
    }

    private static async Task<NoContent> AnswerAsync(AnswerCallLink request, RosterDb db, CallKeeper keeper, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var call = await FindAsync(request.Token, db.Calls, db, time.Now(), cancellationToken);
        var check = new Violations();
        var (available, remark) = (check.Required(request.Available, "available"), check.OptionalText(request.Remark, "remark", 1000));
        check.ThrowIfAny();
        http.ActAs(call.Profile.ToString(), null);
        call.Answer(available, await keeper.SealRemarkAsync(StandbyCallPlace.Of(call), remark, cancellationToken), time.Now());
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw NotGood(); // answered at the same moment
        }

        return TypedResults.NoContent();
    }

    private static async Task<StandbyCall> FindAsync(string? token, IQueryable<StandbyCall> calls, RosterDb db, DateTime now, CancellationToken cancellationToken)
    {
        var hash = CallLink.Hash(token ?? "");
        return await calls.SingleOrDefaultAsync(
            c => c.LinkHash == hash && c.LinkExpireTime > now
                && db.StandbyRequests.Any(r => r.Id == c.Request && (r.State == StandbyState.Requested || r.State == StandbyState.Acknowledged || r.State == StandbyState.Approved)),
            cancellationToken) ?? throw NotGood();
    }

    private static DomainException NotGood() => Fail.NotFound("This link");
}
