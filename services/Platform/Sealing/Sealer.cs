using System.Security.Cryptography;
using System.Text.Json;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Concord.Platform.Sealing;

/// <summary>What is known of a subject's key.</summary>
public enum SubjectKeyState
{
    /// <summary>Nothing was sealed for the subject yet.</summary>
    NeverMade,

    /// <summary>It is there; whether it can be unwrapped now is the ring's matter.</summary>
    Held,

    /// <summary>What it sealed is unreadable for good, and the subject gets no other.</summary>
    Destroyed,
}

/// <summary>
/// Seals and opens, explicitly: what a record holds sealed is opened where it is needed and nowhere else. The key of a subject is made with the first value that is sealed
/// for it and leaves with the same commit. Each use asks the store for the key, so that one which was destroyed a moment ago is good at no replica.
/// </summary>
public sealed partial class Sealer : IDisposable
{
    private readonly ServiceDbContext _db;
    private readonly IKeyRing _ring;
    private readonly UnwrappedKeys _unwrapped;
    private readonly TimeProvider _time;
    private readonly ILogger<Sealer> _logger;
    private readonly Dictionary<string, byte[]> _made = new(StringComparer.Ordinal);

    internal Sealer(ServiceDbContext db, IKeyRing ring, UnwrappedKeys unwrapped, TimeProvider time, ILogger<Sealer> logger) =>
        (_db, _ring, _unwrapped, _time, _logger) = (db, ring, unwrapped, time, logger);

    public async Task<SubjectKeyState> StateAsync(string subject, CancellationToken cancellationToken) => await FindAsync(subject, cancellationToken) switch
    {
        null => SubjectKeyState.NeverMade,
        { DestroyTime: null } => SubjectKeyState.Held,
        _ => SubjectKeyState.Destroyed,
    };

    /// <summary>Seals a value, as JSON; saved with the caller's next save.</summary>
    /// <exception cref="DomainException">The subject was erased, or the ring cannot be reached.</exception>
    public async Task<Sealed> SealAsync<T>(SealedPlace place, T value, CancellationToken cancellationToken)
    {
        var clear = JsonSerializer.SerializeToUtf8Bytes(value, ConcordJson.Options);
        var key = await KeyAsync(place.Subject, makes: true, cancellationToken);
        try
        {
            return new Sealed(Envelope.Seal(key, clear, place.Binding));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
            CryptographicOperations.ZeroMemory(clear);
        }
    }

    /// <summary>Opens what was sealed for exactly this place.</summary>
    /// <exception cref="DomainException">The subject was erased, the ring cannot be reached, or the value was changed or moved in the store.</exception>
    public async Task<T> OpenAsync<T>(SealedPlace place, Sealed value, CancellationToken cancellationToken)
    {
        var key = await KeyAsync(place.Subject, makes: false, cancellationToken);
        var clear = Envelope.Open(key, value.Bytes, place.Binding);
        CryptographicOperations.ZeroMemory(key);
        if (clear is null)
        {
            LogBroken(place.Table, place.Column, place.Row);
            throw Fail.Because(SealingReasons.SealBroken, SealingReasons.SealBroken.Title);
        }

        try
        {
            return JsonSerializer.Deserialize<T>(clear, ConcordJson.Lenient) ?? throw new InvalidOperationException($"Nothing is sealed in {place.Table}.{place.Column}.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(clear);
        }
    }

    /// <summary>Destroys the subject's key with the caller's next save. The subject gets no other one, also where it never had any.</summary>
    public async Task DestroyAsync(string subject, CancellationToken cancellationToken)
    {
        if (await _db.Set<SubjectKey>().FindAsync([subject], cancellationToken) is { } key)
        {
            key.Destroy(_time.Now());
        }
        else
        {
            _db.Add(SubjectKey.Tombstone(subject, _time.Now()));
        }

        _unwrapped.Forget(subject);
    }

    public void Dispose()
    {
        foreach (var key in _made.Values)
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private async Task<byte[]> KeyAsync(string subject, bool makes, CancellationToken cancellationToken)
    {
        var held = await FindAsync(subject, cancellationToken);
        if (held is null)
        {
            return makes ? await MakeAsync(subject, cancellationToken) : throw NeverMade(subject);
        }

        if (held.Wrapped is not { } bytes || held.RingKey is not { } ringKey)
        {
            throw Fail.Because(SealingReasons.SubjectErased, SealingReasons.SubjectErased.Title);
        }

        if (_made.TryGetValue(subject, out var own))
        {
            return [.. own]; // not kept beyond this request: whether it is saved is not known yet
        }

        var wrapped = new WrappedKey(ringKey, bytes);
        if (_unwrapped.Find(subject, wrapped) is { } known)
        {
            return known;
        }

        var key = await FromRingAsync(() => _ring.UnwrapAsync(wrapped, subject, cancellationToken));
        _unwrapped.Keep(subject, wrapped, key);
        return key;
    }

    // Of two who make it at once the database lets one in; the other one's save is refused and nothing of it stays.
    private async Task<byte[]> MakeAsync(string subject, CancellationToken cancellationToken)
    {
        var key = Envelope.NewKey();
        _db.Add(SubjectKey.Of(subject, await FromRingAsync(() => _ring.WrapAsync(key, subject, cancellationToken)), _time.Now()));
        _made[subject] = [.. key];
        return key;
    }

    // What this request made or destroyed counts for it already.
    private async Task<SubjectKey?> FindAsync(string subject, CancellationToken cancellationToken) =>
        _db.Set<SubjectKey>().Local.FindEntry(subject)?.Entity ?? await _db.Set<SubjectKey>().AsNoTracking().SingleOrDefaultAsync(k => k.Subject == subject, cancellationToken);

    private async Task<T> FromRingAsync<T>(Func<ValueTask<T>> ask)
    {
        try
        {
            return await ask();
        }
        catch (KeyRingException e)
        {
            LogNoKey(e);
            throw Fail.Because(SealingReasons.KeyUnavailable, SealingReasons.KeyUnavailable.Title);
        }
    }

    private DomainException NeverMade(string subject)
    {
        LogNeverMade(subject);
        return Fail.Because(SealingReasons.KeyMissing, SealingReasons.KeyMissing.Title);
    }

    [LoggerMessage(LogLevel.Error, "The key ring does not give the key of a subject: what is sealed cannot be read or written until it does.")]
    private partial void LogNoKey(Exception e);

    [LoggerMessage(LogLevel.Error, "Something is sealed for {Subject}, which never had a key in this store.")]
    private partial void LogNeverMade(string subject);

    [LoggerMessage(LogLevel.Error, "{Table}.{Column} of {Row} does not open: it was changed or moved in the store.")]
    private partial void LogBroken(string table, string column, string row);
}
