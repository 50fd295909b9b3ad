using System.Collections.Concurrent;
using System.Diagnostics;

namespace Concord.Support.Servers;

/// <summary>A program that ends with us, however we end.</summary>
public static class OwnProcess
{
    // The system counts the thread that started a child as its parent, and those of the pool come and go. This one stays.
    private static readonly BlockingCollection<Action> Starts = [];

    static OwnProcess() => new Thread(() =>
    {
        foreach (var start in Starts.GetConsumingEnumerable())
        {
            start();
        }
    })
    { IsBackground = true, Name = "parent of our processes" }.Start();

    /// <summary>As the user, or as we run where null; the log file gets what it says.</summary>
    public static Process Start(string? user, string log, IReadOnlyDictionary<string, string>? environment, string program, params IEnumerable<string> arguments)
    {
        string[] identity = user is null ? [] : ["--reuid", user, "--regid", user, "--init-groups"];
        var start = new ProcessStartInfo("setpriv", [.. identity, "--pdeathsig", "KILL", "sh", "-c", "exec >>\"$0\" 2>&1; exec \"$@\"", log, program, .. arguments]);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        Starts.Add(() =>
        {
            try
            {
                started.SetResult(Process.Start(start)!);
            }
            catch (Exception e)
            {
                started.SetException(e);
            }
        });
        return started.Task.GetAwaiter().GetResult();
    }

    /// <exception cref="InvalidOperationException">It did not end well; the message has what it said.</exception>
    public static async Task RunAsync(string? user, string log, IReadOnlyDictionary<string, string>? environment, string program, params IEnumerable<string> arguments)
    {
        using var process = Start(user, log, environment, program, arguments);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await File.ReadAllTextAsync(log)}");
        }
    }
}
