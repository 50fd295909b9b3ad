using Concord.Designation.Contacts;
using Concord.Designation.Lead;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Designation.SupportRoles;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.ParallelTracks;

/// <summary>
/// Who belonged to the arrangement of whoever led, and when: the organizations of the holder, joint or not, and those that were registered as its support. What they did is no other track (R48). Without a
/// lead there is no arrangement. Of a contact whose date is not exact the arrangement is that of any day it may have been on.
/// </summary>
/// <param name="Leads">The holders' organizations by their keys, with their times.</param>
/// <param name="Supports">The supporters in the same way.</param>
internal sealed record Arrangement(IReadOnlyList<(DateTime From, DateTime Until, IReadOnlySet<string> Keys)> Leads, IReadOnlyList<(DateTime From, DateTime Until, IReadOnlySet<string> Keys)> Supports)
{
    /// <param name="keys">Of the third parties, and of the organization that made the contact.</param>
    /// <param name="earliest">Of the contact.</param>
    /// <param name="latest">Of the contact; the first instant after it.</param>
    public bool Covers(IEnumerable<string> keys, DateTime earliest, DateTime latest)
    {
        var leads = Leads.Where(l => l.From < latest && l.Until > earliest).ToList();
        return leads.Count > 0 && keys.Any(key => leads.Exists(l => l.Keys.Contains(key)) || Supports.Any(s => s.From < latest && s.Until > earliest && s.Keys.Contains(key)));
    }

    public static async Task<Arrangement> LoadAsync(DesignationDb db, ProcessId process, CancellationToken cancellationToken)
    {
        var leads = (await db.LedAsync(process, cancellationToken)).Led;
        var supports = await db.SupportRoles.AsNoTracking().Where(r => r.Process == process).ToListAsync(cancellationToken);
        var asked = leads.SelectMany(l => l.Designation.Organizations).Concat(supports.Select(s => s.Organization)).Distinct().ToList();
        var called = await db.KnownOrganizations.AsNoTracking().Where(o => asked.Contains(o.Name)).Select(o => new { o.Name, o.DisplayName, o.Acronym }).ToDictionaryAsync(o => o.Name, cancellationToken);
        return new Arrangement(
            [.. leads.Select(l => (l.Time.Start, l.Time.End ?? DateTime.MaxValue, KeysOf(l.Designation.Organizations)))],
            [.. supports.Select(s => (s.From.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), EndOf(s), KeysOf([s.Organization])))]);

        // Who is called as the organization is, is the organization: what was written in words is no second track beside its own.
        IReadOnlySet<string> KeysOf(IEnumerable<string> organizations) => organizations
            .SelectMany(o => called.TryGetValue(o, out var names) ? (string[])[o, ActorKey.Fold(names.DisplayName), ActorKey.Fold(names.Acronym)] : [o])
            .Where(key => key.Length > 0).ToHashSet(StringComparer.Ordinal);
    }

    private static DateTime EndOf(SupportRole role)
    {
        var lastDay = role.Until is { } until && until < DateOnly.MaxValue ? until.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) : DateTime.MaxValue;
        return role.EndTime is { } ended && ended < lastDay ? ended : lastDay;
    }
}
