using Concord.Portal.Api;
using Concord.Portal.Components;
using Concord.Portal.Frame;
using Concord.Portal.Processes;

namespace Concord.Portal.Situations;

/// <summary>What a process stands on, as the designation service answers it.</summary>
public sealed record GroundParty(string Name, string Kind, string DisplayName, string Language, IReadOnlyList<PartyAlias> Aliases, string? State, string? Standing, string? Reason, Signature By, DateTimeOffset UpdateTime);

public sealed record PartyAlias(string Name, string Language);

public sealed record PartyConsent(
    string Name, string Party, string Scope, string Form, string? ReportedBy, DateOnly GivenOn, string Source, Signature By, DateTimeOffset CreateTime, DateOnly? WithdrawnOn, EntryClosing? Retraction);

public sealed record EntryClosing(string Reason, Signature By, DateTimeOffset Time);

public sealed record EarlierAttempt(string Name, string Who, string Form, DateOnly From, DateOnly Until, string Outcome, string Reason, Signature RecordedBy, DateTimeOffset CreateTime, EntryClosing? Retraction);

/// <summary>Earlier efforts; one page of them, and what all of them come to.</summary>
public sealed record EarlierAttempts(IReadOnlyList<EarlierAttempt> Items, int Failed, LastResort? LastResort);

public sealed record LastResort(int FailedBefore, DateOnly Since);

public sealed record RipenessFactor(string Name, string Kind, string Direction, string Statement, DateOnly AsOf, string Source, Signature By, DateTimeOffset CreateTime, EntryClosing? Retraction);

public sealed record RegionalLink(string Name, string From, string To, string Kind, string Reason, EntryClosing? End);

public sealed record CompetentBodies(IReadOnlyList<CompetentBody> Bodies, IReadOnlyList<BodyWithoutList> WithoutList);

public sealed record CompetentBody(string Organization, string DisplayName, IReadOnlyList<string> Members, DateOnly AsOf, string? Gaps);

public sealed record BodyWithoutList(string Organization, string DisplayName);

public sealed record SpoilerEntry(
    string Name, string Party, string? Faction, string Position, string Seat, IReadOnlyList<string> Motives, string? IncomeSources, IReadOnlyList<SpoilerBacker> Backers,
    string Judgement, string Evidence, string? Strategy, DateOnly ReviewOn, Signature By, DateTimeOffset CreateTime);

public sealed record SpoilerBacker(string Who, IReadOnlyList<string> Kinds);

public sealed record MeasureEntry(string Name, string Kind, string Author, string AuthorDisplayName, string Statement, DateOnly From, DateOnly? Until, string Source, bool Retracted);

/// <summary>What else a page asks of people and parties.</summary>
internal static class Grounds
{
    private static readonly string[] s_keepers = [Contracts.Access.Roles.MediationSupport, Contracts.Access.Roles.LeadMediator];

    /// <summary>Whether a way to enter something is worth showing; the service decides.</summary>
    public static bool KeepsGround(this Me me) => me.Roles.Any(s_keepers.Contains);

    /// <summary>Whoever would be refused is told before a form is filled in.</summary>
    public static async Task RequireGroundAsync(this Person person)
    {
        if (!(await person.MeAsync()).KeepsGround())
        {
            throw new ProblemException(Problem.Forbidden);
        }
    }

    /// <summary>What a party is called, in the language its name is in.</summary>
    public static Wording NameOf(this IEnumerable<GroundParty> parties, string name) =>
        parties.FirstOrDefault(p => p.Name == name) is { } party ? new Wording(party.DisplayName, party.Language) : new Wording(name, "en");

    /// <summary>Every page of a list that not everybody may read; null for whoever may not.</summary>
    public static async Task<List<T>?> ListIfSeenAsync<T>(this PlatformApi api, string path) => await api.FindAsync<Page<T>>($"{path}?pageSize=1") is null ? null : await api.ListAsync<T>(path);
}
