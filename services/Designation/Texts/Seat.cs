using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Designation.Talks;
using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Texts;

/// <summary>Where somebody sits in the talks of a process.</summary>
/// <param name="Mediates">A lead mediator of an organization that leads now.</param>
/// <param name="Delegation">The party that the person speaks for; null where for none.</param>
/// <param name="Account">Resource name under which a drafting team may name the person; null where none may.</param>
internal sealed record Seat(bool Mediates, DelegationId? Delegation, string? Account)
{
    public static readonly Seat None = new(false, null, null);
}

/// <summary>Who sits where: the mediator, a party, or neither. It is decided by a person's own account, and a stand-in sits with no party.</summary>
internal static class Seats
{
    /// <summary>
    /// Whoever has ever spoken for a party in this process, or stands for somebody who has, is not its mediator nor on a drafting team, whatever role that person holds.
    /// </summary>
    public static async Task<Seat> SeatOfAsync(this DesignationDb db, ProcessId process, Caller caller, CancellationToken cancellationToken)
    {
        var persons = caller.Persons.ToList();
        var memberships = await db.DelegationMembers.AsNoTracking().Where(m => m.Process == process && persons.Contains(m.Account)).ToListAsync(cancellationToken);
        if (memberships.Count > 0)
        {
            return caller.ActsFor is null && memberships.SingleOrDefault(m => m.Current) is { } own && await db.Delegations.AnyAsync(d => d.Id == own.Delegation && d.EndTime == null, cancellationToken)
                ? new Seat(false, own.Delegation, null)
                : Seat.None;
        }

        return new Seat(await db.ConductsAsync(process, caller, cancellationToken), null, caller.ActsFor is null ? caller.Subject : null);
    }

    /// <summary>Refuses as not found whoever sits with a party: that person mediates nothing here, whatever the role says.</summary>
    public static async Task RequireNoPartyAsync(this DesignationDb db, ProcessId process, Caller caller, CancellationToken cancellationToken)
    {
        var persons = caller.Persons.ToList();
        if (await db.DelegationMembers.AnyAsync(m => m.Process == process && persons.Contains(m.Account), cancellationToken))
        {
            throw Fail.NotFound(process.ToString());
        }
    }

    /// <summary>Refuses names of delegations that are not of this process, each by its field.</summary>
    public static async Task RequireDelegationsAsync(this DesignationDb db, ProcessId process, IEnumerable<(string Field, string? Delegation)> named, CancellationToken cancellationToken)
    {
        var asked = named.Select(n => (n.Field, Id: IdOf(process, n.Delegation))).ToList();
        if (asked.Count == 0)
        {
            return;
        }

        var ids = asked.Where(a => a.Id is not null).Select(a => a.Id!.Value).ToList();
        var known = await db.Delegations.Where(d => d.Process == process && ids.Contains(d.Id)).Select(d => d.Id).ToListAsync(cancellationToken);
        var check = new Violations();
        foreach (var (field, id) in asked)
        {
            check.Check(id is { } one && known.Contains(one), field, "No such delegation of this process; expected the form processes/{uuid}/delegations/{uuid}.");
        }

        check.ThrowIfAny();
    }

    private static DelegationId? IdOf(ProcessId process, string? name) =>
        name is not null && name.StartsWith($"{process}/", StringComparison.Ordinal) && ResourceName.TryParse<DelegationId>(name[$"{process}/".Length..], out var id) ? id : null;
}
