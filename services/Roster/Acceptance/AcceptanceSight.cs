using Concord.Contracts.Access;
using Concord.Designation.V1;
using Concord.Platform.Errors;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Concord.Roster.Standby;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Acceptance;

/// <summary>
/// Who reads how parties take people: mediation support and the appointing authority, of processes that they see, and a lead mediator, of those that the own organization leads now. What parties say is part of the ground of
/// the talks: a rival for the lead finds nothing.
/// </summary>
internal static class AcceptanceSight
{
    private const int MostProcesses = 200;
    private const int AtOnce = 8;

    /// <summary>Whether the caller reads what parties of the process say; designation is asked as the caller, and where there is something to ask only.</summary>
    public static async Task<bool> OpensAcceptancesAsync(this DesignationService.DesignationServiceClient designation, string process, Caller caller, CancellationToken cancellationToken) =>
        caller.Holds(RosterPermissions.ReadAcceptances) && caller.IsClearedFor(PersonAcceptance.Label)
        && await designation.AskAsync(process, cancellationToken) is { } found && (HoldsBesideMediating(caller) || Leads(caller, found));

    /// <summary>Of these processes, those of which the caller reads what parties say.</summary>
    public static async Task<List<string>> OpenAcceptancesAsync(
        this DesignationService.DesignationServiceClient designation, IReadOnlyList<string> processes, Caller caller, CancellationToken cancellationToken)
    {
        if (processes.Count > MostProcesses)
        {
            throw Fail.Invalid("process", $"Required of a person in more than {MostProcesses} processes.");
        }

        var open = new List<string>();
        foreach (var some in processes.Chunk(AtOnce))
        {
            var answers = await Task.WhenAll(some.Select(process => designation.OpensAcceptancesAsync(process, caller, cancellationToken)));
            open.AddRange(some.Where((_, i) => answers[i]));
        }

        return open;
    }

    /// <summary>The person, where the caller sees the profile and is another.</summary>
    public static async Task<Profile> FindTakenAsync(this RosterDb db, ProfileId profile, Caller caller, CancellationToken cancellationToken)
    {
        var found = await db.Profiles.IgnoreAutoIncludes().FindForAsync(profile, caller, cancellationToken);
        if (!caller.IsClearedFor(PersonAcceptance.Label))
        {
            throw Fail.NotFound($"{profile}/{PersonAcceptanceId.Collection}");
        }

        PersonAcceptance.RequireAnother(found, caller);
        db.NoteRead(profile.ToString(), PersonAcceptance.Label); // who reads of a person is entered by the person, too
        return found;
    }

    /// <summary>The records of others that the caller sees.</summary>
    public static IQueryable<Profile> TakenSeenBy(this RosterDb db, Caller caller)
    {
        var oneself = caller.Persons;
        return db.Profiles.IgnoreAutoIncludes().SeenBy(caller).Where(p => p.Person == null || !oneself.Contains(p.Person));
    }

    /// <summary>All that was recorded of the person, whichever of the person's records it stands under.</summary>
    public static IQueryable<PersonAcceptance> AcceptancesOf(this RosterDb db, ProfileId person, Caller caller)
    {
        var records = db.TakenSeenBy(caller).Where(p => p.Id == person || p.MergedInto == person).Select(p => p.Id);
        return db.PersonAcceptances.Where(a => records.Contains(a.Profile));
    }

    private static bool HoldsBesideMediating(Caller caller) => RosterPermissions.ReadAcceptances.Roles.Except([Roles.LeadMediator]).Any(caller.Roles.Contains);

    private static bool Leads(Caller caller, AskedProcess process) => caller.Organization is { } organization && process.Lead?.Organizations.Contains(organization) == true;
}
