using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Concord.Contracts.Access;
using Concord.Platform.Hosting;
using Concord.Platform.Http;
using Concord.Platform.Mesh;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Concord.Platform.Security.News;

/// <summary>Asks the identity service again and again what has changed in people's access; each question waits there for news.</summary>
internal sealed partial class AccessFeed(AccessList list, IConfiguration configuration, MeshMember mesh, ILogger<AccessFeed> logger) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2); // longer than the other side waits for news
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var identity = new HttpClient(ReplicaHandler.ForHttp("identity", configuration, mesh)) { Timeout = Patience, BaseAddress = new Uri("http://identity.invalid/") };
        var told = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await AskAsync(identity, stoppingToken);
                told = false;
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException or JsonException or IOException)
            {
                if (!told && list.Version.Length > 0 && !list.IsCertain)
                {
                    LogUncertain(e);
                    told = true;
                }

                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task AskAsync(HttpClient identity, CancellationToken cancellationToken)
    {
        if (ServiceAddresses.Of(ServiceAddresses.Http, "identity", configuration).Count == 0)
        {
            throw new HttpRequestException("There is no identity service.");
        }

        using var answer = await identity.GetAsync(new Uri($"{AccessNews.Path}?version={list.Version}", UriKind.Relative), cancellationToken);
        if (answer.StatusCode == HttpStatusCode.NotModified)
        {
            list.HearNoChange();
            return;
        }

        answer.EnsureSuccessStatusCode();
        list.Hear(await answer.Content.ReadFromJsonAsync<AccessNews>(cancellationToken) ?? throw new JsonException("No list."));
    }

    [LoggerMessage(LogLevel.Error, "The identity service has not said for a minute whose access has ended: nobody is served until it does.")]
    private partial void LogUncertain(Exception e);
}
