using Concord.Contracts.Access;
using Concord.Monitoring.Leads;
using Concord.Monitoring.Milestones;
using Concord.Monitoring.Scores;

namespace Concord.Monitoring.Agreements;

/// <summary>A followed agreement. What is computed as of a day, and its parts, are absent in lists.</summary>
internal sealed record AgreementAnswer
{
    public required string Name { get; init; }
    public required string Title { get; init; }
    public required string ShortTitle { get; init; }
    public required DateOnly SignedOn { get; init; }
    public string? Place { get; init; }

    /// <summary>Resource name; absent to callers who may not see the process.</summary>
    public string? Process { get; init; }
    public int? PaxId { get; init; }
    public required Classification Classification { get; init; }

    /// <summary>The language that its texts and those of its parts are in: the original.</summary>
    public required string Language { get; init; }

    /// <summary>The other languages it can be read in.</summary>
    public required IReadOnlyList<TitleTranslation> Translations { get; init; }

    /// <summary>Who coded it from what, and what it is not; shown wherever the agreement is.</summary>
    public string? Notice { get; init; }
    public string? Source { get; init; }

    /// <summary>As last heard; absent where the process is, and where nothing was heard.</summary>
    public AgreementLead? Lead { get; init; }
    public required DateTime CreateTime { get; init; }
    public AgreementSummary? Summary { get; init; }
    public IReadOnlyList<PartyAnswer>? Parties { get; init; }
    public IReadOnlyList<ChapterAnswer>? Chapters { get; init; }
    public IReadOnlyList<AnchorAnswer>? Anchors { get; init; }
    public required string Etag { get; init; }
}

/// <summary>What an agreement is called in another language; its parts are in <c>translations/{language}</c>.</summary>
/// <param name="Language">Code of the reference data.</param>
/// <param name="Title">Of the agreement.</param>
/// <param name="ShortTitle">As people call it.</param>
/// <param name="MachineMade">No person has reviewed it.</param>
internal sealed record TitleTranslation(string Language, string Title, string ShortTitle, bool MachineMade);

internal sealed record PartyAnswer(string Key, string Name, PartyKind Kind, string? Organization);

internal sealed record ChapterAnswer(int Number, string Title);

/// <summary>An anchor as it stood on the day asked for.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Title">What happens on that day.</param>
/// <param name="PlannedOn">The baseline.</param>
/// <param name="Date">What deadlines were counted from on the day asked for.</param>
/// <param name="OccurredOn">When it came; absent before.</param>
/// <param name="Changes">Decided by the day asked for, oldest first.</param>
internal sealed record AnchorAnswer(string Key, string Title, DateOnly PlannedOn, DateOnly Date, DateOnly? OccurredOn, IReadOnlyList<AnchorChangeAnswer> Changes);

internal sealed record AnchorChangeAnswer(DateOnly DecidedOn, DateOnly NewDate, string Reason, string? Report, int? Segment, string RecordedBy, DateTime RecordTime);

/// <summary>Who leads the process; <c>endTime</c> alone where nobody does since then.</summary>
internal sealed record AgreementLead(IReadOnlyList<string> Organizations, string? DisplayName, long Epoch, DateTime? StartTime, DateTime? EndTime)
{
    public static AgreementLead? Of(ProcessLead? lead) => lead is null ? null
        : lead.HasLead ? new(lead.Organizations, lead.DisplayName, lead.Epoch, lead.StartTime, null)
        : lead.EndedEpoch > 0 ? new([], null, lead.EndedEpoch, null, lead.EndTime)
        : null;

    /// <summary>As of a day: by what became true up to its end. What was told without a time counts from the start.</summary>
    public static AgreementLead? AsOf(ProcessLead? lead, DateOnly day) =>
        lead?.Log.Where(e => e.Notice != LeadNotice.Renamed) // the new name stands in the others
            .Where(e => e.Time is null || DateOnly.FromDateTime(e.Time.Value) <= day).OrderBy(e => e.Epoch).ThenBy(e => e.Notice).ThenBy(e => e.Ordinal).LastOrDefault() switch
        {
            null => null,
            { Notice: LeadNotice.Ended } ended => new([], null, ended.Epoch, null, ended.Time),
            var held => new(held.Organizations, held.DisplayName, held.Epoch, held.Time, null),
        };
}

/// <summary>One line of what was heard about the lead.</summary>
/// <param name="Notice">How it was learnt.</param>
/// <param name="Epoch">Of the holder.</param>
/// <param name="Organizations">Who holds it together; empty where it ended.</param>
/// <param name="DisplayName">The holder's name.</param>
/// <param name="Time">When it became true; absent where that was not told.</param>
/// <param name="RecordTime">When it was learnt here.</param>
internal sealed record LeadLogAnswer(LeadNotice Notice, long Epoch, IReadOnlyList<string> Organizations, string? DisplayName, DateTime? Time, DateTime RecordTime);

/// <summary>The state of implementation in numbers, as of a day.</summary>
internal sealed record AgreementSummary
{
    public required DateOnly AsOf { get; init; }
    public required Score Score { get; init; }

    /// <summary>Provisions at each level; those nobody has assessed are in <c>score.withoutEntry</c>.</summary>
    public required IReadOnlyList<LevelCount> Levels { get; init; }

    /// <summary>Provisions whose last entry says that something was undone.</summary>
    public required int Reversals { get; init; }
    public required int Milestones { get; init; }
    public required IReadOnlyList<StateCount> MilestoneStates { get; init; }
    public required int Blocked { get; init; }
    public required int AtRisk { get; init; }
    public required int Overdue { get; init; }
    public DateOnly? ForecastFinish { get; init; }
}

internal sealed record LevelCount(int Level, int Provisions);

internal sealed record StateCount(MilestoneState State, int Milestones);
