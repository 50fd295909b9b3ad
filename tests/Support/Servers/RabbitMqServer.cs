using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Xunit;

namespace Concord.Support.Servers;

/// <summary>
/// A RabbitMQ node of our own: own name, ports, directory, cookie and user, no plugins. Every test takes a virtual host of it, so that queues of the same name
/// do not meet. A test process that is killed takes its node along.
/// </summary>
public sealed class RabbitMqServer : IAsyncDisposable
{
    private const string Program = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    private const string Control = "/usr/lib/rabbitmq/bin/rabbitmqctl";
    private static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(3); // other suites start theirs beside it
    private readonly NodeFiles _files;
    private Process? _guard;
    private int _node;
    private int _given;

    private RabbitMqServer(NodeFiles files) => _files = files;

    /// <summary>What is missing on this machine; null where nothing is.</summary>
    public static string? Missing { get; } = File.Exists(Program) ? null : "rabbitmq-server is not installed.";

    /// <summary>The first virtual host. For a service it is one of its own.</summary>
    public Uri AmqpUri => UriOf("v0");

    /// <summary>Its queues and what it says of itself.</summary>
    public string FilesIn => _files.Root;

    /// <param name="certificate">Certificate and key, as PEM, with which it speaks TLS as well (<see cref="SecureUri"/>).</param>
    public static async Task<RabbitMqServer> StartAsync(string? certificate = null)
    {
        if (Missing is { } missing)
        {
            Assert.Skip(missing);
        }

        var server = new RabbitMqServer(NodeFiles.Make(certificate));
        try
        {
            await server.StartAgainAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>A virtual host that nobody had before.</summary>
    public Uri NextHost()
    {
        var given = Interlocked.Increment(ref _given);
        return given < NodeFiles.VirtualHosts ? UriOf($"v{given}") : throw new InvalidOperationException("Make more virtual hosts.");
    }

    /// <summary>The same virtual host over TLS.</summary>
    /// <param name="host">As the others gave it.</param>
    /// <param name="name">What the server is called by who connects; it listens on 127.0.0.1.</param>
    public Uri SecureUri(Uri host, string name) => new UriBuilder(host) { Scheme = "amqps", Host = name, Port = _files.SecurePort }.Uri;

    /// <summary>On the same data; does nothing where it runs.</summary>
    public async Task StartAgainAsync()
    {
        if (_guard is not null)
        {
            return;
        }

        // The guard waits for its standard input to end, which it does with this process, however that ends; then it kills the node.
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"{Program} </dev/null >>'{_files.Log}' 2>&1 & echo $!; read -r _; kill -9 $! 2>/dev/null; wait"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        _files.Describe(start.Environment);
        _guard = Process.Start(start)!;
        _node = int.Parse((await _guard.StandardOutput.ReadLineAsync())!);
        var started = Stopwatch.GetTimestamp();
        while (!await AnswersAsync())
        {
            if (!IsRunning() || Stopwatch.GetElapsedTime(started) > StartPatience)
            {
                Assert.Fail($"RabbitMQ did not start: {await File.ReadAllTextAsync(_files.Log)}");
            }

            await Task.Delay(100);
        }
    }

    /// <summary>SIGTERM, and waits until it has gone; the data stays.</summary>
    public async Task StopAsync()
    {
        Signal("TERM");
        await Eventually.TrueAsync(() => Task.FromResult(!IsRunning()), "the broker has stopped");
        await EndGuardAsync();
    }

    /// <summary>SIGKILL: no buffer is flushed; the data stays.</summary>
    public Task KillAsync() => EndGuardAsync();

    /// <summary>SIGSTOP: connections stay open and nothing answers.</summary>
    public void Pause() => Signal("STOP");

    public void Resume() => Signal("CONT");

    /// <summary>Removes what it has stored; it must not run.</summary>
    public void Wipe() => _files.Wipe();

    /// <summary>Asks the node itself, as an operator does.</summary>
    public async Task<string> ControlAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Control, ["-q", .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        _files.Describe(start.Environment);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"rabbitmqctl {string.Join(' ', arguments)}: {await errors}{output}");
    }

    /// <summary>Type of each queue of a virtual host, by name.</summary>
    public async Task<Dictionary<string, string>> QueuesAsync(Uri host)
    {
        var lines = await ControlAsync("list_queues", "-p", host.AbsolutePath[1..], "--no-table-headers", "name", "type");
        return lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split('\t')).ToDictionary(l => l[0], l => l[1].Trim());
    }

    /// <summary>How many connections a virtual host has.</summary>
    public async Task<int> ConnectionsAsync(Uri host) =>
        (await ControlAsync("list_connections", "--no-table-headers", "vhost")).Split('\n').Count(v => v.Trim() == host.AbsolutePath[1..]);

    public async ValueTask DisposeAsync()
    {
        await EndGuardAsync();
        _files.Delete();
    }

    private Uri UriOf(string host) => new($"amqp://{NodeFiles.User}:{_files.Password}@127.0.0.1:{_files.Port}/{host}");

    // A stopped node stays in the process table until its guard is gone too.
    private bool IsRunning()
    {
        try
        {
            var state = File.ReadAllText($"/proc/{_node}/stat");
            return state[state.LastIndexOf(')') + 2] is not 'Z';
        }
        catch (IOException)
        {
            return false;
        }
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", _node.ToString()]);
        kill.WaitForExit();
    }

    private async Task EndGuardAsync()
    {
        if (_guard is { } guard)
        {
            guard.StandardInput.Close();
            await guard.WaitForExitAsync();
            guard.Dispose();
            _guard = null;
            await Eventually.TrueAsync(() => Task.FromResult(!IsRunning()), "the broker's process has gone");
        }
    }

    private async Task<bool> AnswersAsync()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, _files.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
