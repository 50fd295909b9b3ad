using Concord.Designation.Claims;
using Concord.Designation.Lead;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Designation.Reactions;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Consultations;

/// <summary>Rounds of consultation: find, decide, save, answer.</summary>
internal static class ConsultationApi
{
    public static void MapConsultations(this RouteGroupBuilder api)
    {
        var rounds = api.MapGroup("/processes/{process}/consultations").WithTags("Consultations");
        rounds.MapGet("", ListAsync).Needs(DesignationPermissions.ReadConsultations).WithName("ListConsultations").WithSummary("List rounds of consultation that you keep, or in which your organization is asked");
        rounds.MapGet("/{consultation}", GetAsync).Needs(DesignationPermissions.ReadConsultations).WithName("GetConsultation").WithSummary("Get a round of consultation");
        rounds.MapGet("/{consultation}/positions", ListPositionsAsync).Needs(DesignationPermissions.ReadConsultations).WithName("ListConsultationPositions").WithSummary("List the positions that you may read")
            .WithDescription("The appointing authority and mediation support read all, each version; an organization that is asked its own, and after the close those whose authors agreed.");
        rounds.MapPost("", OpenAsync).Needs(DesignationPermissions.KeepConsultations).WithName("OpenConsultation").WithSummary("Ask organizations who should lead");
        rounds.MapPost("/{consultation}:answer", AnswerAsync).Needs(DesignationPermissions.AnswerConsultations).WithName("AnswerConsultation").WithSummary("Give your organization's position, or change it before the deadline");
        rounds.MapPost("/{consultation}:close", CloseAsync).Needs(DesignationPermissions.KeepConsultations).WithName("CloseConsultation").WithSummary("Close a round of consultation, or sum it up after its deadline");
    }

    private static async Task<Ok<Page<ConsultationAnswer>>> ListAsync(
        ProcessId process, DesignationDb db, Caller caller, TimeProvider time, [AsParameters] PageRequest page, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        var (whole, now) = (found.ReadsConsultations(caller), time.Now());
        var rounds = await db.ConsultationsSeenBy(found, caller).PageAsync<Consultation, ConsultationId, Consultation>(page, $"{process}/consultations", c => c, cancellationToken);
        var names = await db.NamesAsync(rounds.Items.SelectMany(c => c.Invited).Select(i => i.Organization), cancellationToken);
        return TypedResults.Ok(new Page<ConsultationAnswer>([.. rounds.Items.Select(c => ConsultationAnswer.Of(c, whole, names, now))], rounds.NextPageToken));
    }

    private static async Task<Ok<ConsultationAnswer>> GetAsync(
        ProcessId process, ConsultationId consultation, DesignationDb db, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        var round = await db.FindConsultationAsync(found, consultation, caller, cancellationToken);
        var answer = await ToAnswerAsync(db, found, round, caller, time.Now(), cancellationToken);
        return TypedResults.Ok(answer.Etag is null ? answer : response.Tagged(round, answer));
    }

    private static async Task<Ok<Page<PositionAnswer>>> ListPositionsAsync(
        ProcessId process, ConsultationId consultation, DesignationDb db, Caller caller, TimeProvider time, [AsParameters] PageRequest page, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        var round = await db.FindConsultationAsync(found, consultation, caller, cancellationToken);
        var positions = await db.PositionsSeenBy(found, round, caller, time.Now())
            .PageAsync<ConsultationPosition, ConsultationPositionId, ConsultationPosition>(page, $"{round.Name}/positions", p => p, cancellationToken);
        var names = await db.NamesAsync(positions.Items.SelectMany(p => (string?[])[p.Organization, p.About]).OfType<string>(), cancellationToken);
        return TypedResults.Ok(new Page<PositionAnswer>([.. positions.Items.Select(p => PositionAnswer.Of(round, p, names))], positions.NextPageToken));
    }

    private static async Task<Created<ConsultationAnswer>> OpenAsync(
        ProcessId process, OpenConsultation request, DesignationDb db, Caller caller, OrganizationDirectory organizations, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        found.RequireAuthority(caller);
        var named = request.Organizations ?? [];
        var round = Consultation.Open(found, request, named.Count > 0 ? named : await ClaimantsAsync(db, process, cancellationToken), Signature.Of(caller), time.Now());
        foreach (var organization in named.Distinct())
        {
            await organizations.AskAsync(organization, cancellationToken);
        }

        db.Add(round);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{round.Name}", response.Tagged(round, await ToAnswerAsync(db, found, round, caller, time.Now(), cancellationToken)));
    }

    private static async Task<Ok<PositionAnswer>> AnswerAsync(
        ProcessId process, ConsultationId consultation, GivePosition request, DesignationDb db, Caller caller, OrganizationDirectory organizations, TimeProvider time, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        var round = await db.FindConsultationAsync(found, consultation, caller, cancellationToken);
        var own = OrganizationDirectory.OwnOf(caller);
        if (!round.Invites(own))
        {
            throw Fail.Because(DesignationReasons.NotYourOrganization, "Only an officer of an organization that is asked answers.");
        }

        var before = await db.ConsultationPositions.SingleOrDefaultAsync(p => p.Consultation == consultation && p.Organization == own && p.SupersedeTime == null, cancellationToken);
        var position = round.Answer(own, before, request, Signature.Of(caller), time.Now());
        if (position.About is { } about)
        {
            await organizations.AskMayLeadAsync(about, cancellationToken);
        }

        db.Add(position);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(PositionAnswer.Of(round, position, await db.NamesAsync(((string?[])[own, position.About]).OfType<string>(), cancellationToken)));
    }

    private static async Task<Ok<ConsultationAnswer>> CloseAsync(
        ProcessId process, ConsultationId consultation, CloseConsultation request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.FindProcessAsync(process, caller, cancellationToken);
        var round = await db.FindConsultationAsync(found, consultation, caller, cancellationToken);
        http.Request.CheckMatch(round);
        found.RequireAuthority(caller);
        round.Close(request.Summary, Signature.Of(caller), time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(round, await ToAnswerAsync(db, found, round, caller, time.Now(), cancellationToken)));
    }

    private static async Task<IReadOnlyList<string>> ClaimantsAsync(DesignationDb db, ProcessId process, CancellationToken cancellationToken) =>
        await db.Claims.Where(c => c.Process == process && c.Kind == ClaimKind.Lead && c.State == ClaimState.Proposed).Select(c => c.Organization).Distinct().ToListAsync(cancellationToken);

    private static async Task<ConsultationAnswer> ToAnswerAsync(DesignationDb db, Process process, Consultation round, Caller caller, DateTime now, CancellationToken cancellationToken) => ConsultationAnswer.Of(
        round, process.ReadsConsultations(caller), await db.NamesAsync(round.Invited.Select(i => i.Organization), cancellationToken), now);
}
