using Concord.Platform.Audit;

namespace Concord.Roster.Mediators;

/// <summary>What staff planning thinks of the person (R22).</summary>
internal sealed partial class Profile
{
    [Personal]
    public bool Promising { get; private set; }

    /// <summary>Null where nobody expects it.</summary>
    [Personal]
    public DateOnly? DepartureExpectedBy { get; private set; }

    /// <summary>Moves no time that others see.</summary>
    public void Plan(bool promising, DateOnly? departureExpectedBy)
    {
        RefuseIfRetired();
        (Promising, DepartureExpectedBy) = (promising, departureExpectedBy);
    }
}
