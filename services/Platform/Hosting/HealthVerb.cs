using System.Net;
using Concord.Platform.Mesh;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Concord.Platform.Hosting;

/// <summary>
/// Verb <c>health</c>: asks this container's own server whether it is ready, for images that have no shell and no curl. Builds no host: it is asked every few seconds.
/// </summary>
public static class HealthVerb
{
    public const string Word = "health";
    private const string Live = "live";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <param name="args">Settings as the server itself takes them, beside those of the environment; before them <c>live</c>, where that is the question.</param>
    /// <param name="service">The service that this is, which lets in only members; null for the gateway.</param>
    /// <returns>The exit code: 0 ready, 1 not.</returns>
    public static async Task<int> RunAsync(string[] args, string? service)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables("DOTNET_").AddEnvironmentVariables("ASPNETCORE_").AddEnvironmentVariables().AddCommandLine(args).Build();
        try
        {
            var own = service is null ? null : new MeshMember(new MeshName(service), configuration, TimeProvider.System, NullLogger<MeshMember>.Instance).Towards(service);
            using var handler = new SocketsHttpHandler { UseProxy = false };
            handler.SslOptions = own ?? handler.SslOptions;
            using var client = new HttpClient(handler) { Timeout = Patience };
            using var answer = await client.GetAsync(AddressIn(configuration, own is not null, args is [Live, ..] ? Live : "ready"));
            if (!answer.IsSuccessStatusCode)
            {
                await Console.Error.WriteLineAsync($"Not well: {(int)answer.StatusCode}.");
            }

            return answer.IsSuccessStatusCode ? 0 : 1;
        }
        catch (SettingException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 1;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Not well: nobody answers.");
            return 1;
        }
    }

    internal static Uri AddressIn(IConfiguration configuration, bool secure, string question)
    {
        var listens = Listening.Address.RequiredIn<IPAddress>(configuration);
        var address = listens.Equals(IPAddress.Any) ? IPAddress.Loopback : listens.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback : listens;
        return new UriBuilder(secure ? Uri.UriSchemeHttps : Uri.UriSchemeHttp, address.ToString(), Listening.Http.RequiredIn<int>(configuration), $"/health/{question}").Uri;
    }
}
