using System.Globalization;
using System.Security.Claims;
using Concord.Contracts.Access;

namespace Concord.Platform.Security;

/// <summary>Who asks: a person acting for an organization, or a machine. Made of the validated access token, of the news which compartments name them, and of what is shared with them.</summary>
/// <param name="Subject"><c>accounts/{uuid}</c> of a person, <c>clients/{id}</c> of a machine.</param>
/// <param name="DisplayName">As shown to others in histories.</param>
/// <param name="Organization"><c>organizations/{uuid}</c> acted for; null for a service.</param>
/// <param name="Roles">Roles held in that organization (R137).</param>
/// <param name="Clearance">Highest classification the caller may see.</param>
public sealed record Caller(string Subject, string DisplayName, string? Organization, IReadOnlySet<string> Roles, Classification Clearance)
{
    public static Caller Nobody { get; } = new("", "", null, new HashSet<string>(), Classification.Unclassified);

    /// <summary>Resource names of the processes in whose compartment the caller is named now; never from the token.</summary>
    public IReadOnlySet<string> Compartments { get; init; } = new HashSet<string>();

    /// <summary>Resource names of the records of this service that are shared with the caller's organization now; never from the token, and empty where no share could open anything.</summary>
    public IReadOnlySet<string> Shared { get; init; } = new HashSet<string>();

    /// <summary>What opens further records of this service to the caller's organization now, by agreement, in words that only the service reads; never from the token.</summary>
    public IReadOnlyList<string> Agreed { get; init; } = [];

    /// <summary>Names of the permissions that the token asks for. It narrows what a machine may do; a person's token asks for nothing of the kind.</summary>
    public IReadOnlySet<string> Scopes { get; init; } = new HashSet<string>();

    /// <summary>Resource name of the account in whose roles the caller acts, because its holder is away; null where in the own ones.</summary>
    public string? ActsFor { get; init; }

    /// <summary>That person's name.</summary>
    public string? ActsForName { get; init; }

    /// <summary>When the first of what was given to the caller for a while ends by itself, a grant or what somebody who is away has lent, UTC; null where nothing was.</summary>
    public DateTime? RightsUntil { get; init; }

    /// <summary>Everybody whom the caller stands for: whoever acts for somebody is neither that person nor a second one beside that person.</summary>
    public IReadOnlyList<string> Persons => ActsFor is null ? [Subject] : [Subject, ActsFor];

    /// <summary>Whether the caller is one of these persons, or stands for one.</summary>
    public bool IsAnyOf(params ReadOnlySpan<string?> persons)
    {
        foreach (var person in persons)
        {
            if (person is not null && Persons.Contains(person))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whoever is not a person is a machine, also where the name says nothing.</summary>
    public bool IsPerson => Subject.StartsWith("accounts/", StringComparison.Ordinal);

    public static Caller From(ClaimsPrincipal principal)
    {
        if (principal.Identity?.IsAuthenticated != true)
        {
            return Nobody;
        }

        var clearance = Enum.TryParse<Classification>(principal.FindFirstValue(ConcordClaims.Clearance), out var level) && Enum.IsDefined(level) ? level : Classification.Unclassified;
        return new Caller(
            principal.FindFirstValue(ConcordClaims.Subject) ?? "",
            principal.FindFirstValue(ConcordClaims.Name) ?? "",
            principal.FindFirstValue(ConcordClaims.Organization),
            principal.FindAll(ConcordClaims.Role).Select(c => c.Value).ToHashSet(StringComparer.Ordinal),
            clearance)
        {
            ActsFor = principal.FindFirstValue(ConcordClaims.ActsFor),
            ActsForName = principal.FindFirstValue(ConcordClaims.ActsForName),
            RightsUntil = long.TryParse(principal.FindFirstValue(ConcordClaims.RightsUntil), NumberStyles.None, CultureInfo.InvariantCulture, out var until) ? DateTime.UnixEpoch.AddSeconds(until) : null,
            Compartments = News.Compartments.In(principal).ToHashSet(StringComparer.Ordinal),
            Shared = Sharing.SharedClaims.In(principal).ToHashSet(StringComparer.Ordinal),
            Agreed = [.. Sharing.SharedClaims.AgreedIn(principal)],
            Scopes = principal.FindAll(ConcordClaims.Scope).SelectMany(c => c.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.Ordinal),
        };
    }
}
