using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Concord.Support.Servers;

/// <summary>A private RabbitMQ node of one test run: own name, directory and ports on loopback, gone afterwards.</summary>
public sealed class RabbitMqServer : IAsyncDisposable
{
    private const string Scripts = "/usr/lib/rabbitmq/bin";
    private const string User = "concord";
    private readonly string _directory;
    private readonly string _password;
    private readonly int _port;
    private readonly Dictionary<string, string> _environment;
    private Process _process;

    private RabbitMqServer(string directory, string password, int port, Dictionary<string, string> environment, Process process) =>
        (_directory, _password, _port, _environment, _process) = (directory, password, port, environment, process);

    /// <summary>What keeps it from starting here; null where nothing does.</summary>
    public static string? Missing => File.Exists($"{Scripts}/rabbitmq-server") ? null : "RabbitMQ is not installed (Debian: rabbitmq-server).";

    public Uri AmqpUri => UriOf("");

    public static async Task<RabbitMqServer> StartAsync()
    {
        var directory = Directory.CreateTempSubdirectory("concord-rabbitmq-").FullName;
        var (port, distribution) = (Ports.Next(), Ports.Next());
        var environment = new Dictionary<string, string>
        {
            ["HOME"] = directory,
            ["RABBITMQ_NODENAME"] = $"concord{port}@localhost",
            ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
            ["RABBITMQ_NODE_PORT"] = port.ToString(CultureInfo.InvariantCulture),
            ["RABBITMQ_DIST_PORT"] = distribution.ToString(CultureInfo.InvariantCulture),
            ["RABBITMQ_MNESIA_BASE"] = Path.Combine(directory, "data"),
            ["RABBITMQ_LOG_BASE"] = Path.Combine(directory, "log"),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(directory, "plugins"),
            ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(directory, "none"),
            ["RABBITMQ_CONFIG_FILE"] = Path.Combine(directory, "rabbitmq"),
            ["RUNNING_UNDER_SYSTEMD"] = "1", // the node itself is our child then, not a shell that waits for it
        };
        await File.WriteAllTextAsync(Path.Combine(directory, "plugins"), "[].\n");
        var password = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        await File.WriteAllTextAsync(Path.Combine(directory, "rabbitmq.conf"), $"default_user = {User}\ndefault_pass = {password}\n");
        var server = new RabbitMqServer(directory, password, port, environment, Launch(directory, environment));
        await server.ReadyAsync();
        return server;
    }

    /// <summary>Address of a virtual host; the default one where empty.</summary>
    public Uri UriOf(string virtualHost) => new($"amqp://{User}:{_password}@127.0.0.1:{_port}/{virtualHost}");

    /// <summary>A virtual host of its own, so that tests share the node and nothing else.</summary>
    public async Task<Uri> NewVirtualHostAsync()
    {
        var name = $"v{Guid.NewGuid():N}";
        await ControlAsync("add_vhost", name);
        await ControlAsync("set_permissions", "-p", name, User, ".*", ".*", ".*");
        return UriOf(name);
    }

    /// <summary>What <c>rabbitmqctl</c> says.</summary>
    public async Task<string> ControlAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo($"{Scripts}/rabbitmqctl", ["-q", "-n", _environment["RABBITMQ_NODENAME"], .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["HOME"] = _directory;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"rabbitmqctl {string.Join(' ', arguments)}: {await errors}");
    }

    /// <summary>SIGKILL of the node.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Starts it again on the same data and port.</summary>
    public async Task RestartAsync()
    {
        _process = Launch(_directory, _environment);
        await ReadyAsync();
    }

    /// <summary>As if its disk had been replaced; only while it does not run.</summary>
    public void Wipe() => Directory.Delete(Path.Combine(_directory, "data"), recursive: true);

    /// <summary>SIGSTOP: it holds its connections and says nothing.</summary>
    public Task PauseAsync() => SignalAsync("STOP");

    public Task ResumeAsync() => SignalAsync("CONT");

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
        Directory.Delete(_directory, recursive: true);
    }

    private static Process Launch(string directory, Dictionary<string, string> environment) =>
        OwnProcess.Start(null, Path.Combine(directory, "server.log"), environment, $"{Scripts}/rabbitmq-server");

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private Task ReadyAsync() => Eventually.TrueAsync(async () =>
    {
        if (_process.HasExited)
        {
            throw new InvalidOperationException($"RabbitMQ ended: {await File.ReadAllTextAsync(Path.Combine(_directory, "server.log"))}");
        }

        try
        {
            // It greets only who speaks its protocol, and only when it has started.
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", _port);
            await client.GetStream().WriteAsync("AMQP\0\0\u0009\u0001"u8.ToArray());
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            return await client.GetStream().ReadAsync(new byte[1], patience.Token) > 0;
        }
        catch (Exception e) when (e is SocketException or IOException or OperationCanceledException)
        {
            return false;
        }
    }, "RabbitMQ greets");
}
