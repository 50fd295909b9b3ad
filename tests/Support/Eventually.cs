using System.Diagnostics;
using Xunit;

namespace Concord.Support;

/// <summary>Waits for what another service does in its own time.</summary>
public static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2); // far beyond what it takes: other suites run beside it

    public static Task TrueAsync(Func<Task<bool>> condition, string what) => TrueAsync(condition, () => what);

    /// <param name="condition">Asked again and again.</param>
    /// <param name="what">Says at the end what was waited for, and what was there instead.</param>
    public static async Task TrueAsync(Func<Task<bool>> condition, Func<string> what)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
            {
                Assert.Fail($"Did not come true in {Patience.TotalSeconds} s: {what()}.");
            }

            await Task.Delay(25);
        }
    }
}
