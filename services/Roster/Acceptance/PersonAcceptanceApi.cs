using System.ComponentModel;
using Concord.Designation.V1;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Acceptance;

/// <summary>How parties take a person as mediator (R27): recorded, listed, withdrawn. Of a process that the caller does not see nothing is told.</summary>
internal static class PersonAcceptanceApi
{
    public static void MapPersonAcceptances(this RouteGroupBuilder api)
    {
        var acceptances = api.MapGroup("/profiles/{profile}/acceptances").WithTags("Party acceptability");
        acceptances.MapGet("", ListAsync).Needs(RosterPermissions.ReadAcceptances).WithName("ListPersonAcceptances").WithSummary("List how parties take a person as mediator, also what was before")
            .WithDescription("Of processes that you see; a lead mediator, of those that the own organization leads now. Of each party the last entry that stands counts.");
        acceptances.MapGet("/{acceptance}", GetAsync).Needs(RosterPermissions.ReadAcceptances).WithName("GetPersonAcceptance").WithSummary("Read how a party takes a person as mediator");
        acceptances.MapPost("", RecordAsync).Needs(RosterPermissions.KeepAcceptances).WithName("RecordPersonAcceptance").WithSummary("Record how a party takes a person as mediator");
        acceptances.MapPost("/{acceptance}:withdraw", WithdrawAsync).Needs(RosterPermissions.KeepAcceptances).WithName("WithdrawPersonAcceptance")
            .WithSummary("Withdraw what was recorded of a party, with the reason; it stays to be read");
    }

    private static async Task<Ok<Page<PersonAcceptanceAnswer>>> ListAsync(
        ProfileId profile, RosterDb db, DesignationService.DesignationServiceClient designation, Caller caller, [AsParameters] PageRequest page,
        [Description("Only of this process, by its resource name.")] string? process, CancellationToken cancellationToken)
    {
        NameFilter.Require(process, "processes", "process");
        var found = await db.FindTakenAsync(profile, caller, cancellationToken);
        var all = db.AcceptancesOf(found.Id, caller);
        var asked = process is null ? await all.Select(a => a.Process).Distinct().ToListAsync(cancellationToken) : [process];
        var open = await designation.OpenAcceptancesAsync(asked, caller, cancellationToken);
        return TypedResults.Ok(await all.Where(a => open.Contains(a.Process))
            .PageAsync<PersonAcceptance, PersonAcceptanceId, PersonAcceptanceAnswer>(page, $"{found.Id}/acceptances?process={process}", PersonAcceptanceAnswer.Of, cancellationToken));
    }

    private static async Task<Ok<PersonAcceptanceAnswer>> GetAsync(
        ProfileId profile, PersonAcceptanceId acceptance, RosterDb db, DesignationService.DesignationServiceClient designation, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        var found = await FindAsync(profile, acceptance, db, designation, caller, cancellationToken);
        return TypedResults.Ok(response.Tagged(found, PersonAcceptanceAnswer.Of(found)));
    }

    private static async Task<Created<PersonAcceptanceAnswer>> RecordAsync(
        ProfileId profile, RecordPersonAcceptance request, RosterDb db, DesignationService.DesignationServiceClient designation, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var (found, now) = (await db.FindTakenAsync(profile, caller, cancellationToken), time.Now());
        var terms = request.Checked(now);
        if (!await designation.OpensAcceptancesAsync(terms.Process, caller, cancellationToken))
        {
            throw Fail.Invalid("process", "No such process for you.");
        }

        var recorded = PersonAcceptance.Record(found, terms, caller, now);
        if (await db.PersonAcceptances.CountAsync(a => a.Profile == profile && a.Process == terms.Process && a.WithdrawTime == null, cancellationToken) >= PersonAcceptance.MostOfOne)
        {
            throw Fail.Because(RosterReasons.TooManyAcceptances, RosterReasons.TooManyAcceptances.Title);
        }

        db.Add(recorded);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/{recorded.Name}", response.Tagged(recorded, PersonAcceptanceAnswer.Of(recorded)));
    }

    private static async Task<Ok<PersonAcceptanceAnswer>> WithdrawAsync(
        ProfileId profile, PersonAcceptanceId acceptance, WithdrawPersonAcceptance request, RosterDb db, DesignationService.DesignationServiceClient designation, Caller caller, TimeProvider time, HttpContext http,
        CancellationToken cancellationToken)
    {
        var found = await FindAsync(profile, acceptance, db, designation, caller, cancellationToken);
        http.Request.CheckMatch(found);
        found.Withdraw(request.Reason, caller, time.Now());
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(found, PersonAcceptanceAnswer.Of(found)));
    }

    private static async Task<PersonAcceptance> FindAsync(
        ProfileId profile, PersonAcceptanceId id, RosterDb db, DesignationService.DesignationServiceClient designation, Caller caller, CancellationToken cancellationToken)
    {
        await db.FindTakenAsync(profile, caller, cancellationToken);
        var found = await db.PersonAcceptances.SingleOrDefaultAsync(a => a.Id == id && a.Profile == profile, cancellationToken);
        return found is not null && await designation.OpensAcceptancesAsync(found.Process, caller, cancellationToken) ? found : throw Fail.NotFound($"{profile}/{id}");
    }
}
