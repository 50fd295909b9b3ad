using Concord.Contracts.Access;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Mediators;

namespace Concord.Roster.Acceptance;

/// <summary>How a party takes a person as mediator.</summary>
internal enum PartyWord
{
    Accepts = 1,
    Objects,

    /// <summary>It was asked and has not said.</summary>
    Silent,
}

/// <summary>
/// How a party of a process takes a person of the roster as mediator, as somebody has heard it (R27). Another entry follows where the party changes its mind; the last one that stands counts, by its day. It is part of the
/// ground of the talks, and neither the person nor a share of the person opens it.
/// </summary>
internal sealed class PersonAcceptance : IVersioned, IListed<PersonAcceptanceId>, IClassifiedRecord
{
    /// <summary>Of every entry, beside those of the profile and of the process, which have to be seen first.</summary>
    public const Classification Label = Classification.Confidential;

    /// <summary>On one person in one process that stand.</summary>
    public const int MostOfOne = 100;

    private PersonAcceptance() { } // EF

    public PersonAcceptanceId Id { get; private init; }

    [Concerns]
    public ProfileId Profile { get; private init; }

    /// <summary>Resource name.</summary>
    [Concerns]
    public string Process { get; private init; } = "";

    [Personal]
    public string Party { get; private init; } = "";

    [Personal]
    public PartyWord Position { get; private init; }

    [Personal]
    public DateOnly On { get; private init; }

    /// <summary>How it is known.</summary>
    [Personal]
    public string Source { get; private init; } = "";
    public Author RecordedBy { get; private init; } = null!;

    /// <summary>Why it was withdrawn; null where it stands.</summary>
    [Personal]
    public string? WithdrawReason { get; private set; }
    public Author? WithdrawnBy { get; private set; }
    public DateTime? WithdrawTime { get; private set; }
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }
    public string Name => $"{Profile}/{Id}";
    public string RecordName => Id.ToString();
    public Classification Classification => Label;

    public static PersonAcceptance Record(Profile profile, CheckedAcceptance terms, Caller caller, DateTime now)
    {
        RequireAnother(profile, caller);
        profile.RequireChangeable();
        return new PersonAcceptance
        {
            Id = PersonAcceptanceId.New(),
            Profile = profile.Id,
            Process = terms.Process,
            Party = terms.Party,
            Position = terms.Position,
            On = terms.On,
            Source = terms.Source,
            RecordedBy = Author.Of(caller),
            CreateTime = now,
        };
    }

    /// <summary>Refuses the person, and whoever acts for that person or as whom the person acts: who is thought of, and by whom, is not told to whom it is about.</summary>
    public static void RequireAnother(Profile profile, Caller caller)
    {
        if (caller.IsAnyOf(profile.Person))
        {
            throw Fail.Because(RosterReasons.OwnAcceptance, RosterReasons.OwnAcceptance.Title);
        }
    }

    public void Withdraw(string? reason, Caller caller, DateTime now)
    {
        var check = new Violations();
        var why = check.Text(reason, "reason", 1000);
        check.ThrowIfAny();
        if (WithdrawTime is not null)
        {
            throw Fail.Because(RosterReasons.AcceptanceWithdrawn, RosterReasons.AcceptanceWithdrawn.Title, ("acceptance", Name));
        }

        (WithdrawReason, WithdrawnBy, WithdrawTime) = (why, Author.Of(caller), now);
    }
}
