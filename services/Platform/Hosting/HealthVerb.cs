using System.Net;
using Microsoft.Extensions.Configuration;

namespace Concord.Platform.Hosting;

/// <summary>
/// Verb <c>health</c>: asks this container's own server whether it is ready, for images that have no shell and no curl. Builds no host: it is asked every few seconds.
/// </summary>
public static class HealthVerb
{
    public const string Word = "health";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <param name="args">Settings as the server itself takes them, beside those of the environment.</param>
    /// <returns>The exit code: 0 ready, 1 not.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables("DOTNET_").AddEnvironmentVariables("ASPNETCORE_").AddEnvironmentVariables().AddCommandLine(args).Build();
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Patience };
        try
        {
            using var answer = await client.GetAsync(AddressIn(configuration));
            if (!answer.IsSuccessStatusCode)
            {
                await Console.Error.WriteLineAsync($"Not ready: {(int)answer.StatusCode}.");
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
            await Console.Error.WriteLineAsync("Not ready: nobody answers.");
            return 1;
        }
    }

    internal static Uri AddressIn(IConfiguration configuration)
    {
        var listens = Listening.Address.RequiredIn<IPAddress>(configuration);
        var address = listens.Equals(IPAddress.Any) ? IPAddress.Loopback : listens.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback : listens;
        return new UriBuilder(Uri.UriSchemeHttp, address.ToString(), Listening.Http.RequiredIn<int>(configuration), "/health/ready").Uri;
    }
}
