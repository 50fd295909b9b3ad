using Concord.Contracts.Events;
using Concord.Designation.Lead;
using Concord.Designation.Persistence;
using Concord.Designation.Processes;
using Concord.Platform.Idempotency;
using Concord.Platform.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Reactions;

/// <summary>
/// A mediator was erased: the holder's name in every lead and proposal that names the mediator becomes that of its organizations, because what somebody wrote there may tell who it was. Who led,
/// by organization and by the mediator's number, stays as it was.
/// </summary>
internal sealed class ForgetErased(DesignationDb db, TimeProvider time) : IEventHandler<ProfileErased>
{
    public async Task HandleAsync(ProfileErased fact, CancellationToken cancellationToken)
    {
        var known = await db.KnownMediators.FindAsync([fact.Profile], cancellationToken) ?? db.Add(new KnownMediator { Profile = fact.Profile }).Entity;
        known.Erase(fact.EraseTime, fact.Version);
        var touched = new HashSet<ProcessId>();
        foreach (var designation in await NamingAsync(db.LeadDesignations, d => d.Terms, fact.Profile, cancellationToken))
        {
            await RenameAsync(designation, cancellationToken);
            touched.Add(designation.Process);
        }

        foreach (var proposal in await NamingAsync(db.LeadProposals, p => p.Terms, fact.Profile, cancellationToken))
        {
            proposal.Rename(await NeutralAsync(proposal.Terms!.Organizations!, cancellationToken));
            touched.Add(proposal.Process);
        }

        foreach (var process in touched)
        {
            await db.ForgetAnswersAsync(process.ToString(), cancellationToken);
        }
    }

    private async Task RenameAsync(LeadDesignation designation, CancellationToken cancellationToken)
    {
        var name = await NeutralAsync(designation.Organizations, cancellationToken);
        if (!designation.Rename(name))
        {
            return;
        }

        var (now, process) = (time.GetUtcNow().UtcDateTime, designation.Process.ToString());
        db.Raise(new LeadRenamed(process, designation.Epoch, name, designation.Version + 1, now), now);
        foreach (var row in await db.Outbox.Where(m => m.Subject == process && m.Type == LeadDesignated.Type).ToListAsync(cancellationToken))
        {
            // Whoever asks for the fact again hears it with the name as it is now.
            row.Rewrite<LeadDesignated>(told => told.Epoch == designation.Epoch ? told with { DisplayName = name } : told);
        }
    }

    private async Task<string> NeutralAsync(IReadOnlyList<string> organizations, CancellationToken cancellationToken)
    {
        var names = await db.NamesAsync(organizations, cancellationToken);
        return LeadTerms.HolderName(organizations.Select(o => names.Of(o) ?? o));
    }

    // The terms are one text: it is read of each, once for an erasure, and no database is asked to look into it.
    private static async Task<IReadOnlyList<T>> NamingAsync<T>(IQueryable<T> all, Func<T, LeadTerms?> terms, string profile, CancellationToken cancellationToken) where T : class =>
        [.. (await all.ToListAsync(cancellationToken)).Where(one => terms(one)?.Mediators?.Any(m => m.Profile == profile) == true)];
}
