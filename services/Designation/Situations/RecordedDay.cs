using Concord.Platform.Errors;

namespace Concord.Designation.Situations;

/// <summary>Days on which something happened: none is recorded that has begun nowhere on Earth.</summary>
internal static class RecordedDay
{
    public static DateOnly PastDay(this Violations check, DateOnly? day, string field, DateTime now)
    {
        var given = check.Required(day, field);
        check.Check(given <= DateOnly.FromDateTime(now).AddDays(1), field, "Not in the future.");
        return given;
    }

    public static DateOnly? OptionalPastDay(this Violations check, DateOnly? day, string field, DateTime now) => day is null ? null : check.PastDay(day, field, now);
}
