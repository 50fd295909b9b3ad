namespace Concord.Certificates;

/// <summary>How long what is good for, and when the next takes its place.</summary>
internal static class Lifetimes
{
    /// <summary>Of a service's certificate: what was stolen is of no use the day after, and no list of revoked ones is needed.</summary>
    public static readonly TimeSpan Certificate = TimeSpan.FromHours(24);

    /// <summary>Of an authority.</summary>
    public static readonly TimeSpan Authority = TimeSpan.FromDays(90);

    /// <summary>So long before the end of an authority the next is made; until then both are trusted.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromDays(30);

    /// <summary>So long a new authority is only trusted before it signs: every service knows it by then.</summary>
    public static readonly TimeSpan TrustedFirst = TimeSpan.FromHours(24);

    /// <summary>Begins so much earlier than now, for machines whose clocks are late.</summary>
    public static readonly TimeSpan Leeway = TimeSpan.FromMinutes(5);

    public static bool IsDue(DateTimeOffset notBefore, DateTimeOffset notAfter, DateTimeOffset now) => now - notBefore >= (notAfter - notBefore) / 2;
}
