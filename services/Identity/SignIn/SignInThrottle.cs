using System.Net;
using System.Net.Sockets;

namespace Concord.Identity.SignIn;

/// <summary>
/// Slows those who try passwords: by name and address together, so that a stranger cannot lock a person out, and by address alone,
/// for those who try one password on many names. Kept in memory: a restart forgets, a replica counts for itself.
/// </summary>
internal sealed class SignInThrottle(TimeProvider time)
{
    private const int FreePerName = 5;
    private const int FreePerAddress = 50; // many people may sit behind one address
    private const int Capacity = 50_000;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(15);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Failures> _failures = [];

    private sealed record Failures(int Count, DateTimeOffset Last, DateTimeOffset Before);

    /// <summary>How long this name from this address must wait; zero where it may try, and the attempt then counts as failed until it <see cref="Succeeded"/>.</summary>
    public TimeSpan Begin(string name, string address)
    {
        address = Network(address);
        lock (_gate) // asked and counted at once: of many attempts sent together, no more than the free ones pass
        {
            var byName = Wait(Key(name, address), FreePerName);
            var byAddress = Wait(address, FreePerAddress);
            var wait = byName > byAddress ? byName : byAddress;
            if (wait > TimeSpan.Zero)
            {
                return wait;
            }

            if (_failures.Count > Capacity)
            {
                Forget();
            }

            Count(Key(name, address));
            Count(address);
            return TimeSpan.Zero;
        }
    }

    public void Succeeded(string name, string address)
    {
        address = Network(address);
        lock (_gate)
        {
            _failures.Remove(Key(name, address));
            if (_failures.TryGetValue(address, out var held))
            {
                _failures[address] = held with { Count = held.Count - 1, Last = held.Before }; // or a busy address would never be forgiven
            }
        }
    }

    private TimeSpan Wait(string key, int free)
    {
        var now = time.GetUtcNow();
        if (!_failures.TryGetValue(key, out var failures) || failures.Count < free || now - failures.Last > Memory)
        {
            return TimeSpan.Zero;
        }

        var pause = TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, Math.Pow(2, failures.Count - free)));
        var left = failures.Last + pause - now;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private void Count(string key)
    {
        var now = time.GetUtcNow();
        _failures[key] = _failures.TryGetValue(key, out var held) && now - held.Last <= Memory ? new Failures(held.Count + 1, now, held.Last) : new Failures(1, now, now);
    }

    private void Forget()
    {
        var now = time.GetUtcNow();
        foreach (var key in _failures.Where(f => now - f.Value.Last > Longest).Select(f => f.Key).ToList())
        {
            _failures.Remove(key);
        }
    }

    // Whoever has one address of IPv6 has the other 2^64 of its network too.
    private static string Network(string address) => IPAddress.TryParse(address, out var ip) switch
    {
        true when ip!.IsIPv4MappedToIPv6 => ip.MapToIPv4().ToString(),
        true when ip!.AddressFamily == AddressFamily.InterNetworkV6 => new IPAddress([.. ip.GetAddressBytes()[..8], .. new byte[8]]).ToString(),
        _ => address,
    };

    // Names are cut: a caller must not fill the memory with long ones.
    private static string Key(string name, string address) => $"{address}\n{(name.Length > 200 ? name[..200] : name)}";
}
