using System.Text.Json;
using Concord.Monitoring.Agreements;
using Concord.Monitoring.Milestones;
using Concord.Monitoring.Provisions;
using Concord.Monitoring.Translations;
using Concord.Platform.Http;

namespace Concord.Monitoring.Import;

/// <summary>An agreement coded as a file: facts with the report and segment they were read from.</summary>
internal sealed record EncodedAgreement(
    string Notice, EncodedHeader Agreement, IReadOnlyList<NewParty> Parties, IReadOnlyList<EncodedAnchor> Anchors, IReadOnlyList<NewProvision> Provisions,
    IReadOnlyList<EncodedMilestone> Milestones, IReadOnlyList<EncodedStatus> StatusEntries, IReadOnlyList<EncodedEntry> MilestoneEntries)
{
    /// <summary>Reads a file; an unknown or missing field is an error, so that a slip in the coding shows.</summary>
    public static EncodedAgreement Read(Stream file) => ReadAs<EncodedAgreement>(file);

    /// <summary>Reads what the agreement is called in another language, as strictly.</summary>
    public static NewTranslation ReadTranslation(Stream file) => ReadAs<NewTranslation>(file);

    private static T ReadAs<T>(Stream file) => JsonSerializer.Deserialize<T>(file, Strict) ?? throw new JsonException("The file is empty.");

    private static JsonSerializerOptions Strict { get; } = new(ConcordJson.Options) { RespectNullableAnnotations = true };
}

internal sealed record EncodedHeader(string Key, string Title, string ShortTitle, DateOnly SignedOn, string Place, int PaxId, string Source, IReadOnlyList<NewChapter> Chapters);

internal sealed record EncodedAnchor(string Key, string Title, DateOnly PlannedOn, DateOnly? OccurredOn, IReadOnlyList<EncodedChange> Changes);

internal sealed record EncodedChange(DateOnly DecidedOn, DateOnly NewDate, string Reason, string? Report, int? Segment);

internal sealed record EncodedMilestone(
    string Key, string Title, string Provision, IReadOnlyList<string> Responsible, int DurationDays, NewDeadline? Deadline, IReadOnlyList<NewPredecessor> Predecessors, bool KeyMilestone);

internal sealed record EncodedStatus(
    string Provision, DateOnly AsOf, int Level, bool Initiated, bool Reversal, string Report, string ReportTitle, DateOnly ReportDate, int Segment, string Note);

internal sealed record EncodedEntry(string Milestone, DateOnly On, MilestoneEvent Event, string Report, int Segment, string Note);
