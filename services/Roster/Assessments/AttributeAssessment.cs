using Concord.Contracts.Access;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Sealing;
using Concord.Platform.Security;
using Concord.Roster.Mediators;

namespace Concord.Roster.Assessments;

/// <summary>
/// What an assessor found of one attribute of a person on the roster (R2, R158): who, on which day, on what it rests. The person may reply. It is neither searched nor shared, and whatever is said in it is
/// sealed with the person's key, so that it ends with the person.
/// </summary>
internal sealed class AttributeAssessment : IVersioned, IListed<AttributeAssessmentId>, IClassifiedRecord
{
    /// <summary>Of every assessment, beside that of the profile, which has to be seen first.</summary>
    public const Classification Label = Classification.Confidential;

    private AttributeAssessment() { } // EF

    public AttributeAssessmentId Id { get; private init; }
    public ProfileId Profile { get; private init; }

    [Personal]
    public AssessedAttribute Criterion { get; private init; }

    /// <summary>The day of the finding.</summary>
    [Personal]
    public DateOnly On { get; private init; }

    /// <summary>An <see cref="AssessmentText"/>.</summary>
    public Sealed Text { get; private init; } = null!;
    public Author AssessedBy { get; private init; } = null!;
    public AttributeAssessmentState State { get; private set; }

    /// <summary>Why it was withdrawn; null where it was not.</summary>
    public Sealed? WithdrawReason { get; private set; }
    public Author? WithdrawnBy { get; private set; }
    public DateTime? WithdrawTime { get; private set; }

    /// <summary>What the person says to it; null where the person has not.</summary>
    public Sealed? Reply { get; private set; }

    /// <summary>When the person replied, or last corrected the reply, UTC.</summary>
    public DateTime? ReplyTime { get; private set; }
    public DateTime CreateTime { get; private init; }
    public DateTime UpdateTime { get; private set; }
    public long Version { get; set; }
    public string Name => $"{Profile}/{Id}";
    public string RecordName => Id.ToString();
    public Classification Classification => Label;

    /// <param name="id">Its number, to which the text is bound.</param>
    /// <param name="profile">Of the person assessed.</param>
    /// <param name="terms">What was found.</param>
    /// <param name="text">Its text, sealed.</param>
    /// <param name="caller">The assessor.</param>
    /// <param name="now">Now, UTC.</param>
    public static AttributeAssessment Record(AttributeAssessmentId id, Profile profile, CheckedAssessment terms, Sealed text, Caller caller, DateTime now)
    {
        RequireAnother(profile, caller);
        profile.RequireChangeable();
        return new AttributeAssessment
        {
            Id = id,
            Profile = profile.Id,
            Criterion = terms.Criterion,
            On = terms.On,
            Text = text,
            AssessedBy = Author.Of(caller),
            State = AttributeAssessmentState.Recorded,
            CreateTime = now,
            UpdateTime = now,
        };
    }

    /// <summary>Refuses the person assessed, and whoever acts for that person or as whom the person acts: the person has a way of the own.</summary>
    public static void RequireAnother(Profile profile, Caller caller)
    {
        if (caller.IsAnyOf(profile.Person))
        {
            throw Fail.Because(RosterReasons.OwnAssessment, "Others assess a person; what they found is read and replied to under me/profile/assessments.");
        }
    }

    public void Withdraw(Sealed reason, Caller caller, DateTime now)
    {
        RequireRecorded();
        (State, WithdrawReason, WithdrawnBy, WithdrawTime, UpdateTime) = (AttributeAssessmentState.Withdrawn, reason, Author.Of(caller), now, now);
    }

    /// <summary>There is one reply: another one stands in its place.</summary>
    public void TakeReply(Sealed reply, DateTime now)
    {
        RequireRecorded();
        (Reply, ReplyTime, UpdateTime) = (reply, now, now);
    }

    private void RequireRecorded()
    {
        if (State != AttributeAssessmentState.Recorded)
        {
            throw Fail.Because(RosterReasons.AssessmentWithdrawn, RosterReasons.AssessmentWithdrawn.Title, ("assessment", Name));
        }
    }
}
