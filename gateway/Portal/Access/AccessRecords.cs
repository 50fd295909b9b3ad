using System.Text.Json;

namespace Concord.Portal.Access;

/// <summary>What waits for a second person, as a service answers it.</summary>
public sealed record ProposedAct(
    string Name, string Act, string Record, JsonElement Content, string? Reason, ActPerson ProposedBy, string State, DateTimeOffset CreateTime, DateTimeOffset ExpireTime, ActPerson? ProposedFor = null, ActPerson? DecidedBy = null,
    DateTimeOffset? DecideTime = null, string? DecisionReason = null)
{
    public const string Raise = "accounts.raise";
    public const string Grant = "accounts.grant";
    public const string RemoveFactors = "accounts.removeFactors";
    public const string RemoveLink = "accounts.removeLink";
    public const string ResetPassword = "accounts.resetPassword";
    public const string RaiseClient = "clients.raise";
    public const string RotateSecret = "clients.rotateSecret";
    public const string Declassify = "processes.declassify";
    public const string ChangeAuthority = "processes.changeAuthority";
    public const string DeclassifyPerson = "profiles.declassify";
    public const string Erase = "profiles.erase";
    public const string EraseInsider = "insiders.erase";
    public const string BreakGlass = "compartments.breakGlass";
    public const string Endorse = "endorsements.grant";

    /// <summary>Whether its proposer may take it back: not what tells of something that has happened.</summary>
    public bool IsWithdrawable => Act != BreakGlass;

    /// <summary>Whether somebody would be erased. An insider is named by number alone: who it is is read one by one.</summary>
    public bool IsErasure => Act is Erase or EraseInsider;

    /// <summary>Name of the person on the roster whom it is about, where it is known to the reader; shown so that the second person knows.</summary>
    public string? OnRoster { get; init; }

    /// <summary>The page of what it is about; null where there is none.</summary>
    public string? Page => Act switch
    {
        Raise or Grant or RemoveFactors or RemoveLink or ResetPassword => $"/{Record}",
        Erase or EraseInsider => null,
        Endorse => $"/{Record}/mandates",
        Declassify or ChangeAuthority or RaiseClient or RotateSecret => $"/{Record}",
        DeclassifyPerson => $"/roster/{Record[(Record.IndexOf('/', StringComparison.Ordinal) + 1)..]}",
        _ => $"/processes/{Record[(Record.IndexOf('/', StringComparison.Ordinal) + 1)..]}/people",
    };

    /// <summary>What a process or a person on the roster would be classified as; null where the person was erased.</summary>
    public string? NewClassification => Content.TryGetProperty("classification", out var said) ? said.GetString() : null;

    public bool IsOpen => State == "PROPOSED";

    /// <summary>Those whom it names by account, as far as the reader is told who they are; by number.</summary>
    public IReadOnlyDictionary<string, FoundAccount> People { get; init; } = new Dictionary<string, FoundAccount>();

    /// <summary>Who acted for the appointing authority when it was proposed, <c>accounts/{uuid}</c>.</summary>
    public IReadOnlyList<string> AuthorityBefore => PersonsIn("before");

    /// <summary>Who would act for it.</summary>
    public IReadOnlyList<string> Authority => PersonsIn("persons");

    /// <summary>What would be done, where it is about a person in a compartment.</summary>
    public ProposedMember Member => Content.Deserialize<ProposedMember>(Api.PlatformApi.Json)!;

    /// <summary>The same where it is about a person on the roster.</summary>
    public ErasedPerson Erasure => Content.Deserialize<ErasedPerson>(Api.PlatformApi.Json)!;

    /// <summary>Whose second factors or link would be removed, or who, or which system, would get another password or secret.</summary>
    public string Holder => Content.GetProperty("displayName").GetString()!;

    /// <summary>Which link to a provider would be removed.</summary>
    public LostLink Link => Content.Deserialize<LostLink>(Api.PlatformApi.Json)!;

    /// <summary>The same where it is about a partner's system.</summary>
    public RaisedClient Client => Content.Deserialize<RaisedClient>(Api.PlatformApi.Json)!;

    /// <summary>What an organ is said to have decided of a mediator.</summary>
    public EndorsedBy Endorsed => Content.GetProperty("grant").Deserialize<EndorsedBy>(Api.PlatformApi.Json)!;

    /// <summary>What an account would be granted for a while.</summary>
    public GrantedRight Granted => Content.Deserialize<GrantedRight>(Api.PlatformApi.Json)!;

    /// <summary>Whether this person proposed it, or it was proposed in this person's name: somebody else decides.</summary>
    public bool IsOf(string person) => ProposedBy.Name == person || ProposedFor?.Name == person;

    private IReadOnlyList<string> PersonsIn(string list) => Content.TryGetProperty(list, out var persons) ? [.. persons.EnumerateArray().Select(p => p.GetString()!)] : [];

    /// <summary>The same where it is about an account.</summary>
    public RaisedAccount Account => Content.Deserialize<RaisedAccount>(Api.PlatformApi.Json)!;
}

public sealed record ActPerson(string Name, string DisplayName);

public sealed record ProposedMember(string DisplayName, string? Function, bool? Keeper, DateTimeOffset UntilTime);

public sealed record ErasedPerson(string? Reason, string? Basis);

public sealed record NamedPerson(string DisplayName);
public sealed record RaisedClient(string DisplayName, string Organization, IReadOnlyList<string> Roles, IReadOnlyList<string> Scopes, string Clearance, DateTimeOffset ExpireTime);

public sealed record EndorsedBy(string Symbol, DateOnly AdoptedOn, string Text);

public sealed record LostLink(string Provider, string Label);

public sealed record GrantedRight(string DisplayName, string? Role, string? Clearance, DateTimeOffset UntilTime, KnownAccount? Known = null);

public sealed record RaisedAccount(string DisplayName, IReadOnlyList<string> Roles, string Clearance, bool Active, KnownAccount? Known = null);

/// <summary>What the platform knows of whether an account is in the hands of its person.</summary>
public sealed record KnownAccount(DateTimeOffset OpenTime, DateTimeOffset? FactorTime, LastReset? Reset);

public sealed record LastReset(string Kind, DateTimeOffset Time, ActPerson By, ActPerson? ApprovedBy);

/// <summary>A person in the compartment of a process, now or before.</summary>
public sealed record Member(
    string Name, MemberPerson Person, string Kind, bool Keeper, string Function, string Reason, string NamedBy, string? ApprovedBy,
    DateTimeOffset CreateTime, DateTimeOffset UntilTime, DateTimeOffset? EndTime, string? EndReason, bool Current);

public sealed record MemberPerson(string Name, string DisplayName, string Organization, string? OrganizationDisplayName);
