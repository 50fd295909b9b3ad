using Concord.Contracts.Access;
using Concord.Platform.Texts;
using Concord.Portal.Api;
using Concord.Portal.Components;
using Concord.Portal.Frame;
using Concord.Portal.Processes;
using Concord.Portal.Roster;
using Concord.Portal.RosterSharing;
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
    /// <summary>The roster shows nobody so many people within so short a time.</summary>
    public const string TooManyPeople = "TOO_MANY_PEOPLE";

    private static readonly string[] s_ofRoster = [Roles.MediationSupport, Roles.RegionalOfficer, Roles.AppointingAuthority, Roles.HeadOfMission, Roles.LeadMediator];

    public static IEnumerable<string> AlertServices(this Me me) =>
        [.. me.WorksOnProcesses ? [StoredAlert.OfDesignation] : (string[])[], .. me.Roles.Any(s_ofRoster.Contains) ? [StoredAlert.OfRoster] : (string[])[]];

    /// <summary>Alerts of all of them.</summary>
    /// <param name="api">In the name of the reader.</param>
    /// <param name="me">The reader.</param>
    /// <param name="which">Such as <c>state=RAISED</c>.</param>
    public static async Task<List<StoredAlert>> AlertsAsync(this PlatformApi api, Me me, string which) =>
        [.. (await Task.WhenAll(me.AlertServices().Select(s => api.ListAsync<StoredAlert>($"alerts/{s}?{which}")))).SelectMany(a => a)];

    /// <summary>What the alerts are about, by resource name, each asked for on its own: give it those that are shown. Whatever cannot be read now, by an alert that can, is not among them.</summary>
    public static async Task<IReadOnlyDictionary<string, AlertSubject>> SubjectsAsync(this PlatformApi api, IEnumerable<StoredAlert> alerts, Speech say)
    {
        var found = await Task.WhenAll(alerts.Select(a => a.Subject).Distinct().Select(async name => (Name: name, Subject: await FindAsync(api, name, say))));
        return found.Where(f => f.Subject is not null).ToDictionary(f => f.Name, f => f.Subject!);
    }

    /// <summary>What to call the subject of an alert; by its kind where it cannot be read.</summary>
    public static Wording TitleOf(this IReadOnlyDictionary<string, AlertSubject> subjects, StoredAlert alert, Speech say) =>
        subjects.GetValueOrDefault(alert.Subject)?.Title ?? say.Own(say[Evidence.KeyOf(alert.Subject)]);

    /// <summary>Its page.</summary>
    public static string AddressOf(string subject) => subject.StartsWith("profiles/", StringComparison.Ordinal) ? $"/roster/{subject.Id()}" : $"/{subject}";

    private static async Task<AlertSubject?> FindAsync(PlatformApi api, string name, Speech say)
    {
        try
        {
            return name.Split('/')[0] switch
            {
                "processes" => await api.FindAsync<Process>(name) is { } p ? new(p.TitleFor(say.Language), p.Classification) : null,
                "standbyRequests" => await api.FindAsync<StandbyRequest>(name) is { } r ? new(say.Own(say.With("standby.of", ("country", say.Area(r.Country)), ("day", r.NeededBy))), r.Classification) : null,
                "supportRequests" => await api.FindAsync<SupportRequest>(name) is { } r ? new(new(r.Title, Language.English.Tag), r.Classification) : null,
                "savedSearches" => await api.FindAsync<SavedSearch>(name) is { } s ? new(new(s.DisplayName, ""), null) : null,
                "sharingAgreements" => await api.FindAsync<SharingAgreement>(name) is { } a ? new(new(string.Join(" – ", a.Receivers.Select(r => r.OrganizationDisplayName).Prepend(a.OwnerDisplayName)), ""), null) : null,
                "profiles" => await api.FindAsync<Profile>(name) is { } p ? new(new(p.DisplayName, ""), p.Classification) : null,
                _ => null,
            };
        }
        catch (ProblemException e) when (e.Problem.Reason == TooManyPeople)
        {
            return null; // the alert counts all the same
        }
    }
}
