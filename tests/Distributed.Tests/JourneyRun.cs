using System.Diagnostics;
using Concord.Support;

namespace Concord.Distributed.Tests;

/// <summary>The journeys of another test project as they are, as a process that knows the platform's address and nothing else.</summary>
internal static class JourneyRun
{
    /// <param name="running">Where they take place.</param>
    /// <param name="project">The test project.</param>
    /// <param name="classes">Only these; all where none is named.</param>
    /// <returns>Whether all passed, and what the run said.</returns>
    public static async Task<(bool Passed, string Output)> RunAsync(RunningPlatform running, string project = "Journeys.Tests", params string[] classes)
    {
        var assembly = Directory.GetFiles(Repository.PathOf("tests", project, "bin"), $"Concord.{project}.dll", SearchOption.AllDirectories)
            .OrderByDescending(File.GetLastWriteTimeUtc).First();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [assembly, "-noColor", .. classes.SelectMany(c => (string[])["-class", $"Concord.{project}.{c}"])])
        {
            RedirectStandardOutput = true,
            Environment =
            {
                ["CONCORD_ADDRESS"] = running.Platform.Address,
                ["CONCORD_GRPC"] = $"{running.Platform.Gateway.Grpc}/",
                ["CONCORD_SIGN_IN"] = running.Platform.SignInFile,
                ["CONCORD_KEYS"] = running.Platform.KeyDirectory,
                ["CONCORD_ABUSE_ONE_IN"] = Environment.GetEnvironmentVariable("CONCORD_ABUSE_ONE_IN") ?? "8",
            },
        })!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode == 0, output);
    }
}
