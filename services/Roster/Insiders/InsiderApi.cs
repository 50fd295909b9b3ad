using System.ComponentModel;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Geography;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Concord.Roster.Insiders;

/// <summary>Insider-reconcilers (R17): recorded, listed by country, read one by one, changed and closed. Only a reading tells who it is: the answer of a change is kept for a retry, where what is sealed must not lie open.</summary>
internal static class InsiderApi
{
    public static void MapInsiders(this RouteGroupBuilder api)
    {
        var insiders = api.MapGroup("/insiders").WithTags("Insiders");
        insiders.MapGet("", ListAsync).Needs(RosterPermissions.ReadInsiders).WithName("ListInsiders").WithSummary("List insider-reconcilers of a country, without who they are");
        insiders.MapGet("/{insider}", GetAsync).Needs(RosterPermissions.ReadInsiders).WithName("GetInsider").WithSummary("Read who an insider-reconciler is");
        insiders.MapPost("", RecordAsync).Needs(RosterPermissions.KeepInsiders).WithName("RecordInsider").WithSummary("Record an insider-reconciler, with the person's consent, in the name of one's organization");
        insiders.MapPatch("/{insider}", EditAsync).Needs(RosterPermissions.KeepInsiders).WithName("EditInsider").WithSummary("Change the record of an insider-reconciler")
            .WithDescription("Whatever is changed, the consent lasts beyond today. The classification is raised, never lowered.");
        insiders.MapPost("/{insider}:withdrawConsent", WithdrawConsentAsync).Needs(RosterPermissions.KeepInsiders).WithName("WithdrawInsiderConsent")
            .WithSummary("Record that the person takes back the consent: nobody is shown any more who it is");
        insiders.MapPost("/{insider}:retire", RetireAsync).Needs(RosterPermissions.KeepInsiders).WithName("RetireInsider").WithSummary("Put the record of an insider-reconciler away for good");
    }

    private static async Task<Ok<Page<InsiderEntry>>> ListAsync(
        RosterDb db, Caller caller, Atlas atlas, [AsParameters] PageRequest page, [Description("ISO 3166-1 alpha-3; required: there is no list across countries.")] string? country, CancellationToken cancellationToken)
    {
        if (country is null || !atlas.IsCountry(country))
        {
            throw Fail.Invalid("country", "Name one country; ISO 3166-1 alpha-3 is expected.");
        }

        return TypedResults.Ok(await db.Insiders.SeenBy(caller).Where(i => i.Country == country).PageAsync<Insider, InsiderId, InsiderEntry>(page, $"insiders?country={country}", InsiderEntry.Of, cancellationToken));
    }

    private static async Task<Ok<InsiderAnswer>> GetAsync(InsiderId insider, RosterDb db, InsiderKeeper keeper, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await db.Insiders.FindInsiderAsync(insider, caller, cancellationToken);
        var person = found.ShowsPersonTo(caller, time.Now()) ? await keeper.PersonAsync(found, cancellationToken) : null;
        return TypedResults.Ok(response.Tagged(found, InsiderAnswer.Of(found, person, await keeper.ReasonAsync(found, cancellationToken))));
    }

    private static async Task<Created<InsiderEntry>> RecordAsync(
        InsiderTerms request, RosterDb db, InsiderKeeper keeper, Caller caller, Atlas atlas, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var organization = caller.Organization ?? throw Fail.Because(PlatformReasons.PermissionDenied, "You act for no organization.");
        var (id, now) = (InsiderId.New(), time.Now());
        var terms = request.Checked(atlas, now);
        ProfileSight.RefuseAboveClearance(terms.Classification, caller);
        var introduced = db.Add(Insider.Introduce(id, organization, terms, await keeper.SealAsync(id, terms, cancellationToken), caller, now)).Entity;
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{id}", response.Tagged(introduced, InsiderEntry.Of(introduced)));
    }

    private static async Task<Ok<InsiderEntry>> EditAsync(
        InsiderId insider, MergePatch<InsiderTerms> patch, RosterDb db, InsiderKeeper keeper, Caller caller, Atlas atlas, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.Insiders.FindInsiderAsync(insider, caller, cancellationToken);
        http.Request.RequireMatch(found);
        found.RequireActive();
        var (before, now, person) = (found.Classification, time.Now(), await keeper.PersonAsync(found, cancellationToken));
        var terms = patch.ApplyTo(Editable(found, person)).Checked(atlas, now);
        ProfileSight.RefuseAboveClearance(terms.Classification, caller);
        var kept = terms.Classification == before && ConcordJson.Same(terms.Person, person); // sealed anew it would look changed
        found.Edit(terms, kept ? found.Person! : await keeper.SealAsync(insider, terms, cancellationToken), now);
        await keeper.FollowAsync(found, before, cancellationToken);
        if (found.Classification != before)
        {
            await db.NarrowProposalsAsync(insider.ToString(), _ => Deciders.OnErasure(found.Classification), caller, now, cancellationToken);
        }

        return await SaveAsync(found, db, http, cancellationToken);
    }

    private static Task<Ok<InsiderEntry>> WithdrawConsentAsync(
        InsiderId insider, CloseInsider request, RosterDb db, InsiderKeeper keeper, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken) =>
        CloseAsync(insider, request, (i, reason) => i.WithdrawConsent(reason, time.Now()), db, keeper, caller, http, cancellationToken);

    private static Task<Ok<InsiderEntry>> RetireAsync(
        InsiderId insider, CloseInsider request, RosterDb db, InsiderKeeper keeper, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken) =>
        CloseAsync(insider, request, (i, reason) => i.Retire(reason, time.Now()), db, keeper, caller, http, cancellationToken);

    private static async Task<Ok<InsiderEntry>> CloseAsync(
        InsiderId insider, CloseInsider request, Action<Insider, Platform.Sealing.Sealed> close, RosterDb db, InsiderKeeper keeper, Caller caller, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.Insiders.FindInsiderAsync(insider, caller, cancellationToken);
        http.Request.CheckMatch(found);
        var check = new Violations();
        var reason = check.Text(request.Reason, "reason", 1000);
        check.ThrowIfAny();
        close(found, await keeper.SealReasonAsync(found, reason, cancellationToken));
        return await SaveAsync(found, db, http, cancellationToken);
    }

    private static async Task<Ok<InsiderEntry>> SaveAsync(Insider insider, RosterDb db, HttpContext http, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(insider, InsiderEntry.Of(insider)));
    }

    private static InsiderTerms Editable(Insider i, InsiderPerson? p) => new(
        i.Kind, p?.DisplayName, p?.Gender, p?.Languages, i.Country, p?.Place, p?.Community, p?.Abilities, p?.Partiality, p?.Consent, p?.ExposedToReprisals, i.Classification);
}
