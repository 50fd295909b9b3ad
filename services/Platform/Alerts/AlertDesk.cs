using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Platform.Alerts;

/// <summary>What people ask of the alerts about one kind of record.</summary>
internal interface IAlertDesk
{
    /// <summary>The collection of the records.</summary>
    string Collection { get; }

    Task<Page<AlertAnswer>> ListAsync(string service, PageRequest page, AlertQuestion question, CancellationToken cancellationToken);

    /// <summary>Whether the alert is one of these, and the caller may see it.</summary>
    Task<bool> ShowsAsync(AlertId id, CancellationToken cancellationToken);

    Task<Ok<AlertAnswer>> GetAsync(string service, AlertId id, CancellationToken cancellationToken);

    Task<Ok<AlertAnswer>> AcknowledgeAsync(string service, AlertId id, string? note, CancellationToken cancellationToken);

    Task<Ok<AlertAnswer>> ResolveAsync(string service, AlertId id, string? reason, CancellationToken cancellationToken);
}

/// <summary>Which alerts are wanted; what is null does not matter.</summary>
internal sealed record AlertQuestion(Choice<AlertState>? State, bool? Open, string? Kind, string? Subject);

/// <summary>Finds, decides, raises, saves.</summary>
internal sealed class AlertDesk<TSubject>(ServiceDbContext db, Caller caller, IAlertedRecords<TSubject> records, IEnumerable<IAlertRule<TSubject>> rules, IHttpContextAccessor accessor, TimeProvider time)
    : IAlertDesk where TSubject : struct, IStrongId<TSubject>
{
    private HttpContext Http => accessor.HttpContext!;

    public string Collection => TSubject.Collection;

    public async Task<Page<AlertAnswer>> ListAsync(string service, PageRequest page, AlertQuestion question, CancellationToken cancellationToken)
    {
        var kinds = Kinds();
        var (state, open, kind, subject) = question;
        var query = await SeenAsync(kinds.Keys.Where(code => kind is null || code == kind), cancellationToken);
        if (subject is not null)
        {
            List<TSubject> about = ResourceName.TryParse<TSubject>(subject, out var id) ? [id] : throw Fail.Invalid("subject", $"Expected the form {TSubject.Collection}/{{uuid}}.");
            query = query.Where(a => about.Contains(a.Subject));
        }

        var wanted = state?.Value;
        query = wanted is null ? query : query.Where(a => a.State == wanted);
        query = open is null ? query : query.Where(a => open.Value == (a.State != AlertState.Resolved));
        var found = await query.PageAsync<Alert<TSubject>, AlertId, Alert<TSubject>>(page, $"alerts/{service}/{Collection}?state={state}&open={open}&kind={kind}&subject={subject}", a => a, cancellationToken);
        await records.NoteReadAsync(found.Items.Select(a => a.Subject), cancellationToken);
        return new Page<AlertAnswer>([.. found.Items.Select(a => AlertAnswer.Of(service, kinds[a.Kind], a))], found.NextPageToken);
    }

    public async Task<bool> ShowsAsync(AlertId id, CancellationToken cancellationToken) => await (await SeenAsync(Kinds().Keys, cancellationToken)).AnyAsync(a => a.Id == id, cancellationToken);

    public async Task<Ok<AlertAnswer>> GetAsync(string service, AlertId id, CancellationToken cancellationToken)
    {
        var (alert, kind) = await FindAsync(service, id, cancellationToken);
        return Answer(service, kind, alert);
    }

    public async Task<Ok<AlertAnswer>> AcknowledgeAsync(string service, AlertId id, string? note, CancellationToken cancellationToken)
    {
        var (alert, kind) = await FindAsync(service, id, cancellationToken);
        Http.Request.CheckMatch(alert);
        alert.Acknowledge(kind, note, caller, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return Answer(service, kind, alert);
    }

    public async Task<Ok<AlertAnswer>> ResolveAsync(string service, AlertId id, string? reason, CancellationToken cancellationToken)
    {
        var (alert, kind) = await FindAsync(service, id, cancellationToken);
        Http.Request.CheckMatch(alert);
        var now = time.Now();
        alert.Resolve(kind, reason, caller, now);
        records.Tell(AlertStep.Resolved, alert, kind.AskedAt(alert.Level), now);
        await db.SaveChangesAsync(cancellationToken);
        return Answer(service, kind, alert);
    }

    private Dictionary<string, AlertKind> Kinds() => rules.Select(r => r.Kind).Where(k => caller.Holds(k.Permission)).ToDictionary(k => k.Code, StringComparer.Ordinal);

    private Task<IQueryable<Alert<TSubject>>> SeenAsync(IEnumerable<string> kinds, CancellationToken cancellationToken)
    {
        var codes = kinds.ToList();
        return records.SeenByAsync(db.Set<Alert<TSubject>>().Where(a => codes.Contains(a.Kind)), caller, cancellationToken);
    }

    private async Task<(Alert<TSubject>, AlertKind)> FindAsync(string service, AlertId id, CancellationToken cancellationToken)
    {
        var kinds = Kinds();
        var seen = await SeenAsync(kinds.Keys, cancellationToken);
        var alert = await seen.SingleOrDefaultAsync(a => a.Id == id, cancellationToken) ?? throw Fail.NotFound($"alerts/{service}/{id.Value}");
        await records.NoteReadAsync([alert.Subject], cancellationToken);
        return (alert, kinds[alert.Kind]);
    }

    private Ok<AlertAnswer> Answer(string service, AlertKind kind, Alert<TSubject> alert) => TypedResults.Ok(Http.Response.Tagged(alert, AlertAnswer.Of(service, kind, alert)));
}
