using System.Globalization;
using Concord.Platform.Persistence;

namespace Concord.Monitoring;

/// <summary>The day for which a question is asked.</summary>
internal static class AsOf
{
    /// <summary>The day asked for, or today (UTC).</summary>
    public static DateOnly OrToday(DateOnly? asked, TimeProvider time) => asked ?? Today(time);

    public static DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(time.Now());

    /// <summary>As in resource names and page tokens: yyyy-MM-dd.</summary>
    public static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
