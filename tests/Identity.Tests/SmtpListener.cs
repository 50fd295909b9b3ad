using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Concord.Identity.Tests;

/// <summary>A small mail server on a plain socket: takes mails, or answers as a test says.</summary>
internal sealed class SmtpListener : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly TcpListener _listener;
    private readonly Task _accepting;

    /// <param name="port">Where it listens; any free port where 0.</param>
    public SmtpListener(int port = 0)
    {
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What it has taken, oldest first: everything between DATA and the dot.</summary>
    public ConcurrentQueue<string> Taken { get; } = new();

    /// <summary>How many times somebody wanted to leave a mail.</summary>
    public int Asked => _asked;

    /// <summary>Everything that was said to it, commands and all.</summary>
    public ConcurrentQueue<string> Heard { get; } = new();

    /// <summary>What it answers to RCPT; null where it takes the mail.</summary>
    public string? Refusal { get; set; }

    private int _asked;

    /// <summary>A port on which nobody listens just now.</summary>
    public static int UnusedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                _ = TalkAsync(client);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException)
            {
                return;
            }
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        try
        {
            using (client)
            {
                await using var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.UTF8);
                await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
                await writer.WriteLineAsync("220 mail.test");
                while (await reader.ReadLineAsync(_end.Token) is { } line)
                {
                    Heard.Enqueue(line);
                    if (line == "DATA")
                    {
                        await writer.WriteLineAsync("354 go on");
                        Taken.Enqueue(await MailAsync(reader));
                        await writer.WriteLineAsync("250 taken");
                    }
                    else
                    {
                        await writer.WriteLineAsync(AnswerTo(line));
                    }
                }
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // whoever asked has gone, or the test is over
        }
    }

    private string AnswerTo(string line)
    {
        if (!line.StartsWith("RCPT", StringComparison.Ordinal))
        {
            return line.StartsWith("QUIT", StringComparison.Ordinal) ? "221 bye" : "250 mail.test";
        }

        Interlocked.Increment(ref _asked);
        return Refusal ?? "250 ok";
    }

    private async Task<string> MailAsync(StreamReader reader)
    {
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync(_end.Token) is { } line && line != ".")
        {
            mail.AppendLine(line.StartsWith('.') ? line[1..] : line); // RFC 5321, section 4.5.2
        }

        return mail.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        _end.Dispose();
    }
}
