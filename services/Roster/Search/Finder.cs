using Concord.Contracts.Access;
using Concord.Roster.Acceptance;
using Concord.Roster.Mediators;
using Concord.Roster.Names;

namespace Concord.Roster.Search;

/// <summary>Answers a query on one state of the index.</summary>
internal static class Finder
{
    private static readonly Classification[] s_levels = Enum.GetValues<Classification>();

    /// <summary>Everybody who matches, whom the clearance covers and, where there is one, the sight shows, and who consents to be found on that day.</summary>
    public static Bitmap Find(RosterIndex index, SearchQuery query, Classification clearance, DateOnly today, SearchSight? sight = null, TakenPeople? taken = null) =>
        FindByFit(index, query, clearance, today, sight, taken).All;

    /// <summary>The same people, by how well their names fit.</summary>
    public static NameFits FindByFit(RosterIndex index, SearchQuery query, Classification clearance, DateOnly today, SearchSight? sight = null, TakenPeople? taken = null)
    {
        var found = FindUnnamed(index, query, clearance, today, sight);
        taken?.Narrow(index, found);
        if (query.Words.Length == 0)
        {
            return NameFits.Unasked(found);
        }

        using (found)
        {
            return NameFits.Of(index.Names, index.Count, found, query.Typed);
        }
    }

    // Whatever the name.
    private static Bitmap FindUnnamed(RosterIndex index, SearchQuery query, Classification clearance, DateOnly today, SearchSight? sight)
    {
        // First of all who may be seen: nothing that comes later can count or name anybody else.
        var found = AnyOf(index, s_levels.Where(c => c <= clearance).Select(Term.Of));
        sight?.Narrow(found, query);
        LeaveOutLapsed(index, found, today);
        LeaveOutMerged(index, found, today);
        foreach (var skill in query.Languages)
        {
            found.And(index.Find(Term.Language(skill.Code, skill.Level)));
        }

        foreach (var skill in query.Expertise)
        {
            found.And(index.Find(Term.Expertise(skill.Area, skill.Level)));
        }

        foreach (var function in query.Functions)
        {
            found.And(index.Find(Term.Of(function)));
        }

        foreach (var training in query.TrainedIn)
        {
            found.And(index.Find(Term.Of(training)));
        }

        KeepAnyOf(index, found, query.Regions.Select(r => new Term(Field.Region, r)));
        KeepAnyOf(index, found, query.Countries.Select(c => new Term(Field.Country, c)));
        KeepAnyOf(index, found, query.Genders.Select(Term.Of));
        KeepAnyOf(index, found, query.SeniorityLevels.Select(Term.Of));
        foreach (var nationality in query.ExcludedNationalities)
        {
            found.AndNot(index.Find(new Term(Field.Nationality, nationality)));
        }

        if (query.ExcludeConflicted)
        {
            foreach (var country in query.FlaggedCountries)
            {
                found.AndNot(index.Find(new Term(Field.Nationality, country)));
                found.AndNot(index.Find(new Term(Field.Interest, country)));
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

    // Whole months are answered by bitmaps alone. Whoever has some but not all days of a month at either end is looked at by day.
    private static void KeepAvailable(RosterIndex index, Bitmap found, AvailabilityNeed need)
    {
        var (allMonth, someDay) = need.Mode == DeploymentMode.InPerson
            ? (Field.InPersonAllMonth, Field.InPersonSomeDay)
            : (Field.AnyModeAllMonth, Field.AnyModeSomeDay);
        using var sure = found.Clone();
        var (first, last) = (DaySpan.MonthOf(need.Days.First), DaySpan.MonthOf(need.Days.Last));
        for (var month = first; month <= last; month++)
        {
            var days = DaySpan.DaysOf(month);
            found.And(index.Find(Term.Month(need.Days.Covers(days.First, days.Last) ? allMonth : someDay, month)));
            sure.And(index.Find(Term.Month(allMonth, month)));
        }

        sure.Complement(found);
        index.KeepFree(found, sure, need);
    }

    // By the clock and not by a change: whose consent ended yesterday is not found today, whether or not anybody wrote anything.
    private static void LeaveOutLapsed(RosterIndex index, Bitmap found, DateOnly today)
    {
        var now = DaySpan.MonthOf(today.DayNumber);
        foreach (var (month, term) in index.ConsentEnds.TakeWhile(m => m.Month <= now))
        {
            var ending = index.Find(term);
            if (month < now)
            {
                found.AndNot(ending);
                continue;
            }

            foreach (var slot in ending.Slots().Where(slot => !index.Packed(slot).MayBeFoundOn(today)))
            {
                found.Clear(slot);
            }
        }
    }

    // Of the records of one person the kept one is found. Whoever may not see that one finds the other, as before; but not once the kept one may be found by nobody.
    private static void LeaveOutMerged(RosterIndex index, Bitmap found, DateOnly today)
    {
        foreach (var (slot, kept) in index.Merged)
        {
            if (found[slot] && (found[kept] || !s_levels.Any(l => index.Find(Term.Of(l)).Contains(kept)) || !index.Packed(kept).MayBeFoundOn(today)))
            {
                found.Clear(slot);
            }
        }
    }

    private static void KeepWithin(RosterIndex index, Bitmap found, int notice)
    {
        var bound = Notice.Covering(notice);
        found.And(index.Find(Term.Notice(bound)));
        if (notice < bound)
        {
            KeepWhere(found, slot => index.Packed(slot).ComesWithin(notice));
        }
    }

    /// <summary>Leaves those of whom one of the terms is true; everybody where there is none.</summary>
    public static void KeepAnyOf(RosterIndex index, Bitmap found, IEnumerable<Term> terms)
    {
        Term[] wished = [.. terms];
        if (wished.Length == 1)
        {
            found.And(index.Find(wished[0]));
        }
        else if (wished.Length > 1)
        {
            using var any = AnyOf(index, wished);
            found.And(any);
        }
    }

    /// <summary>Those of whom one of the terms is true.</summary>
    public static Bitmap AnyOf(RosterIndex index, IEnumerable<Term> terms)
    {
        var any = new Bitmap(index.Count);
        foreach (var term in terms)
        {
            any.Or(index.Find(term));
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
