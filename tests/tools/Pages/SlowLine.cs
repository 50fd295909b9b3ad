using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Concord.Pages;

/// <summary>
/// A line as in many field offices, as a proxy in front of an address: 200 ms each way, 50 kB/s down, 25 kB/s up, one more round trip before a connection carries anything.
/// What it takes first it delivers first.
/// </summary>
public sealed class SlowLine : IAsyncDisposable
{
    private static readonly TimeSpan OneWay = TimeSpan.FromMilliseconds(200);
    private const int DownBytesPerSecond = 50_000;
    private const int UpBytesPerSecond = 25_000;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Uri _target;
    private readonly Task _accepting;
    private readonly Pace _down = new(DownBytesPerSecond);
    private readonly Pace _up = new(UpBytesPerSecond);

    public SlowLine(string target)
    {
        _target = new Uri(target);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = CarryAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // the line is taken down
        }
    }

    private async Task CarryAsync(TcpClient near)
    {
        using (near)
        using (var far = new TcpClient())
        {
            try
            {
                await Task.Delay(OneWay * 2, _stop.Token);
                await far.ConnectAsync(_target.Host, _target.Port, _stop.Token);
                await Task.WhenAny(PassAsync(near, far, _up), PassAsync(far, near, _down));
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or SocketException)
            {
                // one end has hung up
            }
        }
    }

    private async Task PassAsync(TcpClient from, TcpClient to, Pace pace)
    {
        var way = Channel.CreateUnbounded<(DateTime Due, byte[] Bytes)>();
        var delivering = Task.Run(async () =>
        {
            await foreach (var (due, bytes) in way.Reader.ReadAllAsync(_stop.Token))
            {
                var wait = due - DateTime.UtcNow;
                if (wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait, _stop.Token);
                }

                await to.GetStream().WriteAsync(bytes, _stop.Token);
            }
        });
        var buffer = new byte[1460];
        int count;
        while ((count = await from.GetStream().ReadAsync(buffer, _stop.Token)) > 0)
        {
            way.Writer.TryWrite((pace.After(count) + OneWay, buffer[..count]));
        }

        way.Writer.Complete();
        await delivering;
    }

    /// <summary>All connections share the line.</summary>
    private sealed class Pace(int bytesPerSecond)
    {
        private readonly Lock _gate = new();
        private DateTime _free = DateTime.UtcNow;

        /// <summary>When these bytes have left.</summary>
        public DateTime After(int bytes)
        {
            lock (_gate)
            {
                var now = DateTime.UtcNow;
                return _free = (_free > now ? _free : now) + TimeSpan.FromSeconds((double)bytes / bytesPerSecond);
            }
        }
    }
}
