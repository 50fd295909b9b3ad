using Concord.Platform.Security;

namespace Concord.Identity.Tokens.Keys;

/// <summary>What the pairs of keys that are there are good for at a time.</summary>
/// <param name="Current">Signs and encrypts.</param>
/// <param name="Published">Whose access tokens services take: that one, those that come after it, and those before it whose access tokens may be alive.</param>
/// <param name="Held">Whose codes and refresh tokens are taken here: those, and the ones before it whose refresh tokens may be alive.</param>
/// <param name="Over">Nothing that they made is alive.</param>
internal sealed record KeyChoice(KeyName Current, IReadOnlyList<KeyName> Published, IReadOnlyList<KeyName> Held, IReadOnlyList<KeyName> Over)
{
    /// <summary>How long a new key is published before it signs: every process has read it by then, and replicas whose clocks differ do not surprise each other.</summary>
    public static readonly TimeSpan Announced = TimeSpan.FromMinutes(15);

    /// <summary>How far apart replicas may be in noticing that another key signs now, with their clocks.</summary>
    private static readonly TimeSpan Leeway = TimeSpan.FromMinutes(1);

    /// <summary>How long after it has last signed an access token of it may be taken.</summary>
    public static readonly TimeSpan AccessAlive = TokenServer.AccessLifetime + AccessSetup.ClockSkew + Leeway;

    /// <summary>The same of a refresh token.</summary>
    public static readonly TimeSpan RefreshAlive = TokenServer.SessionLifetime + Leeway;

    /// <param name="now">UTC.</param>
    /// <param name="names">All that are there, the eldest first; one at least.</param>
    public static KeyChoice At(DateTime now, IReadOnlyList<KeyName> names)
    {
        // Where all are yet to come, the clock here is behind that of who made them at once: the first of them it is.
        var current = Math.Max(0, names.Count(n => n.FromTime <= now) - 1);
        bool IsAlive(int i, TimeSpan after) => i >= current || now < names[i + 1].FromTime + after;
        IReadOnlyList<KeyName> Where(Func<int, bool> fits) => [.. Enumerable.Range(0, names.Count).Where(fits).Select(i => names[i])];
        return new KeyChoice(names[current], Where(i => IsAlive(i, AccessAlive)), Where(i => IsAlive(i, RefreshAlive)), Where(i => !IsAlive(i, RefreshAlive)));
    }
}
