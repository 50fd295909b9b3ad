using Concord.Platform.Audit;
using Concord.Platform.Errors;

namespace Concord.Roster.Mediators;

/// <summary>One person has two records (R20): the other one is kept, and this one points to it. Nothing of either is rewritten, so that to undo it leaves both as they were.</summary>
internal sealed partial class Profile
{
    /// <summary>The record that is kept; null where this one is.</summary>
    [Concerns]
    public ProfileId? MergedInto { get; private set; }

    /// <summary>The kept one gets another version too: of two merges at the same moment, which would make a chain, one is refused.</summary>
    public void MergeInto(Profile kept, DateTime now)
    {
        RefuseIfRetired();
        kept.RefuseIfRetired();
        if (Duties.Any(d => d.LastDay >= DateOnly.FromDateTime(now)))
        {
            throw Fail.Because(RosterReasons.MergeDeployed, RosterReasons.MergeDeployed.Title, ("profile", Id.ToString()));
        }

        MergedInto = kept.Id;
        Touch(now);
        kept.Touch(now);
    }

    public void Unmerge(DateTime now)
    {
        MergedInto = null;
        Touch(now);
    }

    private void RefuseIfMerged()
    {
        if (MergedInto is not null)
        {
            throw Fail.Because(RosterReasons.ProfileMerged, RosterReasons.ProfileMerged.Title, ("profile", Id.ToString()));
        }
    }
}
