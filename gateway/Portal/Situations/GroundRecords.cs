using Concord.Platform.Texts;
using Concord.Portal.Api;
using Concord.Portal.Components;
using Concord.Portal.Frame;
using Concord.Portal.Processes;

namespace Concord.Portal.Situations;

/// <summary>What a process stands on, as the designation service answers it.</summary>
public sealed record GroundParty(string Name, string Kind, string DisplayName, string Language, IReadOnlyList<PartyAlias> Aliases, string? State, string? Standing, string? Reason, Signature By, DateTimeOffset UpdateTime, string? MergedInto, string Etag);

public sealed record PartyAlias(string Name, string Language);

public sealed record PartyConsent(
    string Name, string Party, string Scope, string Form, string? ReportedBy, DateOnly GivenOn, string Source, Signature By, DateTimeOffset CreateTime, DateOnly? WithdrawnOn, ConsentWithdrawal? Withdrawal,
    EntryClosing? Retraction);

public sealed record ConsentWithdrawal(string Form, string? ReportedBy, string Reason);

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
    string Judgement, string Evidence, IReadOnlyList<SpoilerReview> Reviews, string? Strategy, DateOnly ReviewOn, Signature By, DateTimeOffset CreateTime);

public sealed record SpoilerBacker(string Who, IReadOnlyList<string> Kinds);

public sealed record SpoilerReview(string Finding, string? Strategy, string? CoercedBy, Signature By, DateTimeOffset Time);

public sealed record MeasureEntry(
    string Name, string Kind, string Author, string AuthorDisplayName, string Statement, IReadOnlyList<string> Parties, bool JointlyExplored, DateOnly From, DateOnly? Until, string Source,
    Signature By, DateTimeOffset CreateTime, bool Retracted, EntryClosing? End);

/// <summary>Something told of a party, by whom and as of when.</summary>
public sealed record ActorFactEntry(
    string Name, string Party, string Kind, string Statement, string Source, DateOnly From, DateOnly? Until, string? Relation, string? To, string? Counterpart, SanctionsListing? Listing,
    Signature By, DateTimeOffset CreateTime, bool Retracted, EntryClosing? End);

public sealed record SanctionsListing(string List, string Authority, string? Reference);

public sealed record FundamentalEntry(string Name, string Fundamental, string Statement, Signature By, DateTimeOffset CreateTime, EntryClosing? Retraction);

/// <summary>The fundamentals of mediation, in the order of the Guidance.</summary>
internal static class Fundamentals
{
    public static readonly string[] All =
    [
        "PREPAREDNESS", "CONSENT", "IMPARTIALITY", "INCLUSIVITY", "NATIONAL_OWNERSHIP", "INTERNATIONAL_LAW_AND_NORMATIVE_FRAMEWORKS", "COHERENCE_COORDINATION_COMPLEMENTARITY", "QUALITY_PEACE_AGREEMENTS",
    ];
}

/// <summary>What else a page asks of people and parties.</summary>
internal static class Grounds
{
    private static readonly string[] s_keepers = [Contracts.Access.Roles.MediationSupport, Contracts.Access.Roles.LeadMediator];

    /// <summary>Whether a way to enter something is worth showing; the service decides.</summary>
    public static bool KeepsGround(this Me me) => me.Roles.Any(s_keepers.Contains);

    /// <summary>The same of situations and of links between conflicts.</summary>
    public static bool KeepsSituations(this Me me) => me.Roles.Contains(Contracts.Access.Roles.MediationSupport);

    /// <summary>Whoever would be refused is told before a form is filled in. A mediator keeps what the talks stand on where the own organization leads them: the role alone does not tell, and elsewhere nothing of it is there.</summary>
    public static async Task RequireGroundAsync(this Person person, PlatformApi api, Guid process)
    {
        if (!(await person.MeAsync()).KeepsGround())
        {
            throw new ProblemException(Problem.Forbidden);
        }

        await api.GetAsync<Page<PartyConsent>>($"processes/{process}/consents?pageSize=1");
    }

    /// <summary>The same of situations; to change one takes the organization that keeps it.</summary>
    public static async Task RequireSituationsAsync(this Person person, string? keeper = null)
    {
        var me = await person.MeAsync();
        if (!me.KeepsSituations() || (keeper is not null && me.Organization != keeper))
        {
            throw new ProblemException(Problem.Forbidden);
        }
    }

    /// <summary>What a party is called, in the language its name is in.</summary>
    public static Wording NameOf(this IEnumerable<GroundParty> parties, string name) =>
        parties.FirstOrDefault(p => p.Name == name) is { } party ? new Wording(party.DisplayName, party.Language) : new Wording(name, "en");

    /// <summary>Resource names of the other ends.</summary>
    public static IEnumerable<string> OthersThan(this IEnumerable<RegionalLink> links, string own) => links.SelectMany(l => new[] { l.From, l.To }).Where(n => n != own);

    /// <summary>Titles of processes and situations, by resource name. A link is shown to who sees both ends, so that the other one has a title for this reader too.</summary>
    public static async Task<IReadOnlyDictionary<string, Wording>> TitlesAsync(this PlatformApi api, IEnumerable<string> names, Language reader)
    {
        var titles = await Task.WhenAll(names.Distinct().Select(async n => (Name: n, Found: await TitleAsync(api, n, reader))));
        return titles.Where(t => t.Found is not null).ToDictionary(t => t.Name, t => t.Found!.Value);
    }

    private static async Task<Wording?> TitleAsync(PlatformApi api, string name, Language reader) => name.StartsWith("situations/", StringComparison.Ordinal)
        ? await api.FindAsync<Situation>(name) is { } situation ? new Wording(situation.Title, Language.English.Tag) : null
        : (await api.FindAsync<Process>(name))?.TitleFor(reader);
}
