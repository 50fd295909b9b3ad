using System.Diagnostics;
using System.Globalization;
using Concord.Support;
using Concord.Support.Servers;

namespace Concord.Distributed;

/// <summary>One replica of one program, as a process of its own. Comes back at the same address after it was killed.</summary>
public sealed class ServiceProcess : IAsyncDisposable
{
    internal const string Gateway = "Gateway";
    private readonly IReadOnlyDictionary<string, string> _settings;
    private readonly string _log;
    private readonly MeshDirectory _mesh;
    private Process? _process;

    internal ServiceProcess(string program, int replica, IReadOnlyDictionary<string, string> settings, string logDirectory, MeshDirectory mesh, int httpPort = 0)
    {
        _mesh = mesh;
        Program = program;
        Replica = replica;
        HttpPort = httpPort == 0 ? Ports.Next() : httpPort;
        GrpcPort = Ports.Next();
        _settings = settings;
        _log = Path.Combine(logDirectory, $"{program}-{replica}.log");
    }

    /// <summary>As the folder is called: <c>Roster</c>, <c>Gateway</c>.</summary>
    public string Program { get; }

    public int Replica { get; }

    public int HttpPort { get; }

    public int GrpcPort { get; }

    public bool IsRunning => _process is { HasExited: false };

    public string Http => $"{Scheme}://127.0.0.1:{HttpPort}";

    public string Grpc => $"{Scheme}://127.0.0.1:{GrpcPort}";

    // The gateway is for everybody; a service lets in only other services.
    private string Scheme => IsGateway ? "http" : "https";

    private bool IsGateway => Program == Gateway;

    /// <summary>Resident memory now, in bytes.</summary>
    public long ResidentBytes
    {
        get
        {
            _process!.Refresh();
            return _process.WorkingSet64;
        }
    }

    public TimeSpan ProcessorTime
    {
        get
        {
            _process!.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    public async Task StartAsync()
    {
        _process = OwnProcess.Start(null, _log, Environment(), "dotnet", Assembly());
        using var client = Client();
        client.Timeout = TimeSpan.FromSeconds(2);
        while (!await IsReadyAsync(client))
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"{Program} {Replica} ended while it started: {await File.ReadAllTextAsync(_log)}");
            }

            await Task.Delay(20);
        }
    }

    /// <summary>Asks this process itself, as the gateway does.</summary>
    public HttpClient Client() => new(IsGateway ? new SocketsHttpHandler() : _mesh.AsGateway(MeshDirectory.NameOf(Program))) { BaseAddress = new Uri(Http) };

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        if (IsRunning)
        {
            _process!.Kill();
            await _process.WaitForExitAsync();
        }
    }

    /// <summary>SIGSTOP: its connections stay open and nothing answers.</summary>
    public void Pause() => Signal("STOP");

    public void Resume() => Signal("CONT");

    /// <summary>SIGTERM, and the exit code it ends with.</summary>
    public async Task<int> StopAsync()
    {
        Signal("TERM");
        await _process!.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(40)).Token);
        return _process.ExitCode;
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", _process!.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process?.Dispose();
    }

    /// <summary>Runs one of the program's verbs to its end.</summary>
    /// <exception cref="InvalidOperationException">It did not end well; the message has what it said.</exception>
    public Task RunAsync(params string[] verb) => OwnProcess.RunAsync(null, $"{_log}.{verb[0]}", Environment(), "dotnet", [Assembly(), .. verb]);

    private Dictionary<string, string> Environment() => new(_settings.Select(s => KeyValuePair.Create(s.Key.Replace(":", "__", StringComparison.Ordinal), s.Value)))
    {
        ["Mesh__CertificateDirectory"] = _mesh.Of(MeshDirectory.NameOf(Program)),
        ["Listen__Address"] = "127.0.0.1",
        ["Listen__Http"] = HttpPort.ToString(CultureInfo.InvariantCulture),
        ["Listen__Grpc"] = GrpcPort.ToString(CultureInfo.InvariantCulture),
        ["Sealing__KeyDirectory"] = Path.Combine(Path.GetDirectoryName(_log)!, "sealing-keys", Program), // its replicas share it
        ["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={Program}-{Replica}",
    };

    private string Assembly() => AssemblyOf(Program);

    // From its own folder, where what it needs lies beside it: of the build, or of what was published for a measurement.
    internal static string AssemblyOf(string program)
    {
        if (System.Environment.GetEnvironmentVariable("CONCORD_PROGRAMS") is { Length: > 0 } published)
        {
            return Path.Combine(published, program, $"Concord.{program}.dll");
        }

        var folder = program == Gateway ? Repository.PathOf("gateway", program) : Repository.PathOf("services", program);
        return Directory.GetFiles(Path.Combine(folder, "bin"), $"Concord.{program}.dll", SearchOption.AllDirectories).OrderByDescending(File.GetLastWriteTimeUtc).First();
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }
}
