using System.Collections.Concurrent;

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
    private readonly ConcurrentDictionary<string, Failures> _failures = new();

    private sealed record Failures(int Count, DateTimeOffset Last);

    /// <summary>How long this name from this address must wait; zero where it may try.</summary>
    public TimeSpan WaitFor(string name, string address)
    {
        var byName = Wait(Key(name, address), FreePerName);
        var byAddress = Wait(address, FreePerAddress);
        return byName > byAddress ? byName : byAddress;
    }

    public void Failed(string name, string address)
    {
        if (_failures.Count > Capacity)
        {
            Forget();
        }

        Count(Key(name, address));
        Count(address);
    }

    public void Succeeded(string name, string address) => _failures.TryRemove(Key(name, address), out _);

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
        _failures.AddOrUpdate(key, _ => new Failures(1, now), (_, f) => now - f.Last > Memory ? new Failures(1, now) : new Failures(f.Count + 1, now));
    }

    private void Forget()
    {
        var now = time.GetUtcNow();
        foreach (var (key, failures) in _failures)
        {
            if (now - failures.Last > Longest)
            {
                _failures.TryRemove(key, out _);
            }
        }
    }

    // Names are cut: a caller must not fill the memory with long ones.
    private static string Key(string name, string address) => $"{address}\n{(name.Length > 200 ? name[..200] : name)}";
}
