using System.ComponentModel;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Designation.Situations;
using Concord.Designation.Talks;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Parties;

/// <summary>Ends something that was told of a party.</summary>
/// <param name="Until">Last day on which it was so, of a listing the day it was taken off; absent where it was recorded in error.</param>
/// <param name="Reason">1 to 2000 characters.</param>
internal sealed record EndActorFact(DateOnly? Until, string? Reason);

/// <summary>Something told of a party.</summary>
/// <param name="Retracted">It was recorded in error.</param>
/// <param name="End">Who ended or retracted it, when and why; absent while nobody did.</param>
internal sealed record ActorFactAnswer(
    string Name, string Party, ActorFactKind Kind, string Statement, string Source, DateOnly From, DateOnly? Until, PartyRelation? Relation, string? To, string? Counterpart, SanctionsListing? Listing,
    Signature By, DateTime CreateTime, bool Retracted, Closing? End, string Etag)
{
    public static ActorFactAnswer Of(ActorFact f) => new(
        f.Name, Parties.Party.NameOf(f.Process, f.Party), f.Kind, f.Statement, f.Source, f.From, f.Until, f.Relation, f.To is { } to ? Parties.Party.NameOf(f.Process, to) : null, f.Counterpart, f.Listing,
        f.By, f.CreateTime, f.Retracted, f.End, ETag.Of(f));
}

/// <summary>The map of actors: find, decide, raise, save, answer.</summary>
internal static class ActorMapApi
{
    public static void MapActorMap(this RouteGroupBuilder api)
    {
        var facts = api.MapGroup("/processes/{process}/actorMap").WithTags("Parties");
        facts.MapGet("", ListAsync).Needs(DesignationPermissions.ReadActorMap).WithName("ListActorFacts").WithSummary("List what is told of the parties: leaders, constituents, relations, listings");
        facts.MapPost("", RecordAsync).Needs(DesignationPermissions.KeepGround).WithName("RecordActorFact").WithSummary("Tell something of a party, with its source");
        facts.MapPost("/{fact}:end", EndAsync).Needs(DesignationPermissions.KeepGround).WithName("EndActorFact").WithSummary("End what was told of a party, or take it back");
    }

    private static async Task<Ok<Page<ActorFactAnswer>>> ListAsync(
        ProcessId process, DesignationDb db, Caller caller, [AsParameters] PageRequest page, [Description("Only of this party: its resource name.")] string? party,
        [Description("Only of this kind.")] Choice<ActorFactKind>? kind, CancellationToken cancellationToken)
    {
        await db.FindTalksAsync(process, caller, DesignationPermissions.ReadActorMap, cancellationToken);
        var (of, about) = (PartyQueries.PartyFilter(process, party), kind?.Value);
        var query = db.ActorFacts.Where(f => f.Process == process && (of == null || f.Party == of || f.To == of) && (about == null || f.Kind == about));
        return TypedResults.Ok(await query.PageAsync<ActorFact, ActorFactId, ActorFactAnswer>(page, $"{process}/actorMap?party={of}&kind={kind}", ActorFactAnswer.Of, cancellationToken));
    }

    private static async Task<Created<ActorFactAnswer>> RecordAsync(
        ProcessId process, RecordActorFact request, DesignationDb db, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        await db.FindTalksAsync(process, caller, DesignationPermissions.KeepGround, cancellationToken);
        var party = await db.PartyNamedAsync(process, request.Party, "party", cancellationToken);
        var to = request.To is null ? null : await db.PartyNamedAsync(process, request.To, "to", cancellationToken);
        var fact = ActorFact.Record(party, to, request, caller, time.Now());
        db.Add(fact);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created((string?)null, response.Tagged(fact, ActorFactAnswer.Of(fact)));
    }

    private static async Task<Ok<ActorFactAnswer>> EndAsync(
        ProcessId process, ActorFactId fact, EndActorFact request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        await db.FindTalksAsync(process, caller, DesignationPermissions.KeepGround, cancellationToken);
        var found = await db.ActorFacts.SingleOrDefaultAsync(f => f.Id == fact && f.Process == process, cancellationToken) ?? throw Fail.NotFound($"{process}/{fact}");
        http.Request.CheckMatch(found);
        found.Close(request.Until, request.Reason, caller, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, ActorFactAnswer.Of(found)));
    }
}
