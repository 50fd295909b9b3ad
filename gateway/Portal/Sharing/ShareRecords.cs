using Concord.Platform.Texts;
using Concord.Portal.Agreements;
using Concord.Portal.Components;
using Concord.Portal.Roster;

namespace Concord.Portal.Sharing;

/// <summary>A share as the organization that gave it sees it.</summary>
public sealed record Share(
    string Name, string Organization, string OrganizationDisplayName, string Purpose, ShareConsent Consent, string ExposedToReprisals,
    DateTimeOffset FromTime, DateTimeOffset UntilTime, SharePerson GivenBy, DateTimeOffset CreateTime, DateTimeOffset? EndTime, string? EndReason)
{
    /// <summary>Nobody has ended it, and its time is not over; it may be yet to begin.</summary>
    public bool Lasts(DateTimeOffset now) => EndTime is null && UntilTime > now;
}

public sealed record SharePerson(string DisplayName);

public sealed record ShareConsent(string By, DateOnly Date, string Form, string Evidence);

/// <summary>What another organization shares with the reader's.</summary>
public sealed record SharedWithUs(string Name, string Record, string Owner, string Purpose, DateTimeOffset FromTime, DateTimeOffset UntilTime);

/// <summary>An organization as the partners service lists it.</summary>
public sealed record Registered(string Name, string DisplayName);

/// <summary>A record that can be shared, by the address of its page.</summary>
/// <param name="Record">Resource name.</param>
/// <param name="Page">Its page.</param>
/// <param name="Classification">Of the record.</param>
/// <param name="Title">What it is called.</param>
/// <param name="List">Page of all such records, and the key of its title.</param>
public sealed record Shareable(string Record, string Page, string Classification, Wording Title, (string Page, string Title) List)
{
    /// <param name="api">In the reader's name.</param>
    /// <param name="kind">First part of the address of the page.</param>
    /// <param name="id">Second part.</param>
    /// <param name="reader">Their language.</param>
    public static async Task<Shareable> OfAsync(Api.PlatformApi api, string kind, Guid id, Language reader)
    {
        var page = $"/{kind}/{id}";
        switch (kind)
        {
            case "roster":
                var person = await api.GetAsync<Profile>($"profiles/{id}");
                return new(person.Name, page, person.Classification, new(person.DisplayName, reader.Tag), ("/roster", "roster.title"));
            case "agreements":
                var agreement = await api.GetAsync<Agreement>($"agreements/{id}");
                return new(agreement.Name, page, agreement.Classification, agreement.ShortTitleFor(reader), ("/agreements", "agreements.title"));
            default:
                var process = await api.GetAsync<Processes.Process>($"processes/{id}");
                return new(process.Name, page, process.Classification, process.TitleFor(reader), ("/processes", "processes.title"));
        }
    }
}
