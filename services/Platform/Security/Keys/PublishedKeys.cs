using System.Net;
using Concord.Platform.Http;
using Concord.Platform.Mesh;
using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Concord.Platform.Security.Keys;

/// <summary>
/// What the identity service says of itself, the keys of its tokens among it: read at the first token, every hour, and where a token cannot be checked with what was read. Anybody can make
/// such a token, so it is read no more often than <see cref="Pause"/>, and where identity does not answer what was read goes on.
/// </summary>
public sealed class PublishedKeys : BaseConfigurationManager, IConfigurationManager<OpenIdConnectConfiguration>, IDisposable
{
    internal static readonly TimeSpan Pause = TimeSpan.FromSeconds(1); // one question more beside those that ask for news of access all the time
    private static readonly TimeSpan Good = TimeSpan.FromHours(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly IConfiguration _configuration;
    private readonly HttpClient _http;
    private readonly HttpDocumentRetriever _documents;
    private readonly TimeProvider _clock;
    private volatile OpenIdConnectConfiguration? _held;
    private volatile bool _wanted = true;
    private long? _asked;
    private long _read;
    private Exception? _failure;

    /// <param name="configuration">Says where identity is.</param>
    /// <param name="mesh">Makes sure that it is identity.</param>
    /// <param name="clock">Wall time: it is about a connection, not about the domain.</param>
    internal PublishedKeys(IConfiguration configuration, MeshMember mesh, TimeProvider clock)
    {
        (_configuration, _clock) = (configuration, clock);
        _http = new HttpClient(ReplicaHandler.ForHttp("identity", configuration, mesh)) { Timeout = Patience, DefaultRequestVersion = HttpVersion.Version11 };
        _documents = new HttpDocumentRetriever(_http) { RequireHttps = false }; // inside the platform the transport is mutual TLS or loopback
        UseLastKnownGoodConfiguration = false; // a key that identity has taken back is none
    }

    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        // Who has something to check with waits a moment only: identity may hang, and whoever shows an invented key must not hold up all others.
        if (Fresh is { } fresh || !await _one.WaitAsync(_held is null ? Timeout.InfiniteTimeSpan : Pause, cancel))
        {
            return _held!;
        }

        try
        {
            return Fresh ?? await ReadAsync();
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Whether there is anything to check a token with; asks where there is not. Whoever checks one without is not told why it fails.</summary>
    internal async Task<bool> AreKnownAsync(CancellationToken cancel)
    {
        try
        {
            await GetConfigurationAsync(cancel);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    public override async Task<BaseConfiguration> GetBaseConfigurationAsync(CancellationToken cancel) => await GetConfigurationAsync(cancel);

    /// <summary>A token could not be checked with what was read.</summary>
    public override void RequestRefresh() => _wanted = true;

    public void Dispose()
    {
        _http.Dispose();
        _one.Dispose();
    }

    // As the framework's own reader says it: whoever asks knows the one kind.
    private static InvalidOperationException Away(Exception? why) => new("The identity service does not say what its keys are.", why);

    private OpenIdConnectConfiguration? Fresh => _held is { } held && !_wanted && _clock.GetElapsedTime(_read) < Good ? held : null;

    private async Task<OpenIdConnectConfiguration> ReadAsync()
    {
        if (_asked is { } asked && _clock.GetElapsedTime(asked) < Pause)
        {
            return _held ?? throw Away(_failure);
        }

        try
        {
            (_asked, _wanted) = (_clock.GetTimestamp(), false);
            var read = await OpenIdConnectConfigurationRetriever.GetAsync(AccessSetup.MetadataAddress(_configuration), _documents, CancellationToken.None); // not bound to the request that asked first: the others wait for it too
            (_held, _read, _failure) = (read, _clock.GetTimestamp(), null);
            return read;
        }
        catch (Exception e)
        {
            (_asked, _wanted, _failure) = (_clock.GetTimestamp(), true, e); // those who waited for a hanging one are answered, and do not ask it one after the other
            return _held ?? throw Away(e);
        }
    }
}
