using Concord.Platform.Texts;
using Concord.Portal.Components;

namespace Concord.Portal.Agreements;

/// <summary>An agreement with what was kept of it as of a day, as the monitoring service answers it.</summary>
public sealed record Agreement(
    string Name, string Title, string ShortTitle, DateOnly SignedOn, string? Place, string? Process, string Classification, string Language, IReadOnlyList<TitleTranslation> Translations, string? Notice, string? Source,
    AgreementLead? Lead, Summary? Summary, IReadOnlyList<Party>? Parties, IReadOnlyList<Chapter>? Chapters)
{
    public Wording TitleFor(Language reader) => Own(reader) is { } own ? new(own.Title, own.Language) : new(Title, Language);

    public Wording ShortTitleFor(Language reader) => Own(reader) is { } own ? new(own.ShortTitle, own.Language) : new(ShortTitle, Language);

    /// <summary>Whether it is called so in any language.</summary>
    public bool IsCalled(Func<string, bool> called) => called(Title) || called(ShortTitle) || Translations.Any(t => called(t.Title) || called(t.ShortTitle));

    private TitleTranslation? Own(Language reader) => Language == reader.Tag ? null : Translations.FirstOrDefault(t => t.Language == reader.Tag);
}

public sealed record TitleTranslation(string Language, string Title, string ShortTitle, bool MachineMade);

public sealed record AgreementLead(IReadOnlyList<string> Organizations, string? DisplayName);

public sealed record Party(string Key, string Name, string Kind);

public sealed record Chapter(int Number, string Title);

/// <summary>Where the agreement stands as a whole; milestones are counted, not listed.</summary>
public sealed record Summary(
    DateOnly AsOf, Score Score, IReadOnlyList<LevelCount> Levels, int Reversals, int Milestones, int Blocked, int AtRisk, int Overdue, DateOnly? ForecastFinish);

public sealed record Score(double? Value, int Provisions, int WithoutEntry);

public sealed record LevelCount(int Level, int Provisions);

public sealed record Provision(
    string Name, string Clause, int Chapter, string Title, string Area, IReadOnlyList<string> Obligated, int? Level, bool Reversal, LastEntry? LastEntry);

public sealed record LastEntry(DateOnly AsOf, string? ReportTitle, string? Note);

/// <summary>The schedule as of a day.</summary>
public sealed record Schedule(DateOnly AsOf, DateOnly? ForecastFinish, IReadOnlyList<ScheduledMilestone> Milestones);

public sealed record ScheduledMilestone(string Milestone, DateOnly EarlyStart, DateOnly EarlyFinish, DateOnly? LateFinish, int? SlackDays, bool Critical);

public sealed record Milestone(
    string Name, string Key, string Title, string Provision, string Clause, IReadOnlyList<string> Responsible, bool KeyMilestone, IReadOnlyList<Predecessor> Predecessors,
    string State, IReadOnlyList<string> Conditions, DateOnly? Due, int OverdueDays, DateOnly ForecastFinish);

public sealed record Predecessor(string Key);

/// <summary>A provision with its entries up to a day, oldest first.</summary>
public sealed record ProvisionStory(
    string Name, string Clause, int Chapter, string Title, string Area, IReadOnlyList<string> Obligated, string? Beneficiaries, string Priority, string? VerificationMethod, string? Monitor,
    int? Level, bool Reversal, IReadOnlyList<Assessment> Entries);

public sealed record Assessment(
    DateOnly AsOf, int Level, bool Reversal, string? ReportTitle, int Segment, string? Note, string Assessor, string? AssessorOrganization, Retraction? Retraction);

/// <summary>An entry was made in error, and counts for nothing since.</summary>
public sealed record Retraction(DateTimeOffset Time, string Reason, string By);
