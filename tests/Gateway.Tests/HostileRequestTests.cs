using System.Buffers.Binary;
using System.Net;
using Concord.Platform.Hosting;
using Concord.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Concord.Gateway.Tests;

/// <summary>Too large, too slow, not HTTP at all: refused over a real socket while others are served.</summary>
public sealed class HostileRequestTests : IAsyncLifetime
{
    private const string Head = "GET /api/v1/organizations HTTP/1.1\r\nHost: concord.test\r\nConnection: close\r\n";
    private WebApplication _backEnd = null!;
    private GatewayUnderTest _gateway = null!;

    public async ValueTask InitializeAsync()
    {
        (_backEnd, var address) = await GatewayUnderTest.BackEndAsync(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            await context.Response.WriteAsync("served");
        });
        _gateway = await GatewayUnderTest.StartAsync(new() { ["Services:partners:Http"] = address, ["Services:partners:Grpc"] = address }, configure: b => b.WebHost.ConfigureKestrel(kestrel =>
        {
            // What the product sets is the test below; here it only has to be short.
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(1);
            kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(1_000_000, TimeSpan.FromSeconds(1.5));
        }));
    }

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _backEnd.DisposeAsync();
    }

    [Fact]
    public void The_limits_are_written_down()
    {
        var kestrel = new KestrelServerOptions();
        ServerLimits.Apply(kestrel);
        var limits = kestrel.Limits;
        Assert.Equal((1_048_576, 8_192, 32_768, 100), (limits.MaxRequestBodySize, limits.MaxRequestLineSize, limits.MaxRequestHeadersTotalSize, limits.MaxRequestHeaderCount));
        Assert.Equal((TimeSpan.FromSeconds(15), 240d), (limits.RequestHeadersTimeout, limits.MinRequestBodyDataRate!.BytesPerSecond));
        Assert.Equal((100, 16_384), (limits.Http2.MaxStreamsPerConnection, limits.Http2.MaxRequestHeaderFieldSize));
    }

    public static TheoryData<string, int, string> Hostile => new()
    {
        { "a long address", 414, $"GET /api/v1/organizations?{new string('a', 9_000)} HTTP/1.1\r\nHost: concord.test\r\nConnection: close\r\n\r\n" },
        { "a large header", 431, $"{Head}X-Large: {new string('a', 40_000)}\r\n\r\n" },
        { "many headers", 431, $"{Head}{string.Concat(Enumerable.Range(0, 120).Select(i => $"X-{i}: a\r\n"))}\r\n" },
        { "a large body", 413, "POST /api/v1/organizations HTTP/1.1\r\nHost: concord.test\r\nConnection: close\r\nContent-Length: 2000000\r\n\r\n" },
        { "a large body in chunks", 413, $"POST /api/v1/organizations HTTP/1.1\r\nHost: concord.test\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n180000\r\n{new string('a', 0x180000)}\r\n0\r\n\r\n" },
        { "no HTTP", 400, "\u0016\u0003\u0001 hello\r\n\r\n" },
        { "two lengths", 400, $"{Head}Content-Length: 1\r\nContent-Length: 2\r\n\r\nab" },
        { "a length and chunks", 400, "POST /api/v1/organizations HTTP/1.1\r\nHost: concord.test\r\nConnection: close\r\nContent-Length: 5\r\nTransfer-Encoding: gzip\r\n\r\n0\r\n\r\n" },
        { "two hosts", 400, "GET / HTTP/1.1\r\nHost: concord.test\r\nHost: evil.example\r\nConnection: close\r\n\r\n" },
        { "a line break in a header", 400, $"{Head}X-Broken: a\rb\r\n\r\n" },
        { "no character at all in the address", 400, "GET /api/v1/\0 HTTP/1.1\r\nHost: concord.test\r\nConnection: close\r\n\r\n" },
    };

    [Theory, Abuse(23)]
    [MemberData(nameof(Hostile))]
    public async Task What_is_too_large_or_no_request_is_refused_by_its_status(string what, int status, string request)
    {
        using var hostile = await RawConnection.OpenAsync(_gateway.Address);
        await hostile.SendAsync(request);
        Assert.Equal((what, status), (what, await hostile.StatusAsync()));
        await OthersAreServedAsync();
    }

    [Fact, Abuse(40)]
    public async Task Who_sends_headers_or_a_body_too_slowly_is_cut_off_and_nobody_waits_for_it()
    {
        List<RawConnection> slow = [];
        for (var i = 0; i < 100; i++)
        {
            slow.Add(await RawConnection.OpenAsync(_gateway.Address));
            await slow[^1].SendAsync(i % 2 == 0 ? Head : "POST /api/v1/organizations HTTP/1.1\r\nHost: concord.test\r\nContent-Length: 100000\r\n\r\n{");
        }

        await OthersAreServedAsync();
        var ends = await Task.WhenAll(slow.Select(s => s.StatusAsync()));
        Assert.All(ends.Where((_, i) => i % 2 == 0), status => Assert.Equal(408, status));
        Assert.All(ends.Where((_, i) => i % 2 == 1), status => Assert.Contains(status, new[] { 0, 400, 408, 503 })); // what the gateway can still say once the body has failed
        await OthersAreServedAsync();
        slow.ForEach(s => s.Dispose());
    }

    [Fact, Abuse(40)]
    public async Task Who_opens_streams_and_resets_them_at_once_is_sent_away()
    {
        const byte Headers = 1, Reset = 3, Settings = 4, GoAway = 7, EndHeaders = 0x4, EndStream = 0x1;
        const int EnhanceYourCalm = 0xb;
        const string Preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
        var path = "/concord.partners.v1.PartnersService/GetOrganization"u8;
        byte[] headers = [0x83, 0x86, 0x44, (byte)path.Length, .. path, 0x41, 1, (byte)'c'];

        // One that waits for its answer gets it, so it is not the form that is refused below.
        using var patient = await RawConnection.OpenAsync(_gateway.GrpcAddress);
        await patient.SendAsync(Preface);
        await patient.SendAsync((byte[])[.. Frame(Settings, 0, 0, []), .. Frame(Headers, EndHeaders | EndStream, 1, headers), .. Frame(GoAway, 0, 0, new byte[8])]);
        Assert.Contains(Frames(await patient.ReadToEndAsync()), f => f.Type == Headers);

        using var hostile = await RawConnection.OpenAsync(_gateway.GrpcAddress);
        await hostile.SendAsync(Preface);
        await hostile.SendAsync(Frame(Settings, 0, 0, []));
        var reading = hostile.ReadToEndAsync();
        var (sent, open) = (0, true);
        while (sent < 100_000 && open && !reading.IsCompleted)
        {
            var stream = (2 * sent++) + 1;
            open = await hostile.SendAsync((byte[])[.. Frame(Headers, EndHeaders, stream, headers), .. Frame(Reset, 0, stream, [0, 0, 0, 8])]);
        }

        await OthersAreServedAsync();
        Assert.InRange(sent, 1, 99_999); // the server has ended it
        Assert.All(Frames(await reading).Where(f => f.Type == GoAway), f => Assert.Equal(EnhanceYourCalm, BinaryPrimitives.ReadInt32BigEndian(f.Payload.AsSpan(4)))); // where the end did not overtake the word
    }

    private async Task OthersAreServedAsync()
    {
        using var answer = await _gateway.Client.GetAsync(new Uri("/api/v1/organizations", UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, "served"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
    }

    private static byte[] Frame(byte type, byte flags, int stream, byte[] payload)
    {
        var frame = new byte[9 + payload.Length];
        frame[0] = (byte)(payload.Length >> 16);
        BinaryPrimitives.WriteUInt16BigEndian(frame.AsSpan(1), (ushort)payload.Length);
        (frame[3], frame[4]) = (type, flags);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), stream);
        payload.CopyTo(frame, 9);
        return frame;
    }

    private static IEnumerable<(byte Type, byte[] Payload)> Frames(byte[] bytes)
    {
        for (var at = 0; at + 9 <= bytes.Length;)
        {
            var length = (bytes[at] << 16) | (bytes[at + 1] << 8) | bytes[at + 2];
            yield return (bytes[at + 3], bytes[(at + 9)..Math.Min(bytes.Length, at + 9 + length)]);
            at += 9 + length;
        }
    }
}
