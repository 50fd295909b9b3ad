using System.Globalization;
using Concord.Contracts.Audit;
using Concord.Platform.Audit;
using Concord.Platform.Hosting;
using Concord.Platform.Paging;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.OwnProfile;

/// <summary>How an organization came to see a profile.</summary>
internal enum ReadingKind
{
    /// <summary>It was opened, alone, in a list or in an export.</summary>
    Read = 1,

    /// <summary>It stood among the results of a search.</summary>
    Found,
}

/// <summary>An organization that saw the profile in a month. Which person did is never told.</summary>
/// <param name="Month">The first day of the month, UTC.</param>
/// <param name="Organization">Resource name.</param>
/// <param name="Keeper">It is the organization that keeps the profile, whose work on it needs to read it.</param>
/// <param name="Kind">How it saw it.</param>
/// <param name="Days">On how many days. Not how many reads: one look at a page is several.</param>
internal sealed record ReaderAnswer(DateOnly Month, string Organization, bool Keeper, ReadingKind Kind, int Days);

/// <summary>Which organizations read a profile, taken from the audit chain (R159).</summary>
internal static class Readers
{
    public static readonly Setting Delay = new(
        "Roster:ReadersDelayDays", "How long after its end a month is told to people of whom profiles were read, in days.", "30", SettingForm.Days);

    /// <summary>
    /// The end of the last month that is told. A whole month at once: who looked again each day, and saw a number grow, would know on which day somebody read.
    /// </summary>
    public static DateTime EndOfToldAt(DateTime now, int delay)
    {
        var late = now.AddDays(-delay);
        return new DateTime(late.Year, late.Month, 1, 0, 0, 0, DateTimeKind.Utc);
    }

    /// <summary>All that is told of a profile, the latest month first.</summary>
    /// <param name="db">The chain of this service.</param>
    /// <param name="profile">The person's own reads are left out, and those of readers who were named in a compartment.</param>
    /// <param name="end">Only what was read before.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<IReadOnlyList<ReaderAnswer>> OfAsync(RosterDb db, Profile profile, DateTime end, CancellationToken cancellationToken)
    {
        var (name, person, read, search, export, reach) = (profile.Id.ToString(), profile.Person, RosterPermissions.ReadProfiles.Name, RosterPermissions.SearchProfiles.Name, RosterPermissions.ExportProfiles.Name, RosterPermissions.ReadContacts.Name);
        var days = await (
            from touch in db.Set<AuditTouch>()
            where touch.Resource == name
            join entry in db.AuditEntries on touch.Sequence equals entry.Sequence
            where entry.Time < end && entry.Outcome == AuditOutcome.Done && (entry.Action == read || entry.Action == search || entry.Action == export || entry.Action == reach)
                && entry.Organization != null && entry.Actor != person && !entry.Touches.Any(t => t.Resource == AuditTouch.Compartments)
            select new { entry.Time.Year, entry.Time.Month, entry.Time.Day, entry.Organization, Found = entry.Action == search }).Distinct().ToListAsync(cancellationToken);
        return [.. days.GroupBy(d => (d.Year, d.Month, d.Organization, d.Found), (k, of) =>
                new ReaderAnswer(new DateOnly(k.Year, k.Month, 1), k.Organization!, k.Organization == profile.Owner, k.Found ? ReadingKind.Found : ReadingKind.Read, of.Count()))
            .OrderByDescending(r => r.Month).ThenBy(r => r.Organization, StringComparer.Ordinal).ThenBy(r => r.Kind)];
    }

    /// <summary>One page: a person has few readers, and those of a month that is told do not change any more.</summary>
    public static Page<ReaderAnswer> PageOf(IReadOnlyList<ReaderAnswer> all, PageRequest request)
    {
        const string bound = "me/profile/readers";
        var begin = PageToken.Read(request.PageToken, bound, keys: 1) is { } after ? PlaceAfter(all, after[0]) : 0;
        var items = all.Skip(begin).Take(request.Size).ToList();
        return new Page<ReaderAnswer>(items, begin + items.Count < all.Count ? PageToken.Make(bound, KeyOf(items[^1])) : null);
    }

    private static int PlaceAfter(IReadOnlyList<ReaderAnswer> all, string key) => all.TakeWhile(r => KeyOf(r) != key).Count() is var place && place < all.Count ? place + 1 : throw PageToken.NotOurs();

    private static string KeyOf(ReaderAnswer reader) => string.Create(CultureInfo.InvariantCulture, $"{reader.Month:yyyy-MM} {reader.Organization} {reader.Kind}");
}
