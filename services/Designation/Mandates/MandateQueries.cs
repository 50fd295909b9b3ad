namespace Concord.Designation.Mandates;

/// <summary>Which mandates somebody has to look after (R154).</summary>
internal static class MandateQueries
{
    /// <summary>Those whose last day is over, or comes within so many days; not those that have ended or set no last day.</summary>
    /// <param name="mandates">Already filtered by what the caller may see.</param>
    /// <param name="today">In UTC.</param>
    /// <param name="days">Nought means today, or before.</param>
    public static IQueryable<Mandate> ExpiringWithin(this IQueryable<Mandate> mandates, DateOnly today, int days)
    {
        var last = today.AddDays(days);
        return mandates.Where(m => m.EndTime == null && m.ExpireOn != null && m.ExpireOn <= last);
    }
}
