using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Concord.Platform.Hosting;

/// <summary>
/// What the server takes from anybody, before anything of ours looks at it: how large, and how slow. Written out, also where it is the framework's own value: a newer framework must not change it unseen.
/// </summary>
public static class ServerLimits
{
    /// <summary>Largest body that is read, in bytes; also of a gRPC message.</summary>
    public const int MaxBodyBytes = 1024 * 1024;

    /// <summary>How long a caller may take for the headers of a request.</summary>
    public static readonly TimeSpan Headers = TimeSpan.FromSeconds(15);

    public static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        var limits = kestrel.Limits;
        limits.MaxRequestBodySize = MaxBodyBytes;
        limits.MaxRequestLineSize = 8 * 1024; // 414 beyond
        limits.MaxRequestHeadersTotalSize = 32 * 1024; // 431 beyond
        limits.MaxRequestHeaderCount = 100;
        limits.RequestHeadersTimeout = Headers; // 408 after
        limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5)); // a mobile line at its worst is a hundred times as fast
        limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(130);

        // Who opens streams and resets them at once is sent away by the server itself (CVE-2023-44487).
        limits.Http2.MaxStreamsPerConnection = 100;
        limits.Http2.MaxRequestHeaderFieldSize = 16 * 1024;
        limits.Http2.HeaderTableSize = 4 * 1024;
        limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(60);
        limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(20);
    }
}
