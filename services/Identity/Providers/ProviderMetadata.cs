using Concord.Platform.Persistence;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Concord.Identity.Providers;

/// <summary>
/// What a provider says of itself, its keys among it: read at the first use, every hour, and at once where a token names a key that is not known.
/// Only the provider's own answer over TLS can name one, so nobody else makes us ask.
/// </summary>
internal sealed class ProviderMetadata : BaseConfigurationManager, IConfigurationManager<OpenIdConnectConfiguration>, IDisposable
{
    private const string SecretInForm = "client_secret_post";
    private static readonly TimeSpan s_good = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Provider _provider;
    private readonly HttpDocumentRetriever _documents;
    private readonly TimeProvider _time;
    private volatile OpenIdConnectConfiguration? _held;
    private DateTime _until;
    private (Exception Why, DateTime Until)? _failed;

    public ProviderMetadata(Provider provider, HttpClient http, TimeProvider time)
    {
        (_provider, _time) = (provider, time);
        _documents = new HttpDocumentRetriever(http) { RequireHttps = provider.Issuer.Scheme == Uri.UriSchemeHttps };
        MetadataAddress = $"{provider.Issuer.OriginalString.TrimEnd('/')}/.well-known/openid-configuration";
        UseLastKnownGoodConfiguration = false; // a key that the provider has taken back is none
    }

    public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(CancellationToken cancel)
    {
        if (Good is { } held)
        {
            return held;
        }

        await _one.WaitAsync(cancel);
        try
        {
            if (Good is { } now)
            {
                return now;
            }

            if (_failed is var (why, until) && _time.Now() < until)
            {
                throw new IOException("It could not be asked a moment ago.", why); // or each of those who wait here would wait for the whole of an attempt, one after the other
            }

            return await ReadAsync(cancel);
        }
        finally
        {
            _one.Release();
        }
    }

    public override async Task<BaseConfiguration> GetBaseConfigurationAsync(CancellationToken cancel) => await GetConfigurationAsync(cancel);

    public override void RequestRefresh() => _held = null;

    public void Dispose() => _one.Dispose();

    private async Task<OpenIdConnectConfiguration> ReadAsync(CancellationToken cancel)
    {
        try
        {
            var read = await OpenIdConnectConfigurationRetriever.GetAsync(MetadataAddress, _documents, cancel);
            Check(read);
            (_until, _held, _failed) = (_time.Now() + s_good, read, null);
            return read;
        }
        catch (Exception e) when (!cancel.IsCancellationRequested)
        {
            _failed = (e, _time.Now() + s_pause);
            throw;
        }
    }

    private OpenIdConnectConfiguration? Good => _held is { } held && _time.Now() < _until ? held : null;

    private void Check(OpenIdConnectConfiguration read)
    {
        if (read.Issuer != _provider.Issuer.OriginalString)
        {
            throw new ProviderException("its discovery document names another issuer than Authority");
        }

        foreach (var address in (string?[])[read.AuthorizationEndpoint, read.TokenEndpoint, read.JwksUri])
        {
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !ProviderSettings.IsSafe(uri) || (uri.IsLoopback && !_provider.Issuer.IsLoopback))
            {
                throw new ProviderException("its discovery document lacks an address, or names one that is not https");
            }
        }

        if (read.TokenEndpointAuthMethodsSupported is { Count: > 0 } ways && !ways.Contains(SecretInForm))
        {
            throw new ProviderException($"it does not take a secret as {SecretInForm}");
        }
    }
}
