using Concord.Portal.Access;
using Concord.Portal.Roster;

namespace Concord.Portal.Insiders;

/// <summary>That there is a record, without who it is.</summary>
public sealed record InsiderEntry(string Name, string Kind, string Country, string Organization, string Classification, string State, DateOnly ConsentUntil) : IMarked
{
    public const string Active = "ACTIVE";

    public bool Synthetic => false;
}

/// <summary>An insider-reconciler; without the person where that is shown no more.</summary>
public sealed record Insider(
    string Name, string Kind, string Country, InsiderPerson? Person, string Organization, ActPerson IntroducedBy, string Classification, string State, string? CloseReason, DateOnly ConsentUntil,
    IReadOnlyList<string> ContactKinds, DateTimeOffset UpdateTime, string Etag);

public sealed record InsiderPerson(
    string DisplayName, string Gender, IReadOnlyList<LanguageSkill> Languages, string? Place, string? Community, string Abilities, string? Partiality, InsiderConsent Consent, string ExposedToReprisals);

public sealed record InsiderConsent(string Form, DateOnly GivenOn, string Evidence, DateOnly Until);
