using Concord.Platform.Persistence;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using OpenIddict.Server;

namespace Concord.Identity.Tokens.Keys;

/// <summary>
/// The keys that count now. The token server takes others when another one has come of age, when one is over, and when files came or went: <see cref="KeyWatch"/> looks.
/// </summary>
internal sealed class TokenKeys(KeyFiles files, TimeProvider time) : IOptionsChangeTokenSource<OpenIddictServerOptions>, IDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<KeyName, TokenKey> _read = [];
    private CancellationTokenSource _change = new();
    private LiveKeys? _live;

    public LiveKeys Live => Volatile.Read(ref _live) ?? Look();

    string? IOptionsChangeTokenSource<OpenIddictServerOptions>.Name => Options.DefaultName;

    IChangeToken IOptionsChangeTokenSource<OpenIddictServerOptions>.GetChangeToken() => new CancellationChangeToken(Volatile.Read(ref _change).Token);

    /// <summary>What the directory and the clock say now.</summary>
    /// <exception cref="IOException">The directory cannot be read; what was read before goes on.</exception>
    public LiveKeys Look()
    {
        CancellationTokenSource? changed = null;
        LiveKeys live;
        lock (_gate)
        {
            var choice = KeyChoice.At(time.Now(), files.Names());
            live = new LiveKeys(Of(choice.Current), [.. choice.Published.Select(Of)], [.. choice.Held.Select(Of)]);
            if (_live?.IsSameAs(live) != true)
            {
                changed = _live is null ? null : Interlocked.Exchange(ref _change, new CancellationTokenSource());
                Volatile.Write(ref _live, live);
                foreach (var gone in _read.Keys.Except(choice.Held).ToList())
                {
                    _read.Remove(gone); // not disposed: a request that began before may still need it
                }
            }
        }

        changed?.Cancel();
        return live;
    }

    public void Dispose() => _change.Dispose();

    // The same object for the same file: what the library keeps for a key it keeps by object.
    private TokenKey Of(KeyName name) => _read.TryGetValue(name, out var known) ? known : _read[name] = files.Read(name);
}

/// <summary>As <see cref="KeyChoice"/>, with the keys themselves.</summary>
internal sealed record LiveKeys(TokenKey Current, IReadOnlyList<TokenKey> Published, IReadOnlyList<TokenKey> Held)
{
    /// <summary>Of the published ones, in an order that does not depend on which is current.</summary>
    public IReadOnlyList<string> Ids { get; } = [.. Published.Select(k => k.Id).Order(StringComparer.Ordinal)];

    public bool IsSameAs(LiveKeys other) => Current == other.Current && Published.SequenceEqual(other.Published) && Held.SequenceEqual(other.Held);

    /// <summary>What makes tokens stands first: that is how the token server chooses.</summary>
    public IEnumerable<TokenKey> CurrentFirst(IReadOnlyList<TokenKey> keys) => keys.Where(k => k != Current).Prepend(Current);
}
