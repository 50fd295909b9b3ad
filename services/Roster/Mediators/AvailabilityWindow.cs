using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;

namespace Concord.Roster.Mediators;

/// <summary>What the person can do in a window.</summary>
internal enum AvailabilityKind
{
    /// <summary>Can travel, and so can also work remotely.</summary>
    InPerson = 1,
    Remote,
    Unavailable,
}

/// <summary>Days on which a person can or cannot take work.</summary>
internal sealed class AvailabilityWindow : IListed<WindowId>
{
    /// <summary>Longest window in days: plans further ahead say nothing.</summary>
    public const int MaxDays = 1830;

    // Before anybody stood by; and nobody plans for longer.
    private const int FirstYear = 1990;
    private const int LongestYears = 10;

    private AvailabilityWindow() { } // EF

    internal AvailabilityWindow(WindowId id, ProfileId profile, DateOnly startDate, DateOnly endDate, AvailabilityKind kind, DateTime now)
    {
        Id = id;
        Profile = profile;
        StartDate = startDate;
        EndDate = endDate;
        Kind = kind;
        CreateTime = now;
    }

    public WindowId Id { get; private init; }
    public ProfileId Profile { get; private init; }

    /// <summary>First day.</summary>
    [Personal]
    public DateOnly StartDate { get; private init; }

    /// <summary>Last day; part of the window.</summary>
    [Personal]
    public DateOnly EndDate { get; private init; }

    public AvailabilityKind Kind { get; private init; }
    public DateTime CreateTime { get; private init; }

    public bool Overlaps(DateOnly startDate, DateOnly endDate) => StartDate <= endDate && startDate <= EndDate;

    internal static void CheckDates(DateOnly startDate, DateOnly endDate, Violations check)
    {
        check.Check(startDate <= endDate, "endDate", "Not before startDate.");
        check.Check(endDate.DayNumber - startDate.DayNumber < MaxDays, "endDate", $"At most {MaxDays} days.");
    }

    /// <summary>Of days that are said to be those of a window, and not only asked about.</summary>
    internal static void CheckMeant(DateOnly? startDate, DateOnly? endDate, DateTime now, Violations check)
    {
        check.NotBefore(startDate, FirstYear, "startDate");
        check.NotAfter(endDate, DateOnly.FromDateTime(now).AddYears(LongestYears), "endDate");
    }
}
