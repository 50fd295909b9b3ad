using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace Concord.Embedded;

/// <summary>
/// Binds every port before any service starts. So each service knows all addresses from the first moment, services start side by side,
/// and no other program can take a port in between.
/// </summary>
internal sealed class LoopbackPorts : IDisposable
{
    private readonly Dictionary<int, Socket> _bound = [];

    /// <param name="port">0 takes any free one.</param>
    /// <returns>The port.</returns>
    /// <exception cref="SocketException">The port is in use.</exception>
    public int Bind(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            // No ReuseAddress: .NET would also set SO_REUSEPORT, and two platforms could share one port without noticing.
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
        }
        catch
        {
            socket.Dispose();
            throw;
        }

        var bound = ((IPEndPoint)socket.LocalEndPoint!).Port;
        _bound.Add(bound, socket);
        return bound;
    }

    /// <summary>Makes a server listen on the sockets that were bound for it.</summary>
    public void Use(SocketTransportOptions transport) => transport.CreateBoundListenSocket = endpoint => _bound[((IPEndPoint)endpoint).Port];

    public void Dispose()
    {
        foreach (var socket in _bound.Values)
        {
            socket.Dispose();
        }
    }
}
