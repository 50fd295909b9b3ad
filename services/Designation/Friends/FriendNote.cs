using Concord.Designation.Lead;
using Concord.Designation.Processes;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;

namespace Concord.Designation.Friends;

internal enum FriendNoteKind
{
    /// <summary>What the mediator says of one criterion (R38).</summary>
    Criterion = 1,

    /// <summary>How it does as a Friend.</summary>
    Performance,

    /// <summary>What the Friend's own organization says to another note (R158).</summary>
    Reply,
}

/// <summary>Writes down what is to be said of a Friend.</summary>
/// <param name="LeadEpoch">The epoch you read.</param>
/// <param name="Criterion">The criterion it speaks to; a note on how it does where absent.</param>
/// <param name="Text">1 to 4000 characters; no persons' names that need not be there.</param>
internal sealed record WriteFriendNote(long? LeadEpoch, FriendCriterion? Criterion, string? Text);

/// <summary>A judgement about a Friend, in words, with author and date, and the reply to it (R38, R158). Withdrawn with a reason; what was written stays.</summary>
internal sealed class FriendNote : IVersioned, IListed<FriendNoteId>
{
    public const int LongestText = 4000;

    private FriendNote() { } // EF

    public FriendNoteId Id { get; private init; }
    public ProcessId Process { get; private init; }
    public FriendId Friend { get; private init; }
    public FriendNoteKind Kind { get; private init; }
    public FriendCriterion? Criterion { get; private init; }

    [Personal]
    public string Text { get; private init; } = "";

    /// <summary>The note that it replies to; null where it is no reply.</summary>
    public FriendNoteId? RepliesTo { get; private init; }

    /// <summary>Of the lead in whose name it was written; null for a reply.</summary>
    public long? LeadEpoch { get; private init; }
    public Signature By { get; private init; } = new(null, "");
    public DateTime CreateTime { get; private init; }
    public DateTime? WithdrawTime { get; private set; }

    [Personal]
    public string? WithdrawReason { get; private set; }
    public Signature? WithdrawnBy { get; private set; }
    public long Version { get; set; }
    public string Name => $"{Process}/{Friend}/{Id}";

    public static FriendNote Write(Friend friend, LeadDesignation lead, WriteFriendNote request, Caller caller, DateTime now) =>
        Make(friend, request.Criterion is null ? FriendNoteKind.Performance : FriendNoteKind.Criterion, request.Criterion, request.Text, null, lead.Epoch, caller, now);

    public FriendNote Reply(Friend friend, string? text, Caller caller, DateTime now)
    {
        friend.RequireOwn(caller);
        return Kind == FriendNoteKind.Reply
            ? throw Fail.Invalid("note", "A reply is to what was noted, not to another reply.")
            : Make(friend, FriendNoteKind.Reply, null, text, Id, null, caller, now);
    }

    public void Withdraw(string? reason, Caller caller, DateTime now)
    {
        var check = new Violations();
        var why = check.Text(reason, "reason", 2000);
        check.ThrowIfAny();
        if (Kind == FriendNoteKind.Reply)
        {
            throw Fail.Because(DesignationReasons.NotYourOrganization, "What a Friend replied is not for the mediator to withdraw.");
        }

        if (WithdrawTime is not null)
        {
            throw Fail.Because(DesignationReasons.NoteWithdrawn, "The note has been withdrawn already.");
        }

        (WithdrawTime, WithdrawReason, WithdrawnBy) = (now, why, Signature.Of(caller));
    }

    private static FriendNote Make(Friend friend, FriendNoteKind kind, FriendCriterion? criterion, string? text, FriendNoteId? repliesTo, long? epoch, Caller caller, DateTime now)
    {
        var check = new Violations();
        var note = new FriendNote
        {
            Id = FriendNoteId.New(),
            Process = friend.Process,
            Friend = friend.Id,
            Kind = kind,
            Criterion = criterion,
            Text = check.Text(text, "text", LongestText),
            RepliesTo = repliesTo,
            LeadEpoch = epoch,
            By = Signature.Of(caller),
            CreateTime = now,
        };
        check.ThrowIfAny();
        return note;
    }
}
