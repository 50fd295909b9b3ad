using Concord.Monitoring.Agreements;
using Concord.Platform.Errors;

namespace Concord.Monitoring.Milestones;

/// <summary>By when: a day, or some time after an anchor of the agreement; one of the two.</summary>
/// <param name="Date">A fixed day.</param>
/// <param name="Anchor">Key of the anchor from which is counted.</param>
/// <param name="Months">Whole months after the anchor; the day is cut to the end of a shorter month.</param>
/// <param name="Days">Days after that.</param>
internal sealed record NewDeadline(DateOnly? Date, string? Anchor, int? Months, int? Days);

/// <summary>A deadline that is recomputed when its anchor moves (R93).</summary>
internal sealed class Deadline
{
    private Deadline() { } // EF

    public DateOnly? Date { get; private init; }
    public string? Anchor { get; private init; }
    public int Months { get; private init; }
    public int Days { get; private init; }

    public static Deadline? Of(NewDeadline? made, Agreement agreement, Violations check)
    {
        if (made is null)
        {
            return null;
        }

        check.Check(made.Date is null != made.Anchor is null, "deadline", "Either a date or an anchor.");
        check.Check(made.Anchor is null || agreement.AnchorOf(made.Anchor) is not null, "deadline.anchor", "The agreement has no such anchor.");
        check.Check(made.Anchor is not null || (made.Months is null && made.Days is null), "deadline", "Months and days are counted from an anchor.");
        check.Check(made.Months is null or (>= -1200 and <= 1200), "deadline.months", "-1200 to 1200.");
        check.Check(made.Days is null or (>= -36500 and <= 36500), "deadline.days", "-36500 to 36500.");
        if (made.Date is not null)
        {
            check.Day(made.Date, "deadline.date");
        }

        return new Deadline { Date = made.Date, Anchor = made.Anchor, Months = made.Months ?? 0, Days = made.Days ?? 0 };
    }

    /// <summary>The due day with the anchor where it stood on a day.</summary>
    public DateOnly DueAsOf(Agreement agreement, DateOnly day) => Date ?? After(agreement.AnchorOf(Anchor)!.DateAsOf(day));

    /// <summary>The due day as agreed, before anything moved.</summary>
    public DateOnly Baseline(Agreement agreement) => Date ?? After(agreement.AnchorOf(Anchor)!.PlannedOn);

    private DateOnly After(DateOnly anchor) => anchor.AddMonths(Months).AddDays(Days);
}
