using System.Globalization;
using Concord.Platform.Persistence;
using Concord.Platform.Security.Keys;

namespace Concord.Identity.Tokens.Keys;

/// <summary>Another pair of keys, while every replica serves. It only adds and removes files: each replica finds them by itself.</summary>
internal sealed class KeyRotation(KeyFiles files, TimeProvider time) : ITokenKeyRotation
{
    public string Rotate(bool atOnce)
    {
        using var alone = files.Lock();
        var (now, names) = (time.Now(), files.Names());
        return atOnce ? Replace(now, names) : Announce(now, names);
    }

    private string Announce(DateTime now, IReadOnlyList<KeyName> names)
    {
        foreach (var over in KeyChoice.At(now, names).Over)
        {
            files.Remove(over);
        }

        if (names[^1].FromTime > now)
        {
            return $"{files.Read(names[^1]).Id} signs from {TextOf(names[^1].FromTime)} on already; no other was made.";
        }

        var next = KeyName.From(now + KeyChoice.Announced);
        files.Make(next);
        return $"{files.Read(next).Id} is published now and signs from {TextOf(next.FromTime)} on; what was signed before stays good.";
    }

    // The new one first: without any, a replica that starts would make a first one of its own. One that waits for its day may be known to whoever knows the others.
    private string Replace(DateTime now, IReadOnlyList<KeyName> before)
    {
        var next = KeyName.From(now);
        files.Make(next);
        foreach (var name in before)
        {
            files.Remove(name);
        }

        return $"{files.Read(next).Id} signs now; what another key signed is good no more, and {before.Count} of them are removed.";
    }

    private static string TextOf(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
