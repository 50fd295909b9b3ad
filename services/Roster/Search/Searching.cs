using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Demand;
using Concord.Roster.Geography;
using Concord.Roster.Names;
using Concord.Roster.Persistence;

namespace Concord.Roster.Search;

/// <summary>Answers a search for the caller, with what the caller may see now.</summary>
internal sealed class Searching(RosterIndexKeeper keeper, RosterDb db, Atlas atlas, DemandTally tally, Caller caller, TimeProvider time)
{
    public SearchAnswer Answer(SearchRequest request)
    {
        var query = request.ToQuery(atlas);
        var size = new PageRequest { PageSize = request.PageSize, PageToken = request.PageToken }.Size;
        var bound = $"profiles:search?{caller.Clearance}&{query.Text}";
        var after = ReadToken(request.PageToken, bound);
        if (after is null)
        {
            tally.Count(query);
        }

        var (index, today) = (keeper.Current, DateOnly.FromDateTime(time.Now()));
        using var sight = SearchSight.Of(caller, index, today);
        using var found = Finder.FindByFit(index, query, caller.Clearance, today, sight);
        var page = FoundPage.Of(index, found, after, size + 1);
        (NameFit Fit, RosterEntry Entry)[] hits = [.. page.Take(size).Select(hit => (hit.Fit, sight is null ? index[hit.Slot] : sight.Show(index, hit.Slot)))];
        foreach (var (_, shown) in hits)
        {
            db.NoteRead(shown.Id.ToString(), shown.Classification);
        }

        return new SearchAnswer(
            [.. hits.Select(hit => SearchHit.Of(hit.Entry, hit.Fit, query, atlas, today))], found.All.Count(), FacetCounts.Of(index, found.All, sight),
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
