using System.ComponentModel;
using Concord.Partners.V1;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Organizations;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Geography;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.SharingAgreements;

/// <summary>Agreements by which organizations share parts of their rosters (R20): propose and read.</summary>
internal static class SharingAgreementApi
{
    public static void MapSharingAgreements(this RouteGroupBuilder api)
    {
        var agreements = api.MapGroup("/sharingAgreements").WithTags("Sharing agreements");
        agreements.MapGet("", ListAsync).Needs(RosterPermissions.ReadSharingAgreements).WithName("ListSharingAgreements").WithSummary("List the agreements of one's organization: those by which it shares, and those by which others share with it");
        agreements.MapGet("/{sharingAgreement}", GetAsync).Needs(RosterPermissions.ReadSharingAgreements).WithName("GetSharingAgreement").WithSummary("Get an agreement, with how many people it opens now");
        agreements.MapPost("", ProposeAsync).Needs(RosterPermissions.KeepSharingAgreements).WithName("ProposeSharingAgreement").WithSummary("Propose, in the name of one's organization, to share part of its roster with others")
            .WithDescription("It opens nothing before a second person of the organization has approved it and an officer of a receiving organization has agreed.");
    }

    private static async Task<Ok<Page<SharingAgreementAnswer>>> ListAsync(
        RosterDb db, Caller caller, TimeProvider time, [AsParameters] PageRequest page, [Description("Only in this state today.")] Choice<SharingAgreementState>? state,
        [Description("Only those by which this organization shares.")] string? owner, [Description("Only those by which others share with this organization.")] string? receiver, CancellationToken cancellationToken)
    {
        NameFilter.Require(owner, "organizations", "owner");
        NameFilter.Require(receiver, "organizations", "receiver");
        var today = DateOnly.FromDateTime(time.Now());
        var query = db.SharingAgreements.SeenBy(caller);
        query = state is { Value: var only } ? query.In(only, caller.Organization, today) : query;
        query = owner is null ? query : query.Where(a => a.Owner == owner);
        // Of the receivers a receiving organization knows itself alone.
        var own = caller.Organization;
        query = receiver is null ? query : query.Where(a => (a.Owner == own || receiver == own) && a.Receivers.Any(r => r.Organization == receiver));
        var named = await NamedAsync(query, db, caller, cancellationToken);
        return TypedResults.Ok(await query.PageAsync<SharingAgreement, SharingAgreementId, SharingAgreementAnswer>(
            page, $"sharingAgreements?state={state}&owner={owner}&receiver={receiver}", a => SharingAgreementAnswer.Of(a, caller, today, named), cancellationToken));
    }

    private static async Task<Ok<SharingAgreementAnswer>> GetAsync(SharingAgreementId sharingAgreement, RosterDb db, Caller caller, Atlas atlas, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.SharingAgreements.AsNoTracking().FindAgreementAsync(sharingAgreement, caller, cancellationToken);
        return TypedResults.Ok(response.Tagged(found, await AnswerAsync(found, db, caller, atlas, time, cancellationToken)));
    }

    private static async Task<Created<SharingAgreementAnswer>> ProposeAsync(
        ProposeSharing request, RosterDb db, Caller caller, Atlas atlas, PartnersService.PartnersServiceClient partners, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var owner = caller.Organization ?? throw Fail.Because(PlatformReasons.PermissionDenied, "You act for no organization.");
        var now = time.Now();
        var terms = request.Checked(owner, atlas, DateOnly.FromDateTime(now));
        await RequireOwnPeopleAsync(terms.Scope, owner, db, caller, cancellationToken);
        var receivers = new List<(string, string)>();
        foreach (var name in terms.Receivers)
        {
            receivers.Add((name, await partners.FindAsync(name, cancellationToken) is { Left: false } registered ? registered.DisplayName : throw Fail.Invalid("receivers", "No such organization.")));
        }

        var ownName = (await partners.FindAsync(owner, cancellationToken))?.DisplayName ?? "";
        var agreement = db.Add(SharingAgreement.Propose((owner, ownName), receivers, terms, caller, now)).Entity;
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{agreement.Id}", response.Tagged(agreement, await AnswerAsync(agreement, db, caller, atlas, time, cancellationToken)));
    }

    internal static async Task<SharingAgreementAnswer> AnswerAsync(SharingAgreement agreement, RosterDb db, Caller caller, Atlas atlas, TimeProvider time, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.Now());
        var people = agreement.Scope.People!;
        return SharingAgreementAnswer.Of(
            agreement, caller, today, await SeenAsync(people, db, caller, cancellationToken),
            agreement.Owner == caller.Organization || agreement.IsOpenTo(caller.Organization, today) ? await db.Profiles.CountAsync(AgreementSights.Of(agreement, atlas, today).Covered(), cancellationToken) : null);
    }

    // Nobody shares whom the own organization does not keep, or whom one does not see oneself: the same answer as for nobody.
    private static async Task RequireOwnPeopleAsync(AgreementScope scope, string owner, RosterDb db, Caller caller, CancellationToken cancellationToken)
    {
        var ids = Ids(scope.People!);
        if (ids.Count > 0 && await db.Profiles.SeenBy(caller).CountAsync(p => ids.Contains(p.Id) && p.Owner == owner, cancellationToken) < ids.Count)
        {
            throw Fail.Invalid("scope.people", "Name people whom your organization keeps.");
        }
    }

    private static async Task<IReadOnlySet<string>> NamedAsync(IQueryable<SharingAgreement> agreements, RosterDb db, Caller caller, CancellationToken cancellationToken)
    {
        var scopes = await agreements.IgnoreAutoIncludes().Select(a => a.Scope).ToListAsync(cancellationToken);
        return await SeenAsync([.. scopes.SelectMany(s => s.People!).Distinct()], db, caller, cancellationToken);
    }

    private static async Task<IReadOnlySet<string>> SeenAsync(IReadOnlyList<string> people, RosterDb db, Caller caller, CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var ids in Ids(people).Chunk(AgreementScope.MostPeople))
        {
            var shown = await db.Profiles.SeenBy(caller).Where(p => ids.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancellationToken);
            seen.UnionWith(shown.Select(id => id.ToString()));
        }

        return seen;
    }

    private static List<ProfileId> Ids(IReadOnlyList<string> people) => [.. people.Select(name => ResourceName.TryParse<ProfileId>(name, out var id) ? id : default)];
}
