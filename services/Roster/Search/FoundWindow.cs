using Concord.Roster.Mediators;

namespace Concord.Roster.Search;

/// <summary>A window of a person's availability, as far as a search tells of it.</summary>
/// <param name="Id">Id of the window.</param>
/// <param name="StartDate">First day.</param>
/// <param name="EndDate">Last day; part of the window.</param>
/// <param name="Kind">How the person can work on these days.</param>
internal sealed record FoundWindow(WindowId Id, DateOnly StartDate, DateOnly EndDate, AvailabilityKind Kind)
{
    public static FoundWindow Of(AvailabilityWindow w) => new(w.Id, w.StartDate, w.EndDate, w.Kind);

    public bool Overlaps(DateOnly first, DateOnly last) => StartDate <= last && first <= EndDate;
}
