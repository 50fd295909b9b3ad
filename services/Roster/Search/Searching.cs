using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Acceptance;
using Concord.Roster.Demand;
using Concord.Roster.Geography;
using Concord.Roster.Names;
using Concord.Roster.Persistence;

namespace Concord.Roster.Search;

/// <summary>Answers a search for the caller, with what the caller may see now.</summary>
internal sealed class Searching(RosterIndexKeeper keeper, RosterDb db, Atlas atlas, DemandTally tally, Func<PartyWords> words, Caller caller, TimeProvider time)
{
    /// <summary>Done at once where the search does not ask what parties say: then nothing is read but the index.</summary>
    public ValueTask<SearchAnswer> AnswerAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        var query = request.ToQuery(atlas);
        return query.Acceptability is { } need ? ReadAndAnswerAsync(request, query, need, cancellationToken) : ValueTask.FromResult(Answer(request, query, null));
    }

    private async ValueTask<SearchAnswer> ReadAndAnswerAsync(SearchRequest request, SearchQuery query, AcceptabilityNeed need, CancellationToken cancellationToken) =>
        Answer(request, query, await words().ReadAsync(need, cancellationToken));

    private SearchAnswer Answer(SearchRequest request, SearchQuery query, TakenPeople? taken)
    {
        var size = new PageRequest { PageSize = request.PageSize, PageToken = request.PageToken }.Size;
        var bound = $"profiles:search?{caller.Clearance}&{query.Text}";
        var after = ReadToken(request.PageToken, bound);
        if (after is null)
        {
            tally.Count(query);
        }

        var (index, today) = (keeper.Current, DateOnly.FromDateTime(time.Now()));
        using var sight = SearchSight.Of(caller, index, today);
        using var found = Finder.FindByFit(index, query, caller.Clearance, today, sight, taken);
        var page = FoundPage.Of(index, found, after, size + 1);
        (NameFit Fit, RosterEntry Entry)[] hits = [.. page.Take(size).Select(hit => (hit.Fit, sight is null ? index[hit.Slot] : sight.Show(index, hit.Slot)))];
        foreach (var (_, shown) in hits)
        {
            db.NoteRead(shown.Id.ToString(), shown.Classification);
            taken?.NoteRead(db, shown.Id);
        }

        return new SearchAnswer(
            [.. hits.Select(hit => SearchHit.Of(hit.Entry, hit.Fit, query, atlas, taken?.Of(hit.Entry.Id) ?? [], today, caller))], found.All.Count(), FacetCounts.Of(index, found.All, sight),
            page.Count > size ? TokenOf(hits[^1], bound) : null);
    }

    private static string TokenOf((NameFit Fit, RosterEntry Entry) last, string bound) => PageToken.Make(bound, last.Fit.ToString(), last.Entry.NameKey, last.Entry.Id.Value.ToString());

    private static (NameFit Fit, string NameKey, Guid Id)? ReadToken(string? token, string bound) => PageToken.Read(token, bound, keys: 3) switch
    {
        null => null,
        [var fit, var nameKey, var id] when Enum.TryParse<NameFit>(fit, out var step) && Enum.IsDefined(step) && Guid.TryParse(id, out var parsed) => (step, nameKey, parsed),
        _ => throw PageToken.NotOurs(),
    };
}
