using System.Text;
using Concord.Platform.Hosting;
using Concord.Platform.Security.Keys;
using Microsoft.Extensions.Configuration;

namespace Concord.Platform.Sealing;

/// <summary>The key ring as files that only the service's own user may read. What another process puts there is found within a second, and what is taken away is forgotten.</summary>
internal sealed class KeyDirectory(IConfiguration configuration, TimeProvider time) : IKeyRing
{
    public static readonly Setting Path = new("Sealing:KeyDirectory",
        "Directory of the keys that wrap the keys of persons, for a service that seals fields; shared by its replicas, with no permission for anybody but its user. The first key is made on the first start. Lost keys are lost data.");

    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(1);
    private volatile Listing _listing = new([], DateTimeOffset.MinValue);

    public async Task PrepareAsync(Func<CancellationToken, Task<bool>> isInUse, CancellationToken cancellationToken)
    {
        var directory = Path.RequiredIn(configuration);
        try
        {
            PrivateFile.MakeDirectory(directory);
            if (KeyFiles.Read(directory).Count == 0)
            {
                // A wrong or empty volume must not begin a second life beside the first.
                _ = await isInUse(cancellationToken) ? throw new KeyRingException("it is empty, and the store holds keys that it wraps") : KeyFiles.Make(directory, null);
            }
        }
        catch (Exception e) when (e is KeyRingException or IOException or UnauthorizedAccessException)
        {
            throw new SettingException($"{Path.Key} cannot be used ({e.Message}): {Path.Meaning}");
        }
    }

    public ValueTask<string> CurrentAsync(CancellationToken cancellationToken) => ValueTask.FromResult(CurrentOf(Look(newest: true)));

    public ValueTask<string> RenewAsync(CancellationToken cancellationToken)
    {
        var made = KeyFiles.Make(Path.RequiredIn(configuration), CurrentOf(Look(newest: true)));
        Look(newest: true);
        return ValueTask.FromResult(made);
    }

    public ValueTask<WrappedKey> WrapAsync(ReadOnlyMemory<byte> key, string subject, CancellationToken cancellationToken)
    {
        var keys = Look(newest: true);
        var current = CurrentOf(keys);
        return ValueTask.FromResult(new WrappedKey(current, Envelope.Seal(keys[current], key.Span, Binding(current, subject))));
    }

    public ValueTask<byte[]> UnwrapAsync(WrappedKey wrapped, string subject, CancellationToken cancellationToken)
    {
        var key = Look(newest: false).GetValueOrDefault(wrapped.RingKey) ?? Look(newest: true).GetValueOrDefault(wrapped.RingKey)
            ?? throw new KeyRingException($"The key {wrapped.RingKey} is not in the key directory.");
        return ValueTask.FromResult(Envelope.Open(key, wrapped.Bytes, Binding(wrapped.RingKey, subject)) ?? throw new KeyRingException($"The key {wrapped.RingKey} does not unwrap what it wrapped."));
    }

    private SortedDictionary<string, byte[]> Look(bool newest)
    {
        var (listing, now) = (_listing, time.GetUtcNow());
        if (!newest && now >= listing.Time && now - listing.Time < GoodFor)
        {
            return listing.Keys;
        }

        try
        {
            _listing = listing = new Listing(KeyFiles.Read(Path.RequiredIn(configuration)), now);
            return listing.Keys;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SettingException)
        {
            throw new KeyRingException("The key directory cannot be read.", e);
        }
    }

    private static string CurrentOf(SortedDictionary<string, byte[]> keys) => keys.Count > 0 ? keys.Keys.Last() : throw new KeyRingException("There is no key in the key directory.");

    private static byte[] Binding(string ringKey, string subject) => Encoding.UTF8.GetBytes($"{ringKey}|{subject}");

    private sealed record Listing(SortedDictionary<string, byte[]> Keys, DateTimeOffset Time);
}
