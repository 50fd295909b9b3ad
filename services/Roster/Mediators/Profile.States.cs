using Concord.Contracts.Events;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Http;

namespace Concord.Roster.Mediators;

/// <summary>The ladder (R26): what is vetted is decided by two people.</summary>
internal sealed partial class Profile
{
    /// <summary>Subject of the caller who submitted it.</summary>
    public string? Submitter { get; private set; }

    /// <summary>Account of who was away and for whom it was submitted; null where for nobody.</summary>
    public string? SubmitterFor { get; private set; }

    /// <summary>Subject of the caller who began the vetting.</summary>
    public string? Vetter { get; private set; }

    /// <summary>Account of who was away and for whom the vetting was begun; null where for nobody.</summary>
    public string? VetterFor { get; private set; }

    /// <summary>Subject of the caller who activated it.</summary>
    public string? Activator { get; private set; }

    /// <summary>Why it is suspended or retired; for those who may suspend, and in no fact that leaves the service (R158).</summary>
    [Personal]
    public string? StateNote { get; private set; }

    /// <param name="by">Subject of the caller.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="actsFor">Account of who is away, where the caller acts for somebody.</param>
    public void Submit(string by, DateTime now, string? actsFor = null)
    {
        RefuseIfMerged();
        Require("submit", ProfileState.Draft);
        if (Missing() is { } field)
        {
            throw Fail.Because(RosterReasons.ProfileIncomplete, $"{Id} cannot be submitted without {field}.", ("field", field));
        }

        (Submitter, SubmitterFor) = (by, actsFor);
        Enter(ProfileState.Submitted, null, now);
    }

    public void Vet(string by, DateTime now, string? actsFor = null)
    {
        RefuseIfMerged();
        Require("vet", ProfileState.Submitted);
        (Vetter, VetterFor) = (by, actsFor);
        Enter(ProfileState.UnderVetting, null, now);
    }

    // Who activates it relies on what was vetted, and that has changed.
    private void VetAnew()
    {
        if (State == ProfileState.UnderVetting)
        {
            (State, Vetter, VetterFor) = (ProfileState.Submitted, null, null);
        }
    }

    public void Activate(string by, DateTime now, string? actsFor = null)
    {
        RefuseIfMerged();
        Require("activate", ProfileState.UnderVetting);
        string?[] before = [Submitter, SubmitterFor, Vetter, VetterFor];
        if (before.Contains(by) || (actsFor is not null && before.Contains(actsFor)))
        {
            throw Fail.Because(RosterReasons.SamePerson, $"{Id} is activated by another person than those who submitted it and began the vetting.", ("profile", Id.ToString()));
        }

        RequireConsent(now);
        Activator = by;
        Enter(ProfileState.Active, null, now);
    }

    public ProfileSuspended Suspend(string? reason, DateTime now)
    {
        Require("suspend", ProfileState.Active);
        Enter(ProfileState.Suspended, Reasoned(reason), now);
        return new ProfileSuspended(Id.ToString(), Version + 1, now);
    }

    public ProfileReinstated Reinstate(DateTime now)
    {
        RefuseIfMerged();
        Require("reinstate", ProfileState.Suspended);
        Enter(ProfileState.Active, null, now);
        return new ProfileReinstated(Id.ToString(), Version + 1, now);
    }

    /// <summary>From every other state: also what was never vetted can be put away.</summary>
    public void Retire(string? reason, DateTime now)
    {
        Require("retire", ProfileState.Draft, ProfileState.Submitted, ProfileState.UnderVetting, ProfileState.Active, ProfileState.Suspended);
        Enter(ProfileState.Retired, Reasoned(reason), now);
    }

    private static string Reasoned(string? reason)
    {
        var check = new Violations();
        var text = check.Text(reason, "reason", 1000);
        check.ThrowIfAny();
        return text;
    }

    private void Enter(ProfileState state, string? note, DateTime now)
    {
        State = state;
        StateNote = note;
        Touch(now);
    }

    private void Require(string verb, params ReadOnlySpan<ProfileState> states)
    {
        if (!states.Contains(State))
        {
            throw Fail.Because(RosterReasons.WrongState, $"{Id} is {ApiWord.Of(State)}; it cannot be the object of '{verb}' now.", ("profile", Id.ToString()), ("state", ApiWord.Of(State)));
        }
    }
}
