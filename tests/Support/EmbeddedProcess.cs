using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Concord.Support;

/// <summary>The embedded platform as a process of its own, as a user starts it; can be killed like one.</summary>
public sealed partial class EmbeddedProcess : IAsyncDisposable
{
    private readonly Process _process;

    private EmbeddedProcess(Process process, string address, Task<string> output, Task<string> errors)
    {
        (_process, Address) = (process, address);
        Told = Task.WhenAll(output, errors);
    }

    /// <summary>All that it wrote after its address, on both outputs; complete when it has ended.</summary>
    public Task<string[]> Told { get; }

    public string Address { get; }

    public int Port => new Uri(Address).Port;

    /// <param name="data">Data directory.</param>
    /// <param name="port">0 takes any free one.</param>
    /// <param name="settings">Environment variables, besides those that the test has.</param>
    public static async Task<EmbeddedProcess> StartAsync(string data, int port = 0, IReadOnlyDictionary<string, string>? settings = null)
    {
        var process = Begin(data, port, settings);
        var errors = process.StandardError.ReadToEndAsync();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (AddressLine().Match(line) is { Success: true } match)
            {
                return new EmbeddedProcess(process, match.Groups[1].Value, process.StandardOutput.ReadToEndAsync(), errors); // read on, so that the process never waits for a reader
            }
        }

        throw new Xunit.Sdk.XunitException($"The platform did not start: {await errors}");
    }

    /// <summary>Starts it and kills it so much later, wherever its start has come to.</summary>
    public static async Task KillStartingAsync(string data, TimeSpan after)
    {
        using var process = Begin(data, port: 0, settings: null);
        await Task.Delay(after);
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>SIGKILL: no handler runs, no buffer is flushed.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGSTOP for a while: its connections stay open and nothing answers.</summary>
    public async Task PauseAsync(TimeSpan time)
    {
        await SignalAsync("STOP");
        await Task.Delay(time);
        await SignalAsync("CONT");
    }

    /// <summary>SIGTERM, and the exit code it ends with.</summary>
    public async Task<int> StopAsync()
    {
        await SignalAsync("TERM");
        await _process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private async Task SignalAsync(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", _process.Id.ToString()]);
        await kill.WaitForExitAsync();
    }

    private static Process Begin(string data, int port, IReadOnlyDictionary<string, string>? settings)
    {
        var program = Directory.GetFiles(Repository.PathOf("services", "Embedded", "bin"), "Concord.Embedded.dll", SearchOption.AllDirectories)
            .OrderByDescending(File.GetLastWriteTimeUtc).First(f => !f.Contains("publish", StringComparison.Ordinal));
        var start = new ProcessStartInfo("dotnet", [program, "--demo", "--data", data, "--port", port.ToString()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    [GeneratedRegex("^ *Address +(http://[^ ]+)")]
    private static partial Regex AddressLine();
}
