using Concord.Contracts.Events;
using Concord.Roster.Erasure;

namespace Concord.Roster.Mediators;

/// <summary>The end of a profile: the number stays, and nothing that tells who it was.</summary>
internal sealed partial class Profile
{
    /// <summary>What allowed the erasure; null before it, and where it was done again after a backup was put back.</summary>
    public ErasureBasis? ErasureBasis { get; private set; }

    /// <summary>From every state. Erased again, it only tells the others again.</summary>
    public ProfileErased Erase(ErasureBasis? basis, DateTime now)
    {
        if (State != ProfileState.Erased)
        {
            (DisplayName, Gender, SeniorityLevel, Person) = ("", default, default, null);
            (Nationalities, Languages, Expertise, Regions, Countries, ContactKinds) = ([], [], [], [], [], []);
            ForgetBackground();
            ForgetConsents();
            ForgetDuties();
            Interests = [];
            (Promising, DepartureExpectedBy) = (false, null);
            _availability.Clear();
            ErasureBasis = basis;
            Enter(ProfileState.Erased, null, now);
            return new ProfileErased(Id.ToString(), Version + 1, now);
        }

        return new ProfileErased(Id.ToString(), Version, UpdateTime);
    }
}
