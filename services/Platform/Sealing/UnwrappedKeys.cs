using System.Security.Cryptography;

namespace Concord.Platform.Sealing;

/// <summary>
/// Keys of subjects that were unwrapped a moment ago, for a ring that takes its time. Whether a key is still good is never asked here: the store says so at each use.
/// So a short life is enough, and with it a destroyed key leaves the memory of every process within two seconds.
/// </summary>
internal sealed class UnwrappedKeys : IDisposable
{
    public const int Most = 1000;
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly TimeProvider _time;
    private readonly ITimer _sweeping;
    private readonly Lock _using = new();
    private readonly Dictionary<string, Unwrapped> _keys = new(StringComparer.Ordinal);

    public UnwrappedKeys(TimeProvider time)
    {
        _time = time;
        _sweeping = time.CreateTimer(_ => Sweep(), null, Pace, Pace);
    }

    public int Count
    {
        get
        {
            lock (_using)
            {
                return _keys.Count;
            }
        }
    }

    /// <summary>A copy for one use; null where it is not held in this wrapping.</summary>
    public byte[]? Find(string subject, WrappedKey wrapped)
    {
        lock (_using)
        {
            return _keys.TryGetValue(subject, out var held) && IsFresh(held) && held.Wrapped.RingKey == wrapped.RingKey && held.Wrapped.Bytes.AsSpan().SequenceEqual(wrapped.Bytes) ? [.. held.Key] : null;
        }
    }

    public void Keep(string subject, WrappedKey wrapped, byte[] key)
    {
        lock (_using)
        {
            Remove(subject);
            if (_keys.Count < Most)
            {
                _keys.Add(subject, new Unwrapped(wrapped, [.. key], _time.GetTimestamp()));
            }
        }
    }

    public void Forget(string subject)
    {
        lock (_using)
        {
            Remove(subject);
        }
    }

    public void Dispose()
    {
        _sweeping.Dispose();
        lock (_using)
        {
            _keys.Keys.ToList().ForEach(Remove);
        }
    }

    private void Sweep()
    {
        lock (_using)
        {
            _keys.Where(k => !IsFresh(k.Value)).Select(k => k.Key).ToList().ForEach(Remove);
        }
    }

    private void Remove(string subject)
    {
        if (_keys.Remove(subject, out var held))
        {
            CryptographicOperations.ZeroMemory(held.Key);
        }
    }

    private bool IsFresh(Unwrapped held) => _time.GetElapsedTime(held.Since) < Lifetime;

    private sealed record Unwrapped(WrappedKey Wrapped, byte[] Key, long Since);
}
