namespace Concord.Platform.Sealing;

/// <summary>A key that only the ring can unwrap.</summary>
/// <param name="RingKey">Which key of the ring wraps it; 1 to 200 characters.</param>
/// <param name="Bytes">1 to 1000 bytes.</param>
public sealed record WrappedKey(string RingKey, byte[] Bytes);

/// <summary>
/// Wraps the keys of subjects. The files of <see cref="KeyDirectory"/> by default; a service that keeps keys in hardware is another one. One key is current and wraps;
/// those before it still unwrap.
/// </summary>
public interface IKeyRing
{
    /// <summary>Before the first request: refuses what cannot be used, and makes the first key where nothing was wrapped yet.</summary>
    /// <param name="isInUse">Whether the store holds keys that this ring wraps.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="Hosting.SettingException">It cannot be used.</exception>
    Task PrepareAsync(Func<CancellationToken, Task<bool>> isInUse, CancellationToken cancellationToken);

    /// <summary>The key that wraps now.</summary>
    /// <exception cref="KeyRingException">None can be reached.</exception>
    ValueTask<string> CurrentAsync(CancellationToken cancellationToken);

    /// <summary>Makes a new current key; every process finds it by itself.</summary>
    ValueTask<string> RenewAsync(CancellationToken cancellationToken);

    /// <exception cref="KeyRingException">No key can be reached.</exception>
    ValueTask<WrappedKey> WrapAsync(ReadOnlyMemory<byte> key, string subject, CancellationToken cancellationToken);

    /// <exception cref="KeyRingException">Its key of the ring cannot be reached, or does not unwrap it.</exception>
    ValueTask<byte[]> UnwrapAsync(WrappedKey wrapped, string subject, CancellationToken cancellationToken);
}

/// <summary>The ring cannot do what was asked of it now. The message names keys of the ring and holds none.</summary>
public sealed class KeyRingException(string message, Exception? cause = null) : Exception(message, cause);
