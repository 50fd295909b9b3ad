using Concord.Portal.Api;
using Microsoft.AspNetCore.Http;

namespace Concord.Portal.Frame;

/// <summary>Who opened the page; asked for once in a request.</summary>
public sealed class Person(PlatformApi api, IHttpContextAccessor accessor)
{
    private Task<Me>? _me;

    public Task<Me> MeAsync() => _me ??= api.GetAsync<Me>("me");

    /// <summary>No more than the name, which the session holds, where the identity service does not answer: signing out must still be possible.</summary>
    public async Task<Me> MeOrNameAsync()
    {
        try
        {
            return await MeAsync();
        }
        catch (ProblemException e) when (e.Problem.IsAway)
        {
            return new Me("", accessor.HttpContext?.User.Identity?.Name ?? "", null, null, null, [], "UNCLASSIFIED", null);
        }
    }
}

/// <summary>An account as its holder sees it.</summary>
public sealed record Me(string Name, string DisplayName, string? Email, string? Organization, string? OrganizationDisplayName, IReadOnlyList<string> Roles, string Clearance, StepUp? StepUp, ActsFor? ActsFor = null)
{
    /// <summary>Whether a second factor would open more than is open now.</summary>
    public bool CouldSeeMore => StepUp is not null && (StepUp.Clearance != Clearance || StepUp.Roles.Except(Roles).Any());

    /// <summary>Until when more is shown than without a second factor; null where nothing is.</summary>
    public DateTimeOffset? SeesMoreUntil => IsClearedForAll ? StepUp?.UntilTime : null;

    /// <summary>Whether the clearance, as it counts now, covers Strictly Confidential.</summary>
    public bool IsClearedForAll => Clearance == "STRICTLY_CONFIDENTIAL";

    private static readonly string[] Seekers = [Contracts.Access.Roles.MediationSupport, Contracts.Access.Roles.AppointingAuthority, Contracts.Access.Roles.HeadOfMission, Contracts.Access.Roles.LeadMediator, Contracts.Access.Roles.RegionalOfficer];

    /// <summary>Whether a way in to the roster is worth showing; the roster itself decides.</summary>
    public bool SeeksPeople => Roles.Any(Seekers.Contains);

    private static readonly string[] InEmergencies = [Contracts.Access.Roles.MediationSupport, Contracts.Access.Roles.AppointingAuthority];

    /// <summary>Whether a way in for emergencies is worth showing: by the person's own rights and nothing else, the identity service decides.</summary>
    public bool MayBreakGlass => ActsFor is null && Roles.Any(InEmergencies.Contains) && (StepUp?.Clearance ?? Clearance) == "STRICTLY_CONFIDENTIAL";

    public bool IsAuditor => Roles.Contains(Contracts.Access.Roles.Auditor);

    public bool IsRegionalOfficer => Roles.Contains(Contracts.Access.Roles.RegionalOfficer);

    /// <summary>From outside the system: sees what is Confidential as far as it is shared.</summary>
    public bool IsPartner => Roles.Any(Contracts.Access.Roles.OfPartners.Contains) && !Roles.Any(Contracts.Access.Roles.OfSystem.Contains);

    /// <summary>Whether with whom a process, or an agreement, is shared is worth showing; the services decide.</summary>
    public bool SharesProcesses => Roles.Contains(Contracts.Access.Roles.MediationSupport);

    public bool SharesAgreements => SharesProcesses || Roles.Contains(Contracts.Access.Roles.HeadOfMission);

    /// <summary>The same of a profile that this organization keeps.</summary>
    public bool SharesPeopleOf(string owner) => owner == Organization && (SharesProcesses || IsRegionalOfficer);

    /// <summary>Whether a way to accounts, and to the systems of partners, is worth showing.</summary>
    public bool KeepsAccounts => Roles.Contains(Contracts.Access.Roles.Administrator);

    /// <summary>Whoever would be refused is told before a form is filled in, where reading alone is allowed to everybody.</summary>
    public void RequireKeeper()
    {
        if (!KeepsAccounts)
        {
            throw new ProblemException(Problem.Forbidden);
        }
    }

    private static readonly string[] OfTalks = [Contracts.Access.Roles.MediationSupport, Contracts.Access.Roles.LeadMediator, Contracts.Access.Roles.AppointingAuthority, Contracts.Access.Roles.HeadOfMission];

    /// <summary>Whether a way to the framework agreement and the plans of talks is worth showing; the designation service decides.</summary>
    /// <param name="leading">Organizations that lead the process: its talks are there for their mediators and for no other ones.</param>
    public bool SeesTalksOf(IEnumerable<string> leading) => Roles.Any(r => OfTalks.Contains(r) && (r != Contracts.Access.Roles.LeadMediator || (Organization is { } own && leading.Contains(own))));

    /// <summary>The same of what is written there.</summary>
    public bool KeepsTalks => Roles.Contains(Contracts.Access.Roles.MediationSupport) || Roles.Contains(Contracts.Access.Roles.LeadMediator);

    /// <summary>Whoever would be refused is told before a form is filled in.</summary>
    public void RequireKeepsTalks()
    {
        if (!KeepsTalks)
        {
            throw new ProblemException(Problem.Forbidden);
        }
    }

    /// <summary>Whether processes and agreements are worth showing: all but those who only keep accounts.</summary>
    public bool WorksOnProcesses => Roles.Except(Contracts.Access.Roles.OfKeepers).Any();
}

/// <summary>For whom a person acts who is away, by which delegation and until when.</summary>
public sealed record ActsFor(string Name, string DisplayName, string Delegation, DateTimeOffset UntilTime);

/// <summary>What the account could see and do after a second factor, and until when this session sees it.</summary>
public sealed record StepUp(string Clearance, DateTimeOffset? UntilTime, bool FactorSetUp, IReadOnlyList<string> Roles);
