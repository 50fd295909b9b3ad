using Concord.Roster.Mediators;
using Concord.Roster.SharingAgreements;

namespace Concord.Roster.Search;

/// <summary>A person as somebody is shown the person to whom not everything is open (R20).</summary>
internal sealed partial class RosterEntry
{
    /// <summary>What is empty here whatever the profile says.</summary>
    public IReadOnlyList<SharedFields> Withheld { get; private set; } = [];

    /// <summary>Whether nationality or declared interests are not shown: it cannot be said then that there is no conflict of interest (R16).</summary>
    public bool ConflictsUnknown { get; private set; }

    /// <param name="days">Which days are asked about.</param>
    /// <param name="duty">Whether it is told that a deployment is the reason.</param>
    public AvailabilityState? StateOn(DaySpan days, bool duty) => AvailabilityStates.Of(Windows, OnDuty, InPerson, AnyMode, days, duty);

    /// <summary>The same without all that is not shown: what is made of it, reasons and flags among that, tells nothing more.</summary>
    public RosterEntry Showing(IReadOnlyCollection<SharedFields> shown, bool own)
    {
        var seen = (RosterEntry)MemberwiseClone();
        seen.Withheld = [.. ShownFields.All.Except(shown)];
        seen.ConflictsUnknown = !own || seen.Withheld.Contains(SharedFields.Nationalities);
        seen.Interests = own ? Interests : [];
        seen.Nationalities = shown.Contains(SharedFields.Nationalities) ? Nationalities : [];
        seen.TrainedIn = shown.Contains(SharedFields.Trainings) ? TrainedIn : [];
        if (!shown.Contains(SharedFields.Skills))
        {
            (seen.Languages, seen.Expertise, seen.Functions) = ([], [], []);
        }

        if (!shown.Contains(SharedFields.Experience))
        {
            (seen.Regions, seen.Countries) = ([], []);
        }

        if (!shown.Contains(SharedFields.Availability))
        {
            (seen.NoticeDays, seen.Windows, seen.OnDuty, seen.InPerson, seen.AnyMode) = (null, [], [], [], []);
        }

        return seen;
    }
}
