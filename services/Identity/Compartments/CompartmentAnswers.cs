using Concord.Identity.Accounts;
using Concord.Identity.Organizations;
using Concord.Identity.Persistence;
using Concord.Platform.Http;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Compartments;

/// <summary>A person as others in the compartment see them.</summary>
/// <param name="Name"><c>accounts/{uuid}</c>.</param>
/// <param name="DisplayName">As shown to others.</param>
/// <param name="Organization">Resource name of the organization acted for.</param>
/// <param name="OrganizationDisplayName">Its name, where known here.</param>
internal sealed record NamedPerson(string Name, string DisplayName, string Organization, string? OrganizationDisplayName);

/// <summary>A person in a compartment, now or before.</summary>
/// <param name="Name">Resource name, <c>compartments/{uuid}/members/{uuid}</c>.</param>
/// <param name="Person">Who.</param>
/// <param name="Kind">How the person came to be named.</param>
/// <param name="Keeper">Whether the person names others.</param>
/// <param name="Function">What the person does in the process.</param>
/// <param name="Reason">Why the person needs to know.</param>
/// <param name="NamedBy">Who named the person.</param>
/// <param name="ApprovedBy">Who agreed; absent where there was nobody else to ask.</param>
/// <param name="CreateTime">Since when, UTC.</param>
/// <param name="UntilTime">When it ends by itself, UTC.</param>
/// <param name="EndTime">When somebody ended it, UTC.</param>
/// <param name="EndReason">Why.</param>
/// <param name="Current">Whether it counts now.</param>
/// <param name="Etag">For If-Match.</param>
internal sealed record MemberAnswer(
    string Name, NamedPerson Person, MembershipKind Kind, bool Keeper, string Function, string Reason, string NamedBy, string? ApprovedBy,
    DateTime CreateTime, DateTime UntilTime, DateTime? EndTime, string? EndReason, bool Current, string Etag);

/// <summary>A compartment that names the caller.</summary>
/// <param name="Name">Resource name, <c>compartments/{uuid}</c>.</param>
/// <param name="Process">Resource name of its process.</param>
/// <param name="Keeper">Whether the caller names others.</param>
/// <param name="Function">What the caller does in the process.</param>
/// <param name="UntilTime">When it ends by itself, UTC.</param>
internal sealed record OwnCompartment(string Name, string Process, bool Keeper, string Function, DateTime UntilTime);

internal static class CompartmentAnswers
{
    public static MemberAnswer ToAnswer(Membership m, IReadOnlyDictionary<AccountId, NamedPerson> people, DateTime now) => new(
        $"{m.Compartment}/{m.Id}", people[m.Account], m.Kind, m.Keeper, m.Function, m.Reason, NameOf(m.NamedBy, people), m.ApprovedBy is null ? null : NameOf(m.ApprovedBy, people),
        m.CreateTime, m.UntilTime, m.EndTime, m.EndReason, m.IsCurrent(now), ETag.Of(m));

    /// <summary>Everybody these memberships speak of.</summary>
    public static async Task<Dictionary<AccountId, NamedPerson>> PeopleAsync(this IdentityDb db, IReadOnlyCollection<Membership> memberships, CancellationToken cancellationToken)
    {
        var ids = memberships.Select(m => m.Account).Concat(memberships.SelectMany(m => new[] { m.NamedBy, m.ApprovedBy }).Select(AccountOf).OfType<AccountId>()).Distinct().ToList();
        var accounts = await db.Accounts.Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.DisplayName, a.Organization }).ToListAsync(cancellationToken);
        var organizations = accounts.Select(a => ResourceName.TryParse<KnownOrganizationId>(a.Organization, out var id) ? id : default).Distinct().ToList();
        var names = await db.KnownOrganizations.Where(o => organizations.Contains(o.Id)).ToDictionaryAsync(o => o.Id.ToString(), o => o.DisplayName, cancellationToken);
        return accounts.ToDictionary(a => a.Id, a => new NamedPerson(a.Id.ToString(), a.DisplayName, a.Organization, names.GetValueOrDefault(a.Organization)));
    }

    private static string NameOf(string subject, IReadOnlyDictionary<AccountId, NamedPerson> people) =>
        AccountOf(subject) is { } id && people.TryGetValue(id, out var person) ? person.DisplayName : subject;

    private static AccountId? AccountOf(string? subject) => ResourceName.TryParse<AccountId>(subject, out var id) ? id : null;
}
