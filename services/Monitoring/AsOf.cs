using System.Globalization;
using Concord.Platform.Errors;
using Concord.Platform.Persistence;

namespace Concord.Monitoring;

/// <summary>The day for which a question is asked.</summary>
internal static class AsOf
{
    /// <summary>The day asked for, or today (UTC); a day outside the range of recorded days is refused.</summary>
    public static DateOnly OrToday(DateOnly? asked, TimeProvider time)
    {
        var check = new Violations();
        var day = asked is null ? Today(time) : check.Day(asked, "asOf");
        check.ThrowIfAny();
        return day;
    }

    public static DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(time.Now());

    /// <summary>As in resource names and page tokens: yyyy-MM-dd.</summary>
    public static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
