using Concord.Contracts.Access;
using Concord.Platform.Texts;
using Concord.Portal.Api;
using Concord.Portal.Components;
using Concord.Portal.Frame;
using Concord.Portal.Processes;
using Concord.Portal.SavedSearches;
using Concord.Portal.Standby;
using Concord.Portal.SupportDesk;
using Concord.Portal.Texts;

namespace Concord.Portal.Alerts;

/// <summary>What an alert is about.</summary>
/// <param name="Title">What to call it.</param>
/// <param name="Classification">Of its record; null where that has none.</param>
public sealed record AlertSubject(Wording Title, string? Classification);

/// <summary>Which services keep alerts for a reader, and what those are about.</summary>
internal static class AlertSubjects
{
    private static readonly string[] s_ofRoster = [Roles.MediationSupport, Roles.RegionalOfficer, Roles.AppointingAuthority, Roles.HeadOfMission, Roles.LeadMediator];

    public static IEnumerable<string> AlertServices(this Me me) =>
        [.. me.WorksOnProcesses ? [StoredAlert.OfDesignation] : (string[])[], .. me.Roles.Any(s_ofRoster.Contains) ? [StoredAlert.OfRoster] : (string[])[]];

    /// <summary>Alerts of all of them.</summary>
    /// <param name="api">In the name of the reader.</param>
    /// <param name="me">The reader.</param>
    /// <param name="which">Such as <c>state=RAISED</c>.</param>
    public static async Task<List<StoredAlert>> AlertsAsync(this PlatformApi api, Me me, string which) =>
        [.. (await Task.WhenAll(me.AlertServices().Select(s => api.ListAsync<StoredAlert>($"alerts/{s}?{which}")))).SelectMany(a => a)];

    /// <summary>By resource name; what was opened, or hidden, between the two questions is left out.</summary>
    public static async Task<IReadOnlyDictionary<string, AlertSubject>> SubjectsAsync(this PlatformApi api, IEnumerable<StoredAlert> alerts, Speech say)
    {
        var about = alerts.Select(a => a.Subject.Split('/')[0]).Distinct();
        var found = await Task.WhenAll(about.Select(collection => OfAsync(api, collection, say)));
        return found.SelectMany(f => f).ToDictionary(f => f.Name, f => f.Subject);
    }

    private static async Task<IEnumerable<(string Name, AlertSubject Subject)>> OfAsync(PlatformApi api, string collection, Speech say) => collection switch
    {
        "processes" => (await api.ListAsync<Process>(collection)).Select(p => (p.Name, new AlertSubject(p.TitleFor(say.Language), p.Classification))),
        "standbyRequests" => (await api.ListAsync<StandbyRequest>(collection))
            .Select(r => (r.Name, new AlertSubject(say.Own(say.With("standby.of", ("country", say.Area(r.Country)), ("day", r.NeededBy))), r.Classification))),
        "supportRequests" => (await api.ListAsync<SupportRequest>(collection)).Select(r => (r.Name, new AlertSubject(new(r.Title, Language.English.Tag), r.Classification))),
        "savedSearches" => (await api.ListAsync<SavedSearch>(collection)).Select(s => (s.Name, new AlertSubject(new(s.DisplayName, ""), null))),
        _ => [],
    };
}
