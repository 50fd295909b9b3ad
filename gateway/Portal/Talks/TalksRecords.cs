using Concord.Portal.Processes;

namespace Concord.Portal.Talks;

/// <summary>What the pages show of talks, as the designation service answers it.</summary>
public sealed record ChecklistItem(string? Text, bool Agreed);

public sealed record FrameworkContent(
    ChecklistItem NegotiatingTeams, ChecklistItem Mediator, ChecklistItem RightToTalkToAnyGroup, ChecklistItem Structure, string? StructureKind,
    ChecklistItem NoUnilateralAbandonment, ChecklistItem Venue, ChecklistItem Agenda, ChecklistItem Timeline, ChecklistItem MediaProcedures)
{
    /// <summary>The points by the names of their fields, in their order.</summary>
    public IReadOnlyList<(string Field, ChecklistItem Item)> Items =>
    [
        ("negotiatingTeams", NegotiatingTeams), ("mediator", Mediator), ("rightToTalkToAnyGroup", RightToTalkToAnyGroup), ("structure", Structure),
        ("noUnilateralAbandonment", NoUnilateralAbandonment), ("venue", Venue), ("agenda", Agenda), ("timeline", Timeline), ("mediaProcedures", MediaProcedures),
    ];
}

public sealed record TalksWarning(string Code, string Rule, string Detail);

public sealed record FrameworkAgreement(
    string State, int Revision, FrameworkContent Content, IReadOnlyList<string> Open, int? InitialledRevision, DateOnly? InitialledOn, int? SignedRevision, DateOnly? SignedOn, IReadOnlyList<TalksWarning> Warnings, string Etag);

/// <summary>A negotiating text. Whoever is shown who drafts is of the mediator's; a party is not.</summary>
public sealed record NegotiatingText(
    string Name, string Title, string Language, bool NothingIsAgreedUntilEverythingIsAgreed, int? PresentedVersion, int? AgreedVersion, IReadOnlyList<string>? Team, DateTimeOffset CreateTime, string? Etag = null, string? LegalAffairs = null,
    string? HumanRights = null, IReadOnlyList<string>? MissingLiaisons = null)
{
    public bool IsOfParty => Team is null;
}

public sealed record TextVersion(string Name, int Number, string? Note, IReadOnlyList<Article>? Articles, DateTimeOffset? PresentTime);

public sealed record Article(string Key, string Number, string Heading, string Body, string State);

public sealed record TextComment(string Name, string Delegation, int Version, string Article, string Body, Signature MadeBy, DateTimeOffset CreateTime, DateTimeOffset? WithdrawTime);

/// <summary>A party at the table. Who speaks for it is told to itself and to the mediator.</summary>
public sealed record TextDelegation(string Name, string Party, string? Organization, IReadOnlyList<string>? Members, DateTimeOffset? EndTime, string? EndReason);

public sealed record TextSegment(string Kind, string Text);

public sealed record ComparedArticle(string Key, string Change, bool Moved, string? FromNumber, string? ToNumber, IReadOnlyList<TextSegment> Heading, IReadOnlyList<TextSegment> Body);

public sealed record TextComparison(int From, int To, string Language, IReadOnlyList<ComparedArticle> Articles);

public sealed record GroupInclusion(string Group, string Mode, string Channel, string Stage, string Responsible, string Status);

public sealed record InclusionPrinciples(string Title, string Reference, DateOnly On);

public sealed record ExcludedParty(string Party, string Reason);

public sealed record InclusionContent(IReadOnlyList<GroupInclusion> Groups, InclusionPrinciples? Principles, IReadOnlyList<ExcludedParty> ExcludedParties);

public sealed record InclusionPlan(int Revision, InclusionContent Content, bool Approved, int? ApprovedRevision, string Etag);

public sealed record StrategyContent(string? Kind, string? Aims, string? Approach, DateOnly? ReviewOn);

public sealed record Strategy(int Revision, StrategyContent Content, bool Approved, int? ApprovedRevision, bool ReviewDue, string Etag);

/// <summary>Something of the talks as somebody recorded it.</summary>
public sealed record Recorded<TContent>(string Name, TContent Content, Signature RecordedBy, DateTimeOffset CreateTime, RecordWithdrawal? Withdrawn);

public sealed record RecordWithdrawal(string Reason, Signature By, DateTimeOffset Time);

public sealed record PreConsultation(IReadOnlyList<string> Groups, DateOnly On, string HeldBy, string? Place, string Said);

public sealed record ExclusionFlag(string Party, string Assessment, DateOnly ReviewOn);

/// <summary>One session of the talks, and who sat at the table.</summary>
public sealed record TalkSession(string Format, DateOnly On, string Place, string? Subject, IReadOnlyList<Presence> Present);

public sealed record Presence(string Delegation, IReadOnlyList<HeadCount> Counts);

public sealed record HeadCount(string Role, string Level, int Women, int Men);

public sealed record Participation(IReadOnlyList<DelegationParticipation> Delegations, IReadOnlyList<string> SessionsWithoutWomen);

/// <summary>A delegation when it was last present.</summary>
public sealed record DelegationParticipation(string Delegation, int Sessions, DateOnly LastOn, IReadOnlyList<HeadCount> Counts, bool NoWomanParticipates);
