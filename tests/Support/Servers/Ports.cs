using System.Net;
using System.Net.Sockets;

namespace Concord.Support.Servers;

/// <summary>
/// Ports that stay ours while a process is down and comes back: below those that the system hands out by itself, and from a range that no other test process takes, since several run side by side.
/// </summary>
public static class Ports
{
    private const int Lowest = 20_000;
    private const int Highest = 32_000;
    private const int Each = 400;

    // Whoever listens at the first port of a range has the range; the system gives it back when this process ends, however that ends.
    private static readonly Socket s_claim = Claim();
    private static readonly Lock s_giving = new();
    private static int s_given;

    public static int Next()
    {
        var first = ((IPEndPoint)s_claim.LocalEndPoint!).Port;
        lock (s_giving)
        {
            while (++s_given < Each)
            {
                if (Bound(first + s_given) is { } free)
                {
                    free.Dispose();
                    return first + s_given;
                }
            }
        }

        throw new InvalidOperationException($"More than {Each} ports are asked for by one test process.");
    }

    private static Socket Claim()
    {
        var ranges = Enumerable.Range(0, (Highest - Lowest) / Each).ToArray();
        Random.Shared.Shuffle(ranges);
        foreach (var range in ranges)
        {
            if (Bound(Lowest + (range * Each)) is { } claimed)
            {
                claimed.Listen();
                return claimed;
            }
        }

        throw new InvalidOperationException($"Every range of ports between {Lowest} and {Highest} is taken.");
    }

    private static Socket? Bound(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            return null;
        }
    }
}
