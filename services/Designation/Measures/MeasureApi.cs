using System.ComponentModel;
using Concord.Designation.Lead;
using Concord.Designation.Parties;
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

namespace Concord.Designation.Measures;

/// <summary>Ends an incentive or a measure.</summary>
/// <param name="Until">Its last day, of a listing the day of delisting; absent where it was recorded in error.</param>
/// <param name="Reason">1 to 2000 characters.</param>
internal sealed record EndMeasure(DateOnly? Until, string? Reason);

/// <summary>An incentive, or what others impose.</summary>
/// <param name="Incentive">Whether it is one.</param>
/// <param name="AuthorDisplayName">What the author was called then.</param>
/// <param name="Retracted">It was recorded in error.</param>
/// <param name="End">Who ended or retracted it, when and why; absent while nobody did.</param>
internal sealed record MeasureAnswer(
    string Name, MeasureKind Kind, bool Incentive, string Author, string AuthorDisplayName, string Statement, IReadOnlyList<string> Parties, bool JointlyExplored,
    DateOnly From, DateOnly? Until, string Source, Signature By, DateTime CreateTime, bool Retracted, Closing? End, string Etag)
{
    public static MeasureAnswer Of(Measure m) => new(
        m.Name, m.Kind, Measure.IsIncentive(m.Kind), m.Author, m.AuthorDisplayName, m.Statement, [.. m.Parties.Select(p => Party.NameOf(m.Process, new PartyId(p)))], m.JointlyExplored,
        m.From, m.Until, m.Source, m.By, m.CreateTime, m.Retracted, m.End, ETag.Of(m));
}

/// <summary>Incentives and measures: find, decide, raise, save, answer.</summary>
internal static class MeasureApi
{
    public static void MapMeasures(this RouteGroupBuilder api)
    {
        var measures = api.MapGroup("/processes/{process}/measures").WithTags("Measures");
        measures.MapGet("", ListAsync).Needs(DesignationPermissions.ReadActorMap).WithName("ListMeasures").WithSummary("List incentives, and what others impose on parties");
        measures.MapPost("", RecordAsync).Needs(DesignationPermissions.KeepGround).WithName("RecordMeasure").WithSummary("Record an incentive, or a measure of others");
        measures.MapPost("/{measure}:end", EndAsync).Needs(DesignationPermissions.KeepGround).WithName("EndMeasure").WithSummary("End an incentive or a measure, or take it back");
    }

    private static async Task<Ok<Page<MeasureAnswer>>> ListAsync(
        ProcessId process, DesignationDb db, Caller caller, [AsParameters] PageRequest page, [Description("Only of this kind.")] Choice<MeasureKind>? kind, CancellationToken cancellationToken)
    {
        await db.FindTalksAsync(process, caller, DesignationPermissions.ReadActorMap, cancellationToken);
        var wanted = kind?.Value;
        var query = db.Measures.Where(m => m.Process == process && (wanted == null || m.Kind == wanted));
        return TypedResults.Ok(await query.PageAsync<Measure, MeasureId, MeasureAnswer>(page, $"{process}/measures?kind={kind}", MeasureAnswer.Of, cancellationToken));
    }

    private static async Task<Created<MeasureAnswer>> RecordAsync(
        ProcessId process, RecordMeasure request, DesignationDb db, Caller caller, OrganizationDirectory organizations, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.FindTalksAsync(process, caller, DesignationPermissions.KeepGround, cancellationToken);
        if (!ResourceName.IsIn("organizations", request.Author))
        {
            throw Fail.Invalid("author", "Expected the form organizations/{uuid}.");
        }

        var named = request.Parties ?? [];
        if (named.Count > Measure.MostParties)
        {
            throw Fail.Invalid("parties", $"At most {Measure.MostParties}.");
        }

        var parties = new List<Party>();
        for (var i = 0; i < named.Count; i++)
        {
            parties.Add(await db.PartyNamedAsync(process, named[i], $"parties[{i}]", cancellationToken));
        }

        var author = await organizations.AskAsync(request.Author!, cancellationToken);
        var leading = (await db.HolderAsync(process, cancellationToken))?.Organizations ?? [];
        var measure = Measure.Record(found, author, leading, parties, request, caller, time.Now());
        db.Add(measure);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created((string?)null, response.Tagged(measure, MeasureAnswer.Of(measure)));
    }

    private static async Task<Ok<MeasureAnswer>> EndAsync(
        ProcessId process, MeasureId measure, EndMeasure request, DesignationDb db, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        await db.FindTalksAsync(process, caller, DesignationPermissions.KeepGround, cancellationToken);
        var found = await db.Measures.SingleOrDefaultAsync(m => m.Id == measure && m.Process == process, cancellationToken) ?? throw Fail.NotFound($"{process}/{measure}");
        http.Request.CheckMatch(found);
        found.Close(request.Until, request.Reason, caller, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, MeasureAnswer.Of(found)));
    }
}
