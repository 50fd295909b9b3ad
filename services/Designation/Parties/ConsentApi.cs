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

/// <summary>The consent of a party.</summary>
/// <param name="WithdrawnOn">First day without it; absent while it lasts.</param>
/// <param name="Withdrawal">How and why; absent while it lasts.</param>
/// <param name="Retraction">Why it was never given; absent otherwise.</param>
internal sealed record ConsentAnswer(
    string Name, string Party, string Scope, StatementForm Form, string? ReportedBy, DateOnly GivenOn, string Source, Signature By, DateTime CreateTime,
    DateOnly? WithdrawnOn, ConsentWithdrawal? Withdrawal, Closing? Retraction, string Etag)
{
    public static ConsentAnswer Of(Consent c) => new(
        c.Name, Parties.Party.NameOf(c.Process, c.Party), c.Scope, c.Form, c.ReportedBy, c.GivenOn, c.Source, c.By, c.CreateTime, c.WithdrawnOn, c.Withdrawal, c.Retraction, ETag.Of(c));
}

/// <summary>Who consents to a process, and who did on a day (R64).</summary>
internal static class ConsentApi
{
    public static void MapConsents(this RouteGroupBuilder api)
    {
        var consents = api.MapGroup("/processes/{process}/consents").WithTags("Parties");
        consents.MapGet("", ListAsync).Needs(DesignationPermissions.ReadActorMap).WithName("ListConsents").WithSummary("List who consents, or who did on a day");
        consents.MapPost("", RecordAsync).Needs(DesignationPermissions.KeepGround).WithName("RecordConsent").WithSummary("Record a party's consent");
        consents.MapPost("/{consent}:withdraw", WithdrawAsync).Needs(DesignationPermissions.KeepGround).WithName("WithdrawConsent").WithSummary("Record that a party withdrew its consent");
        consents.MapPost("/{consent}:retract", RetractAsync).Needs(DesignationPermissions.KeepGround).WithName("RetractConsent").WithSummary("Take back a consent that was recorded in error");
    }

    private static async Task<Ok<Page<ConsentAnswer>>> ListAsync(
        ProcessId process, DesignationDb db, Caller caller, [AsParameters] PageRequest page, [Description("Only what stood on this day.")] DateOnly? on,
        [Description("Only of this party: its resource name.")] string? party, CancellationToken cancellationToken)
    {
        await db.FindTalksAsync(process, caller, DesignationPermissions.ReadActorMap, cancellationToken);
        var of = PartyQueries.PartyFilter(process, party);
        var query = db.Consents.Where(c => c.Process == process && (of == null || c.Party == of));
        query = on is null ? query : query.Where(c => c.GivenOn <= on && (c.WithdrawnOn == null || c.WithdrawnOn > on) && !c.Retracted);
        return TypedResults.Ok(await query.PageAsync<Consent, ConsentId, ConsentAnswer>(page, $"{process}/consents?on={on:O}&party={of}", ConsentAnswer.Of, cancellationToken));
    }

    private static async Task<Created<ConsentAnswer>> RecordAsync(
        ProcessId process, RecordConsent request, DesignationDb db, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindTalksAsync(process, caller, DesignationPermissions.KeepGround, cancellationToken);
        var consent = Consent.Record(found, await db.PartyNamedAsync(process, request.Party, "party", cancellationToken), request, caller, time.Now());
        db.Add(consent);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created((string?)null, response.Tagged(consent, ConsentAnswer.Of(consent)));
    }

    private static async Task<Ok<ConsentAnswer>> WithdrawAsync(
        ProcessId process, ConsentId consent, WithdrawConsent request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        await db.FindTalksAsync(process, caller, DesignationPermissions.KeepGround, cancellationToken);
        var found = await FindAsync(db, process, consent, cancellationToken);
        http.Request.CheckMatch(found);
        found.Withdraw(request, caller, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, ConsentAnswer.Of(found)));
    }

    private static async Task<Ok<ConsentAnswer>> RetractAsync(
        ProcessId process, ConsentId consent, RetractEntry request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        await db.FindTalksAsync(process, caller, DesignationPermissions.KeepGround, cancellationToken);
        var found = await FindAsync(db, process, consent, cancellationToken);
        http.Request.CheckMatch(found);
        found.Retract(request.Reason, caller, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, ConsentAnswer.Of(found)));
    }

    private static async Task<Consent> FindAsync(DesignationDb db, ProcessId process, ConsentId id, CancellationToken cancellationToken) =>
        await db.Consents.SingleOrDefaultAsync(c => c.Id == id && c.Process == process, cancellationToken) ?? throw Fail.NotFound($"{process}/{id}");
}
