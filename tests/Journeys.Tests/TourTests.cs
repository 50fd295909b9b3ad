using System.Diagnostics;
using System.Text.RegularExpressions;
using Concord.Embedded;
using Concord.Support;

namespace Concord.Journeys.Tests;

/// <summary>The README's tour runs as it stands. On a platform of its own, because it designates a lead.</summary>
public sealed partial class TourTests
{
    [Fact]
    public async Task The_commands_of_the_readme_run_as_they_stand()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/curl") && File.Exists("/bin/bash"), "curl and bash are not installed.");
        var data = Directory.CreateTempSubdirectory("concord-tour-").FullName;
        await using var platform = await EmbeddedPlatform.StartAsync(new EmbeddedOptions(data, Port: 0, Demonstration: true));
        var commands = string.Concat(Tour().Matches(await File.ReadAllTextAsync(Repository.PathOf("README.md"))).Select(m => m.Groups["commands"].Value));
        Assert.True(commands.Split('\n').Length > 20);

        using var shell = Process.Start(new ProcessStartInfo("/bin/bash", ["-euo", "pipefail", "-c", commands])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["CONCORD"] = platform.Address.TrimEnd('/'), ["CONCORD_DATA"] = data },
        })!;
        var errors = shell.StandardError.ReadToEndAsync();
        var output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();

        Assert.True(shell.ExitCode == 0, await errors + output);
        Assert.Contains("\"state\":\"APPROVED\"", output, StringComparison.Ordinal);
        Assert.Contains("\"role\":\"HOST\"", output, StringComparison.Ordinal);
        Assert.Contains("\"wish\":\"languages\"", output, StringComparison.Ordinal);
        Assert.Contains("\"overdueDays\"", output, StringComparison.Ordinal);
        Assert.Contains("\"blockedBy\"", output, StringComparison.Ordinal);
    }

    [GeneratedRegex("<!-- tour -->\n```bash\n(?<commands>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Tour();
}
