using System.Text.Json.Serialization;
using Concord.Portal.Processes;

namespace Concord.Portal.Contacts;

/// <summary>What the pages show of contacts and of what they show together, as the designation service answers it.</summary>
public sealed record Contact(
    string Name, IReadOnlyList<MetParty> Parties, IReadOnlyList<MetBy> ThirdParties, MetTime? When, DateTimeOffset EarliestTime, Venue Where, string Kind, string? Level, IReadOnlyList<string> Topics,
    bool CoordinatedWithLead, string? Source, string Reliability, string Exposure, string? Exposed, string Classification, string Organization, string? OrganizationDisplayName, Signature RecordedBy,
    DateTimeOffset CreateTime, string State);

public sealed record MetParty(string? Party, string Label, string Outcome, string? Fears, string? Reply);

public sealed record MetBy(string? Organization, string? Label, string? DisplayName)
{
    /// <summary>The same for the same third party, in one list.</summary>
    [JsonIgnore]
    public string Key => Organization ?? Label ?? "";

    [JsonIgnore]
    public string Called => DisplayName ?? Label ?? Organization ?? "";
}

public sealed record MetTime(string? From, string? Until);

public sealed record Venue(string Kind, string? Place, string? Country);

public sealed record Finding(string Name, string Kind, string PartyLabel, string State, Evidence Evidence, string Classification, long LeadEpoch, DateTimeOffset CreateTime, DateTimeOffset UpdateTime, string Etag)
{
    public bool IsOpen => State is "OPEN" or "ACKNOWLEDGED";
}

public sealed record Evidence(
    string Certainty, string Severity, IReadOnlyList<Track> Tracks, int TracksAtOnce, DateOnly From, DateOnly Until, IReadOnlyList<string> DoubledTopics, int WindowDays);

public sealed record Track(IReadOnlyList<MetBy> ThirdParties, IReadOnlyList<string> Contacts);

public sealed record FindingStep(string Step, IReadOnlyList<string> AddedContacts, string? Reason, Signature? By, DateTimeOffset Time);
