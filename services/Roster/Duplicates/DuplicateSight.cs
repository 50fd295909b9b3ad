using Concord.Contracts.Access;
using Concord.Platform.Errors;
using Concord.Platform.Security;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Duplicates;

/// <summary>
/// Who sees what was said of two records: who sees both, and may change one of them. For whoever may not see one of them there is nothing; but an organization whose record is merged sees that, and undoes it,
/// also where the other record is shared with it no more.
/// </summary>
internal static class DuplicateSight
{
    public static IQueryable<Duplicate> DuplicatesSeenBy(this RosterDb db, Caller caller)
    {
        var (seen, all, organization) = (db.Profiles.IgnoreAutoIncludes().SeenBy(caller), caller.Roles.Contains(Roles.MediationSupport), caller.Organization);
        var own = db.Profiles.IgnoreAutoIncludes().Where(p => p.Owner == organization);
        return db.Duplicates.Where(d => (seen.Any(p => p.Id == d.First) && seen.Any(p => p.Id == d.Second) && (all || own.Any(p => p.Id == d.First || p.Id == d.Second)))
            || (d.State == DuplicateState.Merged && seen.Any(p => (p.Id == d.First || p.Id == d.Second) && p.Owner == organization)));
    }

    /// <summary>What the caller is told of each.</summary>
    public static async Task<IReadOnlyList<DuplicateAnswer>> AnswersAsync(this RosterDb db, IReadOnlyList<Duplicate> said, Caller caller, CancellationToken cancellationToken)
    {
        var ids = said.SelectMany(d => (ProfileId[])[d.First, d.Second]).Distinct().ToList();
        var seen = await db.Profiles.IgnoreAutoIncludes().SeenBy(caller).Where(p => ids.Contains(p.Id)).Select(p => p.Id).ToHashSetAsync(cancellationToken);
        return [.. said.Select(d => DuplicateAnswer.Of(d, seen))];
    }

    public static async Task<Duplicate> FindDuplicateAsync(this RosterDb db, DuplicateId id, Caller caller, CancellationToken cancellationToken) =>
        await db.DuplicatesSeenBy(caller).SingleOrDefaultAsync(d => d.Id == id, cancellationToken) ?? throw Fail.NotFound(id.ToString());

    /// <summary>Both records, for a caller who may change one of them at least.</summary>
    public static async Task<(Profile One, Profile Other)> FindBothAsync(this RosterDb db, ProfileId one, ProfileId other, Caller caller, CancellationToken cancellationToken)
    {
        var (first, second) = (await db.Profiles.FindForAsync(one, caller, cancellationToken), await db.Profiles.FindForAsync(other, caller, cancellationToken));
        if (!caller.Keeps(first))
        {
            ProfileSight.RefuseOthers(second.Owner, caller);
        }

        return (first, second);
    }

    /// <summary>A person is erased: what pointed to the record points there no more, and nothing that was said of it is kept.</summary>
    public static async Task ForgetDuplicatesAsync(this RosterDb db, ProfileId profile, DateTime now, CancellationToken cancellationToken)
    {
        foreach (var merged in await db.Profiles.Where(p => p.MergedInto == profile).ToListAsync(cancellationToken))
        {
            merged.Unmerge(now);
        }

        db.RemoveRange(await db.Duplicates.Where(d => d.First == profile || d.Second == profile).ToListAsync(cancellationToken));
    }
}
