using System.Runtime.CompilerServices;
using System.Text.Json;
using Concord.Contracts.Access;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Concord.Roster.Acceptance;
using Concord.Roster.Geography;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Concord.Roster.Search;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Export;

/// <summary>Who is in an export: chosen and entered into the audit chain before anything leaves, then read a few at a time.</summary>
internal sealed class PeopleExport(RosterDb db, RosterIndexKeeper keeper, Atlas atlas, Func<PartyWords> words, Caller caller, TimeProvider time)
{
    private const int AtOnce = 500;
    private List<ProfileId> _chosen = [];

    public int Count => _chosen.Count;

    /// <summary>
    /// Everybody whom the caller sees, or whom a search finds. People of the own organization are its own data: that they left is entered once, by the organization. Whoever belongs to another is entered by
    /// name, and counts among those whom the caller read (R20).
    /// </summary>
    public async Task ChooseAsync(ProfileState? state, string? owner, string? search, string format, CancellationToken cancellationToken)
    {
        var people = search is null ? await SeenAsync(state, owner, cancellationToken) : await FoundAsync(search, cancellationToken);
        _chosen = [.. people.Select(p => p.Id)];
        var own = people.Count(p => p.Owner == caller.Organization);
        await db.RecordReadAsync(caller.Organization is { } organization ? [organization] : [], $"Export asked for: {people.Count} people as {format}, {own} of the own organization.", cancellationToken); // what cannot be entered is not shown
        foreach (var (id, _, classification) in people.Where(p => p.Owner != caller.Organization))
        {
            db.NoteRead(id.ToString(), classification);
        }
    }

    public async IAsyncEnumerable<PersonLine> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var ids in _chosen.Chunk(AtOnce))
        {
            var references = await db.PersonReferences.AsNoTracking().Where(r => ids.Contains(r.Profile)).ToDictionaryAsync(r => r.Profile, r => r.Reference, cancellationToken);
            var people = await db.Profiles.IgnoreAutoIncludes().AsNoTracking().SeenBy(caller).Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
            foreach (var id in ids)
            {
                if (people.TryGetValue(id, out var person))
                {
                    yield return PersonLine.Of(person, references.GetValueOrDefault(id), caller);
                }
            }
        }
    }

    private async Task<List<(ProfileId Id, string Owner, Classification Label)>> SeenAsync(ProfileState? state, string? owner, CancellationToken cancellationToken)
    {
        var query = db.Profiles.IgnoreAutoIncludes().SeenBy(caller);
        query = state is null ? query : query.Where(p => p.State == state);
        query = owner is null ? query : query.Where(p => p.Owner == owner);
        var rows = await query.OrderBy(p => p.CreateTime).ThenBy(p => p.Id).Select(p => new { p.Id, p.Owner, p.Classification }).ToListAsync(cancellationToken);
        return [.. rows.Select(r => (r.Id, r.Owner, r.Classification))];
    }

    private async Task<List<(ProfileId Id, string Owner, Classification Label)>> FoundAsync(string search, CancellationToken cancellationToken)
    {
        if (!caller.Holds(RosterPermissions.SearchProfiles))
        {
            throw Fail.Because(PlatformReasons.PermissionDenied, "Whoever may not search gets no export of a search.");
        }

        var query = QueryOf(search);
        var taken = query.Acceptability is { } need ? await words().ReadAsync(need, cancellationToken) : null;
        var (index, today) = (keeper.Current, DateOnly.FromDateTime(time.Now()));
        using var sight = SearchSight.Of(caller, index, today);
        using var found = Finder.Find(index, query, caller.Clearance, today, sight, taken);
        RosterEntry[] entries = [.. found.Slots().Select(slot => index[slot]).OrderBy(e => e.NameKey, StringComparer.Ordinal).ThenBy(e => e.Id.Value)];
        Array.ForEach(entries, e => taken?.NoteRead(db, e.Id)); // who is in the table tells how parties take them, as a search does

        return [.. entries.Select(e => (e.Id, e.Owner, e.Classification))];
    }

    private SearchQuery QueryOf(string search)
    {
        try
        {
            var request = JsonSerializer.Deserialize<SearchRequest>(search, ConcordJson.Options) ?? throw Fail.Invalid("search", "Expected a search as JSON.");
            return request.PageSize is null && request.PageToken is null ? request.ToQuery(atlas) : throw Fail.Invalid("search", "An export has no pages.");
        }
        catch (JsonException)
        {
            throw Fail.Invalid("search", "Expected a search as JSON.");
        }
    }
}
