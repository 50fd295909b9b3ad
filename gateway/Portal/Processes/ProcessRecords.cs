using Concord.Portal.Claims;
using Concord.Portal.Components;
using Concord.Platform.Texts;

namespace Concord.Portal.Processes;

/// <summary>What the pages show of a process and of who leads and supports it, as the designation service answers it.</summary>
public sealed record Process(
    string Name, string Title, string Situation, string Language, IReadOnlyList<Translation> Translations, IReadOnlyList<string> Countries, string Kind, string SourceOfAuthority, string Classification, string State,
    AppointingAuthority AppointingAuthority, bool Fictional, long LeadEpoch, bool Led, DateTimeOffset CreateTime, DateTimeOffset UpdateTime, string? SituationName = null, string? Etag = null,
    bool LeadRequired = false, IReadOnlyList<string>? Means = null, ProcessEntry? EntryPoint = null)
{
    /// <summary>The translation for a reader of a language; null where the original is all there is, or the reader's own.</summary>
    public Translation? For(Language reader) => Language == reader.Tag ? null : Translations.FirstOrDefault(t => t.Language == reader.Tag);

    public Wording TitleFor(Language reader) => For(reader) is { } own ? new(own.Title, own.Language) : new(Title, Language);

    public Wording SituationFor(Language reader) => For(reader) is { } own ? new(own.Situation, own.Language) : new(Situation, Language);
}

/// <summary>Title and situation in another language than they were written in.</summary>
public sealed record Translation(string Language, string Title, string Situation, bool MachineMade);

/// <summary>How the mediation began, and whom the parties asked or who offered.</summary>
public sealed record ProcessEntry(string Kind, string Of);

/// <summary>Who designates: an organ, and by resource name the accounts that decide for it.</summary>
public sealed record AppointingAuthority(string? Organ, IReadOnlyList<string> Persons);

public sealed record Signature(string DisplayName);

/// <summary>The same with the account, where it depends on who it was what the reader may do: nobody is a second person beside himself.</summary>
public sealed record SignedBy(string? Account, string DisplayName, string? ActsFor = null);

public sealed record Claim(
    string Name, string Organization, string? OrganizationDisplayName, string Mandate, string Advantages, string Disadvantages, string State,
    Signature RegisteredBy, DateTimeOffset CreateTime, string? CloseReason, DateTimeOffset? CloseTime, string Kind, string? Scope, DateOnly? From, DateOnly? Until, ClaimMandate? MandateTerms, bool NoMandate,
    IReadOnlyList<SelfStatement> SelfAssessment)
{
    public bool IsOpen => State == "PROPOSED";
}

public sealed record Lead(long LeadEpoch, [property: System.Text.Json.Serialization.JsonPropertyName("lead")] Designation? Holder);

public sealed record Designation(
    string Name, IReadOnlyList<string> Organizations, string DisplayName, string Model, string? WorkingArrangement, string Reason, long Epoch,
    DateTimeOffset StartTime, DateTimeOffset? EndTime, string? EndReason, Signature ProposedBy, Signature ApprovedBy);

public sealed record SupportRole(
    string Name, string Organization, string? OrganizationDisplayName, string Role, string Scope, DateOnly From, DateOnly? Until, DateTimeOffset? EndTime, string? EndReason)
{
    public bool HasEnded => EndTime is not null;
}

public sealed record StateChange(string? From, string To, string Reason, Signature By, DateTimeOffset Time);
