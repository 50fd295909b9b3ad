using System.Text.Json.Serialization;
using Concord.Portal.Processes;

namespace Concord.Portal.Contacts;

/// <summary>What the pages show of contacts and of what they show together, as the designation service answers it.</summary>
public sealed record Contact(
    string Name, IReadOnlyList<MetParty> Parties, IReadOnlyList<MetBy> ThirdParties, MetTime? When, DateTimeOffset EarliestTime, Venue Where, string Kind, string? Level, IReadOnlyList<string> Topics,
    bool CoordinatedWithLead, string? Source, string Reliability, string Exposure, string? Exposed, string Classification, string Organization, string? OrganizationDisplayName, Signature RecordedBy,
    DateTimeOffset CreateTime, string State, Maker? MadeBy = null, string? CloseReason = null, Signature? ClosedBy = null, DateTimeOffset? CloseTime = null,
    string? Etag = null);

public sealed record MetParty(string? Party, string Label, string Outcome, string? Fears, string? Reply);

public sealed record MetBy(string? Organization, string? Label, string? DisplayName)
{
    /// <summary>The same for the same third party, in one list.</summary>
    [JsonIgnore]
    public string Key => Organization ?? Label ?? "";

    [JsonIgnore]
    public string Called => DisplayName ?? Label ?? Organization ?? "";
}

/// <summary>By whom a contact was made.</summary>
public sealed record Maker(string Kind, string? Organization, string? Name, TalkRequest? Request = null);

/// <summary>What a mediator asked of a member of the team.</summary>
public sealed record TalkRequest(string Mediator, DateOnly? On, string Purpose);

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

/// <summary>What counts as parallel in a process; its own where it says something, the platform's where it does not.</summary>
public sealed record TrackThresholds(int WindowDays, int MinimumTracks, OwnThresholds Own, string Etag);

public sealed record OwnThresholds(int? WindowDays, int? MinimumTracks);

/// <summary>What became of a table of contacts, or would.</summary>
public sealed record ImportAnswer(bool DryRun, int Rows, int Recorded, int AlreadyThere, int Refused, IReadOnlyList<ImportedRow> Lines, IReadOnlyList<RowProblem> Problems);

/// <summary>What became of a row; one that differs is there already and says something else now.</summary>
public sealed record ImportedRow(int Line, string? ExternalId, string Outcome, string? Contact, bool? Differs, bool? Withdrawn = null);

public sealed record RowProblem(int Line, string? Column, string Reason);
