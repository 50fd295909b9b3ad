using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Mediators;

namespace Concord.Roster.Duplicates;

/// <summary>What was said of two records.</summary>
internal enum DuplicateState
{
    /// <summary>The same person, as one organization says; waits for an officer of the other's.</summary>
    Proposed = 1,

    /// <summary>The same person: one record is kept, the other points to it.</summary>
    Merged,

    /// <summary>Another person; the two are proposed to nobody again.</summary>
    NotTheSame,

    /// <summary>A merge, or a word that they are not the same, was taken back; nothing is said of them.</summary>
    Undone,
}

/// <summary>What somebody said of two records, and why.</summary>
/// <param name="State">What it came to.</param>
/// <param name="Reason">On what it rests.</param>
/// <param name="SaidBy">Who said so.</param>
/// <param name="AgreedBy">Who agreed in the name of the other organization; null where nobody did.</param>
/// <param name="Time">When, UTC.</param>
[Personal]
internal sealed record DuplicateWord(DuplicateState State, string Reason, Author SaidBy, Author? AgreedBy, DateTime Time);

/// <summary>What people say of two records that may be of one person. A machine proposes and decides nothing here: names alone make nobody the same.</summary>
internal sealed class Duplicate : IVersioned, IListed<DuplicateId>
{
    private Duplicate() { } // EF

    public DuplicateId Id { get; private init; }

    /// <summary>The record whose number is lower; of two records there is one row.</summary>
    [Concerns]
    public ProfileId First { get; private init; }

    [Concerns]
    public ProfileId Second { get; private init; }
    public DuplicateState State { get; private set; }

    /// <summary>The record that is kept, or would be; null where they are not the same.</summary>
    public ProfileId? Kept { get; private set; }

    [Personal]
    public string Reason { get; private set; } = "";

    /// <summary>Who said so last.</summary>
    public Author SaidBy { get; private set; } = null!;

    /// <summary>Who agreed in the name of the other organization; null where none was asked, or before.</summary>
    public Author? AgreedBy { get; private set; }

    /// <summary>What was said before that, as the merge that was taken back; null where nothing was.</summary>
    [Personal]
    public DuplicateWord? Before { get; private set; }
    public DateTime CreateTime { get; private init; }
    public DateTime UpdateTime { get; private set; }
    public long Version { get; set; }

    /// <summary>The record that is not kept.</summary>
    public ProfileId? Other => Kept is null ? null : Kept == First ? Second : First;

    public static Duplicate Of(ProfileId one, ProfileId other, DateTime now) => new()
    {
        Id = DuplicateId.New(),
        First = one < other ? one : other,
        Second = one < other ? other : one,
        State = DuplicateState.Undone,
        CreateTime = now,
    };

    /// <summary>That they are the same, and which is kept; agreed on at once where one side keeps both.</summary>
    public void SayTheSame(ProfileId kept, bool agreed, string? reason, Caller by, DateTime now)
    {
        RequireOpen();
        Say(agreed ? DuplicateState.Merged : DuplicateState.Proposed, kept, reason, by, now);
    }

    /// <summary>Also the answer to a proposal.</summary>
    public void SayNotTheSame(string? reason, Caller by, DateTime now)
    {
        if (State != DuplicateState.Proposed)
        {
            RequireOpen();
        }

        Say(DuplicateState.NotTheSame, null, reason, by, now);
    }

    public void Agree(Caller by, DateTime now)
    {
        Require(DuplicateState.Proposed);
        if (by.IsAnyOf(SaidBy.Account, SaidBy.ActsFor))
        {
            throw Fail.Because(PlatformReasons.FourEyesRequired, "Another person agrees than who proposed it.");
        }

        (State, AgreedBy, UpdateTime) = (DuplicateState.Merged, Author.Of(by), now);
    }

    public void Undo(string? reason, Caller by, DateTime now)
    {
        if (State == DuplicateState.Undone)
        {
            throw Wrong();
        }

        Say(DuplicateState.Undone, null, reason, by, now);
    }

    private void Say(DuplicateState state, ProfileId? kept, string? reason, Caller by, DateTime now)
    {
        var check = new Violations();
        var why = check.Text(reason, "reason", 1000);
        check.ThrowIfAny();
        Before = Reason.Length == 0 ? null : new DuplicateWord(State, Reason, SaidBy, AgreedBy, UpdateTime);
        (State, Kept, Reason, SaidBy, AgreedBy, UpdateTime) = (state, kept, why, Author.Of(by), null, now);
    }

    private void RequireOpen()
    {
        if (State != DuplicateState.Undone)
        {
            throw Fail.Because(RosterReasons.DuplicateDecided, RosterReasons.DuplicateDecided.Title, ("duplicate", Id.ToString()));
        }
    }

    private void Require(DuplicateState state)
    {
        if (State != state)
        {
            throw Wrong();
        }
    }

    private DomainException Wrong() => Fail.Because(RosterReasons.DuplicateWrongState, RosterReasons.DuplicateWrongState.Title, ("duplicate", Id.ToString()), ("state", ApiWord.Of(State)));
}
