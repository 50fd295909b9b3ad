using Concord.Platform.Http;

namespace Concord.Platform.Sharing;

/// <summary>A person of a share.</summary>
/// <param name="Name"><c>accounts/{uuid}</c>.</param>
/// <param name="DisplayName">As shown to others.</param>
public sealed record SharePerson(string Name, string DisplayName);

/// <summary>A share, as the organization that gave it sees it.</summary>
/// <param name="Name">Resource name, below that of the record.</param>
/// <param name="Record">Resource name of the record.</param>
/// <param name="Owner">Resource name of the organization that shares it.</param>
/// <param name="Organization">Resource name of the organization it is shared with.</param>
/// <param name="OrganizationDisplayName">What that organization was called when it was shared.</param>
/// <param name="Scope">What it may do with the record.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Consent">What it rests on.</param>
/// <param name="ExposedToReprisals">Who may be exposed to reprisals by it (R156).</param>
/// <param name="FromTime">From when it counts, UTC.</param>
/// <param name="UntilTime">Until when, UTC.</param>
/// <param name="GivenBy">Who shared it.</param>
/// <param name="CreateTime">When, UTC.</param>
/// <param name="EndTime">When somebody ended it, UTC.</param>
/// <param name="EndedBy">Who ended it.</param>
/// <param name="EndReason">Why.</param>
/// <param name="Open">Whether it counts now.</param>
/// <param name="Etag">For If-Match.</param>
public sealed record ShareAnswer(
    string Name, string Record, string Owner, string Organization, string OrganizationDisplayName, ShareScope Scope, string Purpose, ShareConsent Consent, string ExposedToReprisals,
    DateTime FromTime, DateTime UntilTime, SharePerson GivenBy, DateTime CreateTime, DateTime? EndTime, SharePerson? EndedBy, string? EndReason, bool Open, string Etag)
{
    internal static ShareAnswer Of(Share s, DateTime now) => new(
        s.Name, s.Record, s.Owner, s.Organization, s.OrganizationName, s.Scope, s.Purpose, new ShareConsent(s.ConsentBy, s.ConsentDate, s.ConsentForm, s.ConsentEvidence), s.ExposedToReprisals,
        s.FromTime, s.UntilTime, new SharePerson(s.GivenBy, s.GivenByName), s.CreateTime, s.EndTime, s.EndedBy is null ? null : new SharePerson(s.EndedBy, s.EndedByName ?? ""), s.EndReason,
        s.IsOpen(now), ETag.Of(s));
}

/// <summary>A share, as the organization that was given it sees it: not whose consent it rests on, nor who is exposed by it.</summary>
/// <param name="Name">Resource name, below that of the record.</param>
/// <param name="Record">Resource name of the record.</param>
/// <param name="Owner">Resource name of the organization that shares it.</param>
/// <param name="Scope">What your organization may do with the record.</param>
/// <param name="Purpose">What for.</param>
/// <param name="FromTime">From when it counts, UTC.</param>
/// <param name="UntilTime">Until when, UTC.</param>
public sealed record SharedWithUs(string Name, string Record, string Owner, ShareScope Scope, string Purpose, DateTime FromTime, DateTime UntilTime)
{
    internal static SharedWithUs Of(Share s) => new(s.Name, s.Record, s.Owner, s.Scope, s.Purpose, s.FromTime, s.UntilTime);
}
