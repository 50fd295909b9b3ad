using System.Net;
using System.Net.Sockets;
using System.Text;
using Concord.Support;

namespace Concord.Distributed.Tests;

/// <summary>Whoever is inside the network and no service gets nothing from one.</summary>
public sealed class MeshTests(RunningPlatform running)
{
    [Fact, Abuse(6)]
    public async Task Plain_http_to_a_port_of_a_service_gets_nothing()
    {
        foreach (var port in running.Platform.Services.SelectMany(s => (int[])[s.HttpPort, s.GrpcPort]))
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
            var stream = client.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes("GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n"), TestContext.Current.CancellationToken);
            Assert.DoesNotContain("HTTP", await ReadAsync(stream), StringComparison.Ordinal);
        }
    }

    [Fact, Abuse(6)]
    public async Task Without_a_certificate_there_is_no_answer_and_with_the_gateway_s_there_is()
    {
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null;
        using var stranger = new HttpClient(handler);
        foreach (var service in running.Platform.Services)
        {
            await Assert.ThrowsAsync<HttpRequestException>(() => stranger.GetAsync(new Uri($"{service.Http}/health/live"), TestContext.Current.CancellationToken));
            using var gateway = service.Client();
            (await gateway.ReadAsync("/health/live")).Is(HttpStatusCode.OK);
        }
    }

    // Until the other side closes: an alert of a few bytes, or nothing.
    private static async Task<string> ReadAsync(NetworkStream stream)
    {
        var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer, TestContext.Current.CancellationToken);
        }
        catch (IOException)
        {
            // it was cut off
        }

        return Encoding.Latin1.GetString(answer.ToArray());
    }
}
