using Concord.Portal.Roster;

namespace Concord.Portal.OwnProfile;

/// <summary>Everything that is kept about a person, as the roster gives it out.</summary>
public sealed record OwnRecord(
    DateTimeOffset ExportTime, Profile Profile, IReadOnlyList<Window> Availability, OwnContact? Contact, IReadOnlyList<OwnShare> Shares, IReadOnlyList<string> LeftOut);

/// <summary>How the person is reached.</summary>
public sealed record OwnContact(
    IReadOnlyList<string>? Emails, IReadOnlyList<string>? Phones, OwnPostal? Postal, IReadOnlyList<OwnMessenger>? Messengers, string? Note, OwnEmergency? Emergency);

public sealed record OwnPostal(string Address, string Place, string Country);

public sealed record OwnMessenger(string Service, string Address);

public sealed record OwnEmergency(string DisplayName, string? Relation, string? Phone, string? Email);

public sealed record OwnShare(string Organization, string OrganizationDisplayName, DateTimeOffset FromTime, DateTimeOffset UntilTime, DateTimeOffset? EndTime);
