using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Concord.Contracts.Audit;

namespace Concord.Auditor;

/// <summary>Runs a witness, once or again and again; tells a fork at once and goes on telling it.</summary>
internal static class WitnessRun
{
    public static async Task<int> RunAsync(Options options)
    {
        using var key = HeadKey.Read(await File.ReadAllTextAsync(options.Required("--key")));
        var client = options.Required("--client");
        var secret = (await File.ReadAllTextAsync(options.Required("--secret-file"))).Trim();
        using var platform = new HttpClient(new WaitsAsTold(new SocketsHttpHandler())) { Timeout = WaitsAsTold.Longest, BaseAddress = new Uri(options.Required("--address").TrimEnd('/') + "/") };
        var witness = new Witness(platform, options.Required("--service"), $"clients/{client}", key, options.Required("--directory"));
        var pause = options["--every"] is { } seconds ? TimeSpan.FromSeconds(double.Parse(seconds, CultureInfo.InvariantCulture)) : default(TimeSpan?);
        while (true)
        {
            var code = await LookAsync(witness, platform, client, secret, again: pause is not null);
            if (pause is null)
            {
                return code;
            }

            await Task.Delay(pause.Value);
        }
    }

    private static async Task<int> LookAsync(Witness witness, HttpClient platform, string client, string secret, bool again)
    {
        try
        {
            platform.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(platform, client, secret));
            var head = await witness.LookAsync(CancellationToken.None);
            Console.WriteLine(head is null ? "There is no signed head yet." : $"{head.Service}: {head.Size} entries, continued and signed. Root {head.Root}.");
            return 0;
        }
        catch (ForkException e)
        {
            await Console.Error.WriteLineAsync($"ALARM: {e.Message}");
            return 1;
        }
        catch (Exception e) when (again && e is HttpRequestException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(e.Message); // the platform is away for a while
            return 2;
        }
    }

    private static async Task<string> TokenAsync(HttpClient platform, string client, string secret)
    {
        platform.DefaultRequestHeaders.Authorization = null;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = client, ["client_secret"] = secret });
        using var answer = await platform.PostAsync(new Uri("connect/token", UriKind.Relative), form);
        var text = await answer.Content.ReadAsStringAsync();
        return (answer.IsSuccessStatusCode ? (string?)JsonNode.Parse(text)?["access_token"] : null) ?? throw new HttpRequestException($"No access token: {(int)answer.StatusCode} {text}");
    }
}
