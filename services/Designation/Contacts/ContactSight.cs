using Concord.Contracts.Access;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Designation.Talks;
using Concord.Platform.Errors;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Contacts;

/// <summary>
/// The one way to the contacts of a process: of a process that the caller sees, and of each contact as its own label says where that is stricter. A regional officer sees what the own organization recorded,
/// and what it took part in once it was asked who may be exposed by that (R156), and so does a mediator of an organization that does not lead; mediation support, the authority and the mediators of the lead see all. No share opens one: whoever comes from outside holds no such role.
/// </summary>
internal static class ContactSight
{
    private static readonly string[] s_seeAll = [Roles.MediationSupport, Roles.AppointingAuthority];

    public static async Task<IQueryable<Contact>> ContactsSeenByAsync(this DesignationDb db, Process process, Caller caller, CancellationToken cancellationToken)
    {
        var seen = LabelsSeen(process, caller);
        var contacts = db.Contacts.Where(c => c.Process == process.Id && seen.Contains(c.Classification));
        if (!s_seeAll.Any(caller.Roles.Contains) && !await db.ConductsAsync(process.Id, caller, cancellationToken))
        {
            var own = caller.Organization ?? "nobody";
            var key = ActorKey.InList(own);
            contacts = contacts.Where(c => c.Organization == own || (c.ThirdPartyKeys.Contains(key) && c.Exposure != Exposure.NotAsked));
        }

        return contacts;
    }

    /// <summary>The labels of what belongs to a process that the caller sees: as strict as the process it needs no more, and stricter what the policy asks of that label.</summary>
    public static IReadOnlyList<Classification> LabelsSeen(Process process, Caller caller) =>
        [.. Enum.GetValues<Classification>().Where(label => label <= process.Classification || caller.MaySee(label, process.Id.ToString(), process.Id.ToString()))];

    public static async Task<Contact> FindContactAsync(this DesignationDb db, Process process, ContactId id, Caller caller, CancellationToken cancellationToken) =>
        await (await db.ContactsSeenByAsync(process, caller, cancellationToken)).SingleOrDefaultAsync(c => c.Id == id, cancellationToken) ?? throw Fail.NotFound($"{process.Id}/{id}");
}
