using System.Net.Sockets;
using System.Text;

namespace Concord.Support;

/// <summary>A connection that sends what no client library would.</summary>
public sealed class RawConnection : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly TcpClient _client = new() { NoDelay = true };

    public static async Task<RawConnection> OpenAsync(string address)
    {
        var connection = new RawConnection();
        var uri = new Uri(address);
        await connection._client.ConnectAsync(uri.Host, uri.Port);
        return connection;
    }

    /// <summary>False where the other side has closed it.</summary>
    public async Task<bool> SendAsync(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            await _client.GetStream().WriteAsync(bytes);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    public Task<bool> SendAsync(string text) => SendAsync(Encoding.Latin1.GetBytes(text));

    /// <summary>All that comes until the other side closes it.</summary>
    public async Task<byte[]> ReadToEndAsync()
    {
        using var read = new MemoryStream();
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await _client.GetStream().CopyToAsync(read, patience.Token);
        }
        catch (IOException)
        {
            // reset: that is an end too
        }

        return read.ToArray();
    }

    /// <summary>The status of the answer to a request that ends the connection; 0 where it was closed without one.</summary>
    public async Task<int> StatusAsync()
    {
        var answer = Encoding.Latin1.GetString(await ReadToEndAsync());
        return answer.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) && int.TryParse(answer.AsSpan(9, 3), out var status) ? status : 0;
    }

    public void Dispose() => _client.Dispose();
}
