using System.ComponentModel;
using Concord.Contracts.Access;
using Concord.Identity.Accounts;
using Concord.Identity.Grants;
using Concord.Identity.Persistence;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Compartments;

/// <summary>Why a membership ends.</summary>
/// <param name="Reason">1 to 2000 characters.</param>
internal sealed record EndMembership(string? Reason);

/// <summary>Access in an emergency.</summary>
/// <param name="Reason">Why there is no time to ask a keeper; 1 to 2000 characters, shown to everybody in the compartment.</param>
/// <param name="Minutes">For how long; 1 to 240.</param>
internal sealed record BreakGlass(string? Reason, int? Minutes);

/// <summary>The compartments of processes: who is named, and by whom. For everybody else they do not exist.</summary>
internal static class CompartmentApi
{
    public static void MapCompartments(this RouteGroupBuilder api)
    {
        api.MapGet("/me/compartments", ListOwnAsync).WithTags("Me").Needs(IdentityPermissions.ReadMe).WithName("ListMyCompartments").WithSummary("List the compartments that name you");
        var compartments = api.MapGroup("/compartments/{compartment}").WithTags("Compartments");
        compartments.MapGet("/members", ListAsync).Needs(IdentityPermissions.ReadCompartments).WithName("ListMembers").WithSummary("List who is or was named in a compartment");
        compartments.MapPost("/members", NameAsync).Needs(IdentityPermissions.KeepCompartments).WithName("NameMember").WithSummary("Name a person in a compartment")
            .WithDescription("Where another keeper could agree, nothing changes yet: 202 with what now waits for that person under `approvals/identity`.");
        compartments.MapPost("/members/{member}:end", EndAsync).Needs(IdentityPermissions.KeepCompartments).WithName("EndMember").WithSummary("End a person's membership, or your own");
        api.MapPost("/compartments/{compartment}:breakGlass", BreakGlassAsync).WithTags("Compartments").Needs(IdentityPermissions.BreakGlass).WithName("BreakGlass")
            .WithSummary("Let yourself into a compartment for a few hours, in an emergency").WithDescription("Counts at once. Its keepers are asked to agree afterwards, and told by mail that something waits for them; where one does not, it ends. Where there is no keeper, whoever is named or kept it before is asked in their place; where there is nobody, the auditors.");
    }

    private static async Task<Ok<Page<OwnCompartment>>> ListOwnAsync(IdentityDb db, Caller caller, [AsParameters] PageRequest page, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.Now();
        return TypedResults.Ok(caller.ActsFor is null && ResourceName.TryParse<AccountId>(caller.Subject, out var account)
            ? await Current(db, now).Where(m => m.Account == account).PageAsync<Membership, MembershipId, OwnCompartment>(
                page, $"{account}/compartments", m => new OwnCompartment(m.Compartment.ToString(), m.Compartment.Process, m.Keeper, m.Function, m.UntilTime), cancellationToken)
            : new Page<OwnCompartment>([], null)); // a machine is named nowhere, and whoever acts for another is nowhere named as that
    }

    private static async Task<Ok<Page<MemberAnswer>>> ListAsync(
        CompartmentId compartment, IdentityDb db, Caller caller, [AsParameters] PageRequest page, [Description("Only those who are named now, or only others.")] bool? current,
        TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.Now();
        await RequireNamedAsync(db, compartment, caller, now, cancellationToken);
        var query = db.Memberships.Where(m => m.Compartment == compartment);
        query = current switch
        {
            null => query,
            true => query.Where(m => m.EndTime == null && m.UntilTime > now),
            false => query.Where(m => m.EndTime != null || m.UntilTime <= now),
        };
        var found = await query.PageAsync<Membership, MembershipId, Membership>(page, $"{compartment}/members?current={current}", m => m, cancellationToken);
        var people = await db.PeopleAsync([.. found.Items], cancellationToken);
        return TypedResults.Ok(new Page<MemberAnswer>([.. found.Items.Select(m => CompartmentAnswers.ToAnswer(m, people, now))], found.NextPageToken));
    }

    private static async Task<Results<Created<MemberAnswer>, Accepted<ProposedActAnswer>>> NameAsync(
        CompartmentId compartment, NameMember request, IdentityDb db, EmergencyNaming emergency, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var now = time.Now();
        await RequireNamedAsync(db, compartment, caller, now, cancellationToken);
        var found = await LoadAsync(db, compartment, cancellationToken);
        found.RequireKeeper(caller.Subject, now);
        Compartment.Check(request, now);
        var account = await FindPersonAsync(db, request, now, cancellationToken);
        await emergency.RequireOtherAsync(found, account.Id, caller.Subject, now, cancellationToken);
        if (found.AsksAnotherKeeper(caller.Subject, now))
        {
            var content = new ProposedMember(account.Id.ToString(), account.DisplayName, request.Keeper == true, request.Function!.Trim(), Instant.Utc(request.UntilTime!.Value));
            var act = db.Propose(NameInCompartment.ActName, compartment.ToString(), content, Keepers.Of(compartment), request.Reason!.Trim(), caller, now);
            await db.SaveChangesAsync(cancellationToken);
            return TypedResults.Accepted($"/api/v1/approvals/{IdentityModule.Name}/{act.Id.Value}", response.Tagged(act, ProposedActAnswer.Of(IdentityModule.Name, act, now)));
        }

        var named = found.Name(account.Id, request, caller.Subject, approvedBy: null, now);
        await emergency.TellNamedAsync(found, named, account.DisplayName, caller, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created((string?)null, response.Tagged(named, CompartmentAnswers.ToAnswer(named, await db.PeopleAsync([named], cancellationToken), now)));
    }

    private static async Task<Ok<MemberAnswer>> EndAsync(
        CompartmentId compartment, MembershipId member, EndMembership request, IdentityDb db, EmergencyNaming emergency, Caller caller, TimeProvider time, HttpContext http, CancellationToken cancellationToken)
    {
        var now = time.Now();
        await RequireNamedAsync(db, compartment, caller, now, cancellationToken);
        var found = await LoadAsync(db, compartment, cancellationToken);
        var ending = found.Members.SingleOrDefault(m => m.Id == member) ?? throw Fail.NotFound($"{compartment}/{member}");
        http.Request.CheckMatch(ending);
        var check = new Violations();
        var reason = check.Text(request.Reason, "reason", 2000);
        check.ThrowIfAny();
        if (ending.Account.ToString() != caller.Subject)
        {
            await emergency.RequireSettledAsync(found, caller.Subject, now, cancellationToken);
        }

        found.End(ending, reason, caller, now);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(http.Response.Tagged(ending, CompartmentAnswers.ToAnswer(ending, await db.PeopleAsync([ending], cancellationToken), now)));
    }

    private static async Task<Created<MemberAnswer>> BreakGlassAsync(
        CompartmentId compartment, BreakGlass request, IdentityDb db, BreakGlassReview review, Caller caller, TimeProvider time, HttpResponse response, CancellationToken cancellationToken)
    {
        var check = new Violations();
        var reason = check.Text(request.Reason, "reason", 2000);
        var minutes = check.Required(request.Minutes, "minutes");
        check.Check(request.Minutes is null || (minutes >= 1 && minutes <= Compartment.LongestBreakGlass.TotalMinutes), "minutes", "1 to 240.");
        check.ThrowIfAny();
        var now = time.Now();
        var account = caller.ActsFor is null && caller.IsClearedFor(Classification.StrictlyConfidential) && ResourceName.TryParse<AccountId>(caller.Subject, out var id) ? id : throw Fail.NotFound(compartment.ToString());
        var found = await LoadAsync(db, compartment, cancellationToken);
        var entered = found.BreakGlass(account, reason, await LengthAsync(db, account, minutes, now, cancellationToken), now);
        await review.AskAsync(found, entered, caller.DisplayName, caller, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created((string?)null, response.Tagged(entered, CompartmentAnswers.ToAnswer(entered, await db.PeopleAsync([entered], cancellationToken), now)));
    }

    internal static IQueryable<Membership> Current(IdentityDb db, DateTime now) => db.Memberships.Where(m => m.EndTime == null && m.UntilTime > now);

    internal static async Task<Compartment> LoadAsync(IdentityDb db, CompartmentId id, CancellationToken cancellationToken) =>
        await db.Compartments.Include(c => c.Members).SingleOrDefaultAsync(c => c.Id == id, cancellationToken) ?? throw Fail.NotFound(id.ToString());

    private static async Task RequireNamedAsync(IdentityDb db, CompartmentId compartment, Caller caller, DateTime now, CancellationToken cancellationToken)
    {
        if (caller.ActsFor is not null || !caller.IsClearedFor(Classification.StrictlyConfidential) || !ResourceName.TryParse<AccountId>(caller.Subject, out var account)
            || !await Current(db, now).AnyAsync(m => m.Compartment == compartment && m.Account == account, cancellationToken))
        {
            throw Fail.NotFound(compartment.ToString());
        }

        db.NoteRead(compartment.ToString(), Classification.StrictlyConfidential);
    }

    // No longer than the clearance: an account that is cleared by a grant is not for ever.
    private static async Task<TimeSpan> LengthAsync(IdentityDb db, AccountId account, int minutes, DateTime now, CancellationToken cancellationToken)
    {
        var length = TimeSpan.FromMinutes(minutes);
        var person = await db.Accounts.SingleOrDefaultAsync(a => a.Id == account, cancellationToken);
        return person is not null && await db.ClearedUntilAsync(person, now, cancellationToken) - now is { } rest && rest < length ? rest : length;
    }

    // A person without the clearance would be named and see nothing; an account that is closed is nobody.
    private static async Task<Account> FindPersonAsync(IdentityDb db, NameMember request, DateTime now, CancellationToken cancellationToken)
    {
        var key = Account.KeyOf(request.Email ?? "");
        var person = ResourceName.TryParse<AccountId>(request.Account, out var id)
            ? await db.Accounts.SingleOrDefaultAsync(a => a.Id == id && a.Active, cancellationToken)
            : await db.Accounts.SingleOrDefaultAsync(a => a.EmailKey == key && a.Active, cancellationToken);
        if (person is null || await db.ClearedUntilAsync(person, now, cancellationToken) is not { } cleared)
        {
            throw Fail.Because(IdentityReasons.NotCleared, IdentityReasons.NotCleared.Title);
        }

        new Violations().Check(Instant.Utc(request.UntilTime!.Value) <= cleared, "untilTime", $"The person is cleared until {cleared:O} and no longer.").ThrowIfAny();
        return person;
    }
}
