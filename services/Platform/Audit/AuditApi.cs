using System.ComponentModel;
using System.Globalization;
using System.Linq.Expressions;
using Concord.Contracts.Access;
using Concord.Contracts.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Concord.Platform.Audit;

/// <summary>An entry of the audit chain.</summary>
/// <param name="Name">Resource name, <c>audit/{service}/entries/{sequence}</c>.</param>
/// <param name="Sequence">Its place in the chain of its service, from 0.</param>
/// <param name="Time">When it was written, UTC.</param>
/// <param name="Actor">Who acted: <c>accounts/{uuid}</c>, <c>clients/{id}</c>, <c>services/{name}</c> of a service acting for itself, or <c>nobody</c> who had signed in.</param>
/// <param name="Organization">Whom the actor acted for.</param>
/// <param name="Client">The program used.</param>
/// <param name="Action">The permission that the act needed, or what a service did for itself.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Reason">Why it was refused.</param>
/// <param name="Trace">Trace id of the request.</param>
/// <param name="Resources">Records concerned, and the records they belong to.</param>
/// <param name="Changes">What it changed; empty where that was not asked for. Personal and secret fields are masked.</param>
/// <param name="Previous">Hash of the entry before it, in hexadecimal digits.</param>
/// <param name="Hash">Its own hash, the leaf hash of RFC 9162 over its text.</param>
/// <param name="Purpose">What the reading was said to be for, where that is asked.</param>
/// <param name="ActsFor">Who was away and in whose roles the actor did it; absent where in the own ones.</param>
internal sealed record AuditEntryAnswer(
    string Name, long Sequence, DateTime Time, string Actor, string? Organization, string? Client, string Action, AuditOutcome Outcome, string? Reason, string? Trace,
    IReadOnlyList<string> Resources, IReadOnlyList<RecordChange> Changes, string Previous, string Hash, string? Purpose, string? ActsFor);

/// <summary>What the entries of a list have in common.</summary>
internal sealed record AuditFilter
{
    [FromQuery, Description("Resource name that the act concerned, such as processes/{uuid}.")]
    public string? Resource { get; init; }

    [FromQuery, Description("Who acted, such as accounts/{uuid}.")]
    public string? Actor { get; init; }

    [FromQuery, Description("Whom the actor acted for, organizations/{uuid}.")]
    public string? Organization { get; init; }

    [FromQuery, Description("Permission or own act of the service.")]
    public string? Action { get; init; }

    [FromQuery, Description("How it ended.")]
    public Choice<AuditOutcome>? Outcome { get; init; }

    [FromQuery, Description("Not before this instant.")]
    public DateTimeOffset? StartTime { get; init; }

    [FromQuery, Description("Before this instant.")]
    public DateTimeOffset? EndTime { get; init; }

    [FromQuery, Description("Only entries before this place in the chain.")]
    public long? Before { get; init; }

    [FromQuery, Description("Whether to tell what each entry changed; true where absent. Who is told that is entered in the chain.")]
    public bool? Changes { get; init; }
}

/// <summary>The audit chain of a service, for auditors.</summary>
internal static class AuditApi
{
    public static void MapAudit(this RouteGroupBuilder api, string service)
    {
        var needs = AuditPermissions.Of(service);
        var audit = api.MapGroup($"/audit/{service}/entries").WithTags("Audit").AddEndpointFilter(RequireClearanceAsync);
        var suffix = NameIn(service);
        audit.MapGet("", (ServiceDbContext db, [AsParameters] PageRequest page, [AsParameters] AuditFilter filter, CancellationToken token) => ListAsync(service, db, page, filter, token))
            .Needs(needs.Read).WithName($"List{suffix}Entries").WithSummary($"List what was done in the {service} service, newest first");
        audit.MapGet("/{sequence:long}", (long sequence, ServiceDbContext db, CancellationToken token) => GetAsync(service, sequence, db, token))
            .Needs(needs.Read).WithName($"Get{suffix}Entry").WithSummary($"Get an entry of the audit chain of the {service} service");
        api.MapGet($"/audit/{service}/entries:export", (ServiceDbContext db, HttpContext http) => ExportAsync(service, db, http)).AddEndpointFilter(RequireClearanceAsync).WithTags("Audit")
            .Needs(needs.Export).WithName($"Export{suffix}").WithSummary($"Export the whole audit chain of the {service} service, to be checked elsewhere")
            .Produces<string>(StatusCodes.Status200OK, AuditExport.MediaType);
    }

    /// <summary>What the names of operations end with.</summary>
    internal static string NameIn(string service) => $"{char.ToUpperInvariant(service[0])}{service[1..]}Audit";

    internal static async ValueTask<object?> RequireClearanceAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var caller = Caller.From(context.HttpContext.User);
        return caller.IsClearedFor(Classification.StrictlyConfidential)
            ? await next(context)
            : throw Fail.Because(PlatformReasons.PermissionDenied, "The audit chain tells of records of every classification; it needs clearance for Strictly Confidential.");
    }

    private static async Task<Ok<Page<AuditEntryAnswer>>> ListAsync(string service, ServiceDbContext db, PageRequest page, AuditFilter filter, CancellationToken cancellationToken)
    {
        var bound = $"audit/{service}?{filter}";
        var query = Select(db, filter);
        if (PageToken.Read(page.PageToken, bound, keys: 1) is { } after)
        {
            query = long.TryParse(after[0], NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? query.Where(e => e.Sequence < before) : throw PageToken.NotOurs();
        }

        var size = page.Size;
        var rows = await query.OrderByDescending(e => e.Sequence).Take(size + 1).AsNoTracking().ToListAsync(cancellationToken);
        var next = rows.Count > size ? PageToken.Make(bound, rows[size - 1].Sequence.ToString(CultureInfo.InvariantCulture)) : null;
        List<AuditEntryAnswer> answers = [.. rows.Take(size).Select(ToAnswer)];
        if (filter.Changes == false)
        {
            return TypedResults.Ok(new Page<AuditEntryAnswer>([.. answers.Select(a => a with { Changes = [] })], next));
        }

        answers.ForEach(a => NoteShown(db, a.Name, a.Resources, a.Changes));
        return TypedResults.Ok(new Page<AuditEntryAnswer>(answers, next));
    }

    private static IQueryable<AuditEntry> Select(ServiceDbContext db, AuditFilter filter)
    {
        IQueryable<AuditEntry> query = db.AuditEntries;
        query = Where(query, filter.Resource, e => e.Touches.Any(t => t.Resource == filter.Resource));
        query = Where(query, filter.Actor, e => e.Actor == filter.Actor);
        query = Where(query, filter.Organization, e => e.Organization == filter.Organization);
        query = Where(query, filter.Action, e => e.Action == filter.Action);
        if (filter.Outcome is { Value: var outcome })
        {
            query = query.Where(e => e.Outcome == outcome);
        }

        if (filter.StartTime is { UtcDateTime: var start })
        {
            query = query.Where(e => e.Time >= start);
        }

        if (filter.EndTime is { UtcDateTime: var end })
        {
            query = query.Where(e => e.Time < end);
        }

        if (filter.Before is { } before)
        {
            query = query.Where(e => e.Sequence < before);
        }

        return query;
    }

    private static IQueryable<AuditEntry> Where(IQueryable<AuditEntry> query, string? asked, Expression<Func<AuditEntry, bool>> condition) =>
        string.IsNullOrEmpty(asked) ? query : query.Where(condition);

    private static async Task<Ok<AuditEntryAnswer>> GetAsync(string service, long sequence, ServiceDbContext db, CancellationToken cancellationToken)
    {
        var entry = await db.AuditEntries.AsNoTracking().SingleOrDefaultAsync(e => e.Sequence == sequence, cancellationToken);
        var answer = ToAnswer(entry ?? throw Fail.NotFound($"audit/{service}/entries/{sequence}"));
        NoteShown(db, answer.Name, answer.Resources, answer.Changes);
        return TypedResults.Ok(answer);
    }

    /// <summary>
    /// Whoever is told what an entry changed reads of those records. The chain does not say how they were classified, so each is taken for Confidential:
    /// an auditor looks at nothing unseen.
    /// </summary>
    internal static void NoteShown(ServiceDbContext db, string entry, IReadOnlyList<string> resources, IReadOnlyList<RecordChange> changes)
    {
        foreach (var shown in changes.Count == 0 ? [] : resources.Prepend(entry))
        {
            db.NoteRead(shown, Classification.Confidential);
        }
    }

    private static async Task<IResult> ExportAsync(string service, ServiceDbContext db, HttpContext http)
    {
        await db.RecordAsync(AuditOutcome.Done, null, [], http.RequestAborted);
        return Results.Stream(to => AuditReading.ExportAsync(db, service, to, http.RequestAborted), AuditExport.MediaType, $"audit-{service}.jsonl");
    }

    // What is told is the text that was hashed; where somebody has damaged it, the columns beside it and no more.
    private static AuditEntryAnswer ToAnswer(AuditEntry e)
    {
        var read = AuditContent.Read(e.Content);
        var service = read?.Service ?? "";
        return new AuditEntryAnswer(
            $"audit/{service}/entries/{e.Sequence}", e.Sequence, e.Time, e.Actor, e.Organization, read?.Client, e.Action, e.Outcome, read?.Reason, read?.Trace,
            read?.Resources ?? [], read?.Changes ?? [], read?.Previous ?? "", Convert.ToHexStringLower(e.Hash), read?.Purpose, read?.ActsFor);
    }
}
