using System.Diagnostics;
using Concord.Support;

namespace Concord.Distributed.Tests;

/// <summary>The journeys of tests/Journeys.Tests as they are, as a process that knows the platform's address and nothing else.</summary>
internal static class JourneyRun
{
    /// <returns>Whether all passed, and what the run said.</returns>
    public static async Task<(bool Passed, string Output)> RunAsync(RunningPlatform running)
    {
        var assembly = Directory.GetFiles(Repository.PathOf("tests", "Journeys.Tests", "bin"), "Concord.Journeys.Tests.dll", SearchOption.AllDirectories)
            .OrderByDescending(File.GetLastWriteTimeUtc).First();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [assembly, "-noColor"])
        {
            RedirectStandardOutput = true,
            Environment = { ["CONCORD_ADDRESS"] = running.Platform.Address, ["CONCORD_SIGN_IN"] = running.Platform.SignInFile },
        })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode == 0, output);
    }
}
