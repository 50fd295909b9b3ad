using Concord.Platform.Security;
using Concord.Roster.Search;
using Concord.Roster.Standby;

namespace Concord.Roster.Mediators;

/// <summary>Whether somebody can take work on some days, in one word (R26). It follows from the windows and the deployments, and is kept nowhere.</summary>
internal enum AvailabilityState
{
    /// <summary>On every day, travelling included.</summary>
    Available = 1,

    /// <summary>On every day, from afar on some of them or all.</summary>
    AvailableRemote,

    /// <summary>On some of the days.</summary>
    PartlyAvailable,

    /// <summary>On none, being deployed; told to whoever keeps the record, and to who sees every deployment within the clearance. For others such a person is not available.</summary>
    Deployed,

    /// <summary>On none.</summary>
    Unavailable,
}

internal static class AvailabilityStates
{
    /// <returns>Null where nothing is said of any of the days, or the person is not active.</returns>
    public static AvailabilityState? StateOn(this Profile person, DaySpan days, Caller caller)
    {
        if (person.State != ProfileState.Active)
        {
            return null;
        }

        var windows = person.Availability.Select(FoundWindow.Of).OrderBy(w => w.StartDate).ToList();
        DaySpan[] duties = [.. person.Duties.Select(d => new DaySpan(d.FirstDay.DayNumber, d.LastDay.DayNumber))];
        var told = caller.IsToldOfDuties(person.Owner) || (person.Person is not null && person.Person == caller.Subject);
        return Of(windows, duties, DaySpan.Free(windows, duties, DeploymentMode.InPerson), DaySpan.Free(windows, duties, DeploymentMode.Remote), days, told);
    }

    /// <summary>Whether it is told that a deployment is the reason why somebody whom that organization keeps cannot take work.</summary>
    public static bool IsToldOfDuties(this Caller caller, string owner) => StandbySight.SeesBeyond(caller) || owner == caller.Organization;

    /// <param name="windows">What the person has said.</param>
    /// <param name="duties">Days on which deployments hold the person.</param>
    /// <param name="inPerson">Days on which the person can travel.</param>
    /// <param name="anyMode">Days on which the person can work at all.</param>
    /// <param name="days">Which days are asked about.</param>
    /// <param name="duty">Whether it is told that a deployment is the reason.</param>
    /// <returns>Null where nothing is said of any of the days.</returns>
    public static AvailabilityState? Of(IReadOnlyList<FoundWindow> windows, IReadOnlyList<DaySpan> duties, IReadOnlyList<DaySpan> inPerson, IReadOnlyList<DaySpan> anyMode, DaySpan days, bool duty)
    {
        var (first, last) = (DateOnly.FromDayNumber(days.First), DateOnly.FromDayNumber(days.Last));
        return inPerson.Any(s => s.Covers(days.First, days.Last)) ? AvailabilityState.Available
            : anyMode.Any(s => s.Covers(days.First, days.Last)) ? AvailabilityState.AvailableRemote
            : anyMode.Any(s => s.Meets(days)) ? AvailabilityState.PartlyAvailable
            : duties.Any(s => s.Meets(days)) ? (duty ? AvailabilityState.Deployed : AvailabilityState.Unavailable)
            : windows.Any(w => w.Overlaps(first, last)) ? AvailabilityState.Unavailable
            : null;
    }
}
