using Concord.Portal.Components;
using Concord.Portal.Frame;

namespace Concord.Portal.Absence;

/// <summary>A page that names who acts for somebody.</summary>
public abstract class AbsenceForm : FormPage
{
    protected Dictionary<string, string> Labels() => new()
    {
        ["email"] = Say["absence.email"],
        ["delegate"] = Say["absence.email"],
        ["fromTime"] = Say["absence.from"],
        ["untilTime"] = Say["people.untilDay"],
        ["reason"] = Say["form.reason"],
    };

    // The first day counts from now where it is today or was left out.
    protected object Wish() => new
    {
        email = Sent("email"),
        reason = Sent("reason"),
        fromTime = DayIn("fromTime") is { } first && Days.StartOf(first) is var begins && begins > DateTime.UtcNow ? begins : (DateTime?)null,
        untilTime = EndOfDayIn("untilTime"),
    };
}
