using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Idempotency;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Standby.Calls;

/// <summary>Who was called for a request, and what they answered. What changes something answers without what was said: an answer is kept for a retry, and what is sealed must not lie there open.</summary>
internal static class CallApi
{
    public static void MapCalls(this RouteGroupBuilder api)
    {
        var calls = api.MapGroup("/standbyRequests/{request}/calls").WithTags("Calls");
        calls.MapGet("", ListAsync).Needs(RosterPermissions.ReadCalls).WithName("ListCalls").WithSummary("List who was called for a request, without what was said");
        calls.MapGet("/{call}", GetAsync).Needs(RosterPermissions.ReadCalls).WithName("GetCall").WithSummary("Read what a person said to a call");
        calls.MapPost("", RecordAsync).Needs(RosterPermissions.KeepCalls).WithName("RecordCall").WithSummary("Record that somebody was called");
        api.MapGet("/standbyRequests/{request}/callFigures", CountAsync).Needs(RosterPermissions.ReadCalls).WithTags("Calls").WithName("GetCallFigures").WithSummary("Count the calls for a request and the answers");
        api.MapPost("/standbyRequests/{request}/calls:askByLink", AskAsync).AnswersSecret().Needs(RosterPermissions.KeepCalls).WithTags("Calls").WithName("AskByLink")
            .WithSummary("Make a link by which a person answers once, without signing in, within 72 hours; it is shown this once");
    }

    private static async Task<Ok<Page<CallEntry>>> ListAsync(StandbyRequestId request, RosterDb db, Caller caller, [AsParameters] PageRequest page, CancellationToken cancellationToken)
    {
        var found = await db.FindStandbyRequestAsync(request, caller, cancellationToken);
        return TypedResults.Ok(await db.CallsSeenBy(found.Id, caller).PageAsync<StandbyCall, CallId, CallEntry>(page, $"{found.Id}/calls", CallEntry.Of, cancellationToken));
    }

    private static async Task<Ok<CallAnswer>> GetAsync(StandbyRequestId request, CallId call, RosterDb db, CallKeeper keeper, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        var asked = await db.FindStandbyRequestAsync(request, caller, cancellationToken);
        var found = await db.CallsSeenBy(asked.Id, caller).SingleOrDefaultAsync(c => c.Id == call, cancellationToken) ?? throw Fail.NotFound($"{request}/{call}");
        return TypedResults.Ok(response.Tagged(found, new CallAnswer(CallEntry.Of(found), await keeper.RemarkAsync(found, cancellationToken))));
    }

    private static async Task<Ok<CallFigures>> CountAsync(StandbyRequestId request, RosterDb db, Caller caller, CancellationToken cancellationToken)
    {
        var found = await db.FindStandbyRequestAsync(request, caller, cancellationToken);
        var calls = db.CallsSeenBy(found.Id, caller);
        var asked = await calls.Select(c => c.Profile).ToListAsync(cancellationToken);
        var last = await calls.LastWordsAsync(cancellationToken);
        var people = asked.Distinct().Count();
        return TypedResults.Ok(new CallFigures(asked.Count, people, last.Values.Count(w => w.Outcome == CallOutcome.Accepted), last.Values.Count(w => w.Outcome == CallOutcome.Declined), people - last.Count));
    }

    private static async Task<Created<CallEntry>> RecordAsync(
        StandbyRequestId request, RecordCall body, RosterDb db, CallKeeper keeper, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindStandbyRequestAsync(request, caller, cancellationToken);
        var (id, now) = (CallId.New(), time.Now());
        var terms = body.Checked(now);
        await FindPersonAsync(terms.Profile, found, db, caller, cancellationToken);
        var remark = await keeper.SealRemarkAsync(new StandbyCallPlace(terms.Profile, id, found.Classification), terms.Remark, cancellationToken);
        var call = db.Add(StandbyCall.Record(id, found, terms, remark, Author.Of(caller), now)).Entity;
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{call.Name}", response.Tagged(call, CallEntry.Of(call)));
    }

    private static async Task<Created<LinkShown>> AskAsync(
        StandbyRequestId request, AskByLink body, RosterDb db, CallKeeper keeper, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindStandbyRequestAsync(request, caller, cancellationToken);
        var (id, now, token) = (CallId.New(), time.Now(), CallLink.New());
        var terms = body.Checked(found, now);
        await FindPersonAsync(terms.Profile, found, db, caller, cancellationToken);
        var text = await keeper.SealTextAsync(new StandbyCallPlace(terms.Profile, id, found.Classification), terms.Text, cancellationToken);
        var call = db.Add(StandbyCall.Ask(id, found, terms, text, CallLink.Hash(token), Author.Of(caller), now)).Entity;
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{call.Name}", response.Tagged(call, new LinkShown(CallEntry.Of(call), token, call.LinkExpireTime!.Value)));
    }

    // Of people who are found by whoever calls, and are no more closely classified than the request that will tell of them.
    private static async Task FindPersonAsync(ProfileId id, StandbyRequest request, RosterDb db, Caller caller, CancellationToken cancellationToken)
    {
        var person = await db.Profiles.IgnoreAutoIncludes().AsNoTracking().FindForAsync(id, caller, cancellationToken);
        if (person.Classification > request.Classification)
        {
            throw Fail.Invalid("profile", "Is more closely classified than the request.");
        }
    }

    private static IQueryable<StandbyCall> CallsSeenBy(this RosterDb db, StandbyRequestId request, Caller caller)
    {
        var people = db.Profiles.SeenBy(caller);
        return db.Calls.Where(c => c.Request == request && people.Any(p => p.Id == c.Profile));
    }
}
