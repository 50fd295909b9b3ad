using Concord.Contracts.Access;
using Concord.Roster.Mediators;
using Concord.Roster.Names;

namespace Concord.Roster.Search;

/// <summary>Answers a query on one state of the index.</summary>
internal static class Finder
{
    /// <summary>Above this many hits it is cheaper to walk all by name than to sort the hits.</summary>
    private const int SortLimit = 1024;

    /// <summary>Everybody who matches, whom the clearance covers, and who consents to be found on that day.</summary>
    public static Bitmap Find(RosterIndex index, SearchQuery query, Classification clearance, DateOnly today) => FindByFit(index, query, clearance, today).All;

    /// <summary>The same people, by how well their names fit.</summary>
    public static NameFits FindByFit(RosterIndex index, SearchQuery query, Classification clearance, DateOnly today)
    {
        var found = FindUnnamed(index, query, clearance, today);
        return query.Words.Length == 0 ? NameFits.Unasked(found) : NameFits.Of(index.Names, index.Count, found, query.Typed);
    }

    /// <summary>The hits after a position, those first whose names fit best, as many as asked for.</summary>
    public static List<(NameFit Fit, RosterEntry Entry)> Page(RosterIndex index, NameFits found, (NameFit Fit, string NameKey, Guid Id)? after, int size)
    {
        var page = new List<(NameFit, RosterEntry)>(size);
        foreach (var (fit, people) in found.Steps.Where(s => page.Count < size && (after is null || s.Fit >= after.Value.Fit)))
        {
            var within = after is { } a && a.Fit == fit ? (a.NameKey, a.Id) : ((string, Guid)?)null;
            page.AddRange(Page(index, people, people.Count(), within, size - page.Count).Select(entry => (fit, entry)));
        }

        return page;
    }

    // Whatever the name.
    private static Bitmap FindUnnamed(RosterIndex index, SearchQuery query, Classification clearance, DateOnly today)
    {
        // First of all who may be seen: nothing that comes later can count or name anybody else.
        var found = AnyOf(index, Enum.GetValues<Classification>().Where(c => c <= clearance).Select(Term.Of));
        LeaveOutLapsed(index, found, today);
        foreach (var skill in query.Languages)
        {
            Keep(index, found, Term.Language(skill.Code, skill.Level));
        }

        foreach (var skill in query.Expertise)
        {
            Keep(index, found, Term.Expertise(skill.Area, skill.Level));
        }

        foreach (var function in query.Functions)
        {
            Keep(index, found, Term.Of(function));
        }

        foreach (var training in query.TrainedIn)
        {
            Keep(index, found, Term.Of(training));
        }

        KeepAnyOf(index, found, query.Regions.Select(r => new Term(Field.Region, r)));
        KeepAnyOf(index, found, query.Countries.Select(c => new Term(Field.Country, c)));
        KeepAnyOf(index, found, query.Genders.Select(Term.Of));
        KeepAnyOf(index, found, query.SeniorityLevels.Select(Term.Of));
        foreach (var nationality in query.ExcludedNationalities)
        {
            if (index.Find(new Term(Field.Nationality, nationality)) is { } excluded)
            {
                found.AndNot(excluded);
            }
        }

        if (query.ExcludeConflicted)
        {
            foreach (var country in query.FlaggedCountries)
            {
                found.AndNot(AnyOf(index, [new Term(Field.Nationality, country), new Term(Field.Interest, country)]));
            }
        }

        if (query.Availability is { } need)
        {
            KeepAvailable(index, found, need);
        }

        if (query.MaximumNoticeDays is { } notice)
        {
            KeepWithin(index, found, notice);
        }

        return found;
    }

    /// <summary>The hits after a position, by name and id, as many as asked for.</summary>
    public static List<RosterEntry> Page(RosterIndex index, Bitmap found, int total, (string NameKey, Guid Id)? after, int size)
    {
        if (total <= SortLimit)
        {
            var hits = found.Slots().Select(slot => index[slot]).Where(e => after is not { } a || RosterIndex.Compare(e, a.NameKey, a.Id) > 0).ToList();
            hits.Sort(RosterIndex.Compare);
            return hits.Count > size ? hits[..size] : hits;
        }

        var page = new List<RosterEntry>(size);
        for (var at = after is { } position ? index.PlaceAfter(position.NameKey, position.Id) : 0; at < index.Order.Length && page.Count < size; at++)
        {
            if (found[index.Order[at]])
            {
                page.Add(index[index.Order[at]]);
            }
        }

        return page;
    }

    // Whole months are answered by bitmaps alone. Whoever has some but not all days of a month at either end is looked at by day.
    private static void KeepAvailable(RosterIndex index, Bitmap found, AvailabilityNeed need)
    {
        var (allMonth, someDay) = need.Mode == DeploymentMode.InPerson
            ? (Field.InPersonAllMonth, Field.InPersonSomeDay)
            : (Field.AnyModeAllMonth, Field.AnyModeSomeDay);
        var sure = found.Clone();
        var (first, last) = (DaySpan.MonthOf(need.Days.First), DaySpan.MonthOf(need.Days.Last));
        for (var month = first; month <= last; month++)
        {
            var days = DaySpan.DaysOf(month);
            Keep(index, found, Term.Month(need.Days.Covers(days.First, days.Last) ? allMonth : someDay, month));
            Keep(index, sure, Term.Month(allMonth, month));
        }

        KeepWhere(found, slot => sure[slot] || Array.Exists(index[slot].SpansFor(need.Mode), s => s.Covers(need.Days.First, need.Days.Last)));
    }

    // By the clock and not by a change: whose consent ended yesterday is not found today, whether or not anybody wrote anything.
    private static void LeaveOutLapsed(RosterIndex index, Bitmap found, DateOnly today)
    {
        var now = DaySpan.MonthOf(today.DayNumber);
        foreach (var (month, term) in index.ConsentEnds.TakeWhile(m => m.Month <= now))
        {
            if (index.Find(term) is not { } ending)
            {
                continue;
            }

            if (month < now)
            {
                found.AndNot(ending);
                continue;
            }

            foreach (var slot in ending.Slots().Where(slot => index[slot].SearchUntil < today))
            {
                found.Clear(slot);
            }
        }
    }

    private static void KeepWithin(RosterIndex index, Bitmap found, int notice)
    {
        var bound = Notice.Covering(notice);
        Keep(index, found, Term.Notice(bound));
        if (notice < bound)
        {
            KeepWhere(found, slot => index[slot].NoticeDays <= notice);
        }
    }

    private static void Keep(RosterIndex index, Bitmap found, Term term) => found.And(index.Find(term) ?? new Bitmap());

    private static void KeepAnyOf(RosterIndex index, Bitmap found, IEnumerable<Term> terms)
    {
        if (terms.Any())
        {
            found.And(AnyOf(index, terms));
        }
    }

    private static Bitmap AnyOf(RosterIndex index, IEnumerable<Term> terms)
    {
        var any = new Bitmap(index.Count);
        foreach (var term in terms)
        {
            if (index.Find(term) is { } bitmap)
            {
                any.Or(bitmap);
            }
        }

        return any;
    }

    private static void KeepWhere(Bitmap found, Func<int, bool> holds)
    {
        foreach (var slot in found.Slots())
        {
            if (!holds(slot))
            {
                found.Clear(slot);
            }
        }
    }
}
