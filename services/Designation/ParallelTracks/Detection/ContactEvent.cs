using Concord.Designation.Contacts;

namespace Concord.Designation.ParallelTracks.Detection;

/// <summary>A party as it took part in one contact.</summary>
/// <param name="Key">The same for the same party.</param>
/// <param name="Unfavourable">So the contact went for it.</param>
internal readonly record struct EngagedParty(string Key, bool Unfavourable);

/// <summary>What the detection looks at in a contact, and nothing else: no text that anybody wrote of a talk.</summary>
/// <param name="Earliest">First instant at which it may have been, UTC.</param>
/// <param name="Latest">First instant at which it no longer may have been; after <paramref name="Earliest"/>.</param>
/// <param name="ThirdParties">Keys of the third parties; together they are one set.</param>
/// <param name="Topics">Of the agenda, folded.</param>
/// <param name="Covered">By the arrangement of whoever led at the time, or coordinated with it: no other track.</param>
internal sealed record ContactEvent(
    Guid Id, DateTime Earliest, DateTime Latest, IReadOnlyList<EngagedParty> Parties, IReadOnlyList<string> ThirdParties,
    MeetingKind Kind, ContactLevel? Level, IReadOnlyList<string> Topics, bool Covered)
{
    /// <summary>Days since the beginning of the calendar; a window is a number of days.</summary>
    public int FirstDay { get; } = (int)(Earliest.Ticks / TimeSpan.TicksPerDay);

    public int LastDay { get; } = (int)((Latest.Ticks - 1) / TimeSpan.TicksPerDay);

    /// <summary>Sorts as the contacts may have been, and always in one way.</summary>
    public static int Compare(ContactEvent a, ContactEvent b)
    {
        var order = a.Earliest.CompareTo(b.Earliest);
        order = order == 0 ? a.Latest.CompareTo(b.Latest) : order;
        return order == 0 ? a.Id.CompareTo(b.Id) : order;
    }

    public bool IsDisjointFrom(ContactEvent other)
    {
        foreach (var one in ThirdParties)
        {
            if (other.ThirdParties.Contains(one))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Both may have been within so many days.</summary>
    public bool MayBeWithin(int days, ContactEvent other) => other.FirstDay - LastDay <= days && FirstDay - other.LastDay <= days;

    /// <summary>Both were within so many days, whichever day of its interval each was on.</summary>
    public bool IsWithin(int days, ContactEvent other) => other.LastDay - FirstDay <= days && LastDay - other.FirstDay <= days;
}

/// <summary>What counts as parallel.</summary>
/// <param name="WindowDays">Contacts that are at most so many days apart are looked at together.</param>
/// <param name="MinimumTracks">So many tracks at once are a finding; two or more.</param>
internal sealed record TrackThresholds(int WindowDays, int MinimumTracks)
{
    public const int MostDays = 3660;
    public const int MostTracks = 20;
}
