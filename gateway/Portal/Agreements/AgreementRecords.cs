using Concord.Portal.Processes;

namespace Concord.Portal.Agreements;

/// <summary>An agreement with what was kept of it as of a day, as the monitoring service answers it.</summary>
public sealed record Agreement(
    string Name, string Title, string ShortTitle, DateOnly SignedOn, string? Place, string Process, string Classification, string? Notice, string? Source,
    AgreementLead? Lead, Summary? Summary, IReadOnlyList<Party>? Parties, IReadOnlyList<Chapter>? Chapters);

public sealed record AgreementLead(IReadOnlyList<string> Organizations, string? DisplayName);

public sealed record Chapter(int Number, string Title);

/// <summary>Where the agreement stands as a whole; milestones are counted, not listed.</summary>
public sealed record Summary(
    DateOnly AsOf, Score Score, IReadOnlyList<LevelCount> Levels, int Reversals, int Milestones, int Blocked, int AtRisk, int Overdue, DateOnly? ForecastFinish);

public sealed record Score(double? Value, int Provisions, int WithoutEntry);

public sealed record LevelCount(int Level, int Provisions);

public sealed record Provision(
    string Name, string Clause, int Chapter, string Title, string Area, IReadOnlyList<string> Obligated, int? Level, bool Reversal, LastEntry? LastEntry);

public sealed record LastEntry(DateOnly AsOf, string? ReportTitle, string? Note);
