using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Idempotency;
using Concord.Platform.Messaging;
using Concord.Platform.Persistence;
using Concord.Platform.Sealing;
using Concord.Platform.Security;
using Concord.Platform.Sharing;
using Concord.Roster.Acceptance;
using Concord.Roster.Assessments;
using Concord.Roster.Contacts;
using Concord.Roster.Deployments;
using Concord.Roster.Duplicates;
using Concord.Roster.Import;
using Concord.Roster.Mediators;
using Concord.Roster.Persistence;
using Concord.Roster.SavedSearches;
using Concord.Roster.Slates;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Erasure;

/// <summary>
/// A person is erased: the key that sealed the contacts, what assessors found and what was said to calls and at check-ins, is destroyed, so are the keys of what slates say, and nothing that this service keeps
/// tells of the person any more. What is left is the number, who kept it, and that and by whom it was erased. The other services hear of it and do the same.
/// </summary>
internal sealed class ProfileErasure(
    RosterDb db, Sealer sealer, ContactKeeper contacts, AssessmentKeeper assessments, SavedSearchMatches searches, SlateKeeper slates, TimeProvider time) : IFourEyesAct, ISubjectErasure
{
    public const string ActName = "profiles.erase";

    public string Name => ActName;

    public async Task ApplyAsync(ProposedAct act, Caller approver, CancellationToken cancellationToken)
    {
        var profile = ResourceName.TryParse<ProfileId>(act.Record, out var id) ? await db.Profiles.SeenBy(approver).SingleOrDefaultAsync(p => p.Id == id, cancellationToken) : null;
        await EraseAsync(
            profile ?? throw Fail.Because(PlatformReasons.ProposalOvertaken, PlatformReasons.ProposalOvertaken.Title), act.Read<EraseProfile>().Basis, cancellationToken);
    }

    public async Task EraseAsync(string subject, CancellationToken cancellationToken)
    {
        if (!ResourceName.TryParse<ProfileId>(subject, out var id))
        {
            return;
        }

        if (await db.Profiles.SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is { } profile)
        {
            await EraseAsync(profile, profile.ErasureBasis, cancellationToken);
        }
        else
        {
            await sealer.DestroyAsync(subject, cancellationToken); // the backup is from before the person was entered; a copy of the record must find the door shut
        }
    }

    private async Task EraseAsync(Profile profile, ErasureBasis? basis, CancellationToken cancellationToken)
    {
        var (name, now) = (profile.Id.ToString(), time.Now());
        db.Raise(profile.Erase(basis, now), now);
        await db.ForgetReferenceAsync(profile.Id, cancellationToken);
        await contacts.RemoveAsync(profile.Id, cancellationToken);
        await assessments.ForgetAsync(profile.Id, cancellationToken);
        await db.ForgetAcceptancesAsync(profile.Id, cancellationToken);
        await searches.ForgetAsync(profile.Id, cancellationToken);
        await slates.ForgetAsync(profile.Id, cancellationToken);
        await db.ForgetDuplicatesAsync(profile.Id, now, cancellationToken);
        await db.ForgetDeploymentsAsync(profile.Id, cancellationToken);
        await sealer.DestroyAsync(name, cancellationToken);
        await db.ForgetSharesAsync(name, now, cancellationToken);
        await db.ForgetProposalsAsync(RosterModule.Name, name, now, cancellationToken);
        await db.ForgetAnswersAsync(name, cancellationToken);
    }
}
