using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Concord.Support;

/// <summary>The embedded platform as a process of its own, as a user starts it; can be killed like one.</summary>
public sealed partial class EmbeddedProcess : IAsyncDisposable
{
    private readonly Process _process;

    private EmbeddedProcess(Process process, string address)
    {
        _process = process;
        Address = address;
    }

    public string Address { get; }

    public int Port => new Uri(Address).Port;

    /// <param name="data">Data directory.</param>
    /// <param name="port">0 takes any free one.</param>
    public static async Task<EmbeddedProcess> StartAsync(string data, int port = 0)
    {
        var program = Directory.GetFiles(Repository.PathOf("services", "Embedded", "bin"), "Concord.Embedded.dll", SearchOption.AllDirectories)
            .OrderByDescending(File.GetLastWriteTimeUtc).First(f => !f.Contains("publish", StringComparison.Ordinal));
        var process = Process.Start(new ProcessStartInfo("dotnet", [program, "--demo", "--data", data, "--port", port.ToString()])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (AddressLine().Match(line) is { Success: true } match)
            {
                _ = process.StandardOutput.ReadToEndAsync(); // so that the process never waits for a reader
                return new EmbeddedProcess(process, match.Groups[1].Value);
            }
        }

        throw new Xunit.Sdk.XunitException($"The platform did not start: {await errors}");
    }

    /// <summary>SIGKILL: no handler runs, no buffer is flushed.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, and the exit code it ends with.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString()]);
        await kill.WaitForExitAsync();
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

    [GeneratedRegex("^ *Address +(http://[^ ]+)")]
    private static partial Regex AddressLine();
}
