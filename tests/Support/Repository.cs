using System.Diagnostics;

namespace Concord.Support;

/// <summary>The checkout that the tests run in.</summary>
public static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Input data beside the checkout that may not ship with it; null where it is absent.</summary>
    public static string? Shared => Directory.Exists(Path.Combine(Root, "..", "shared", "data")) ? Path.GetFullPath(Path.Combine(Root, "..", "shared")) : null;

    /// <summary>Source files of the product and its tests that people wrote.</summary>
    public static IEnumerable<string> SourceFiles(params string[] roots) =>
        (roots.Length == 0 ? ["contracts", "services", "gateway", "tests"] : roots)
        .Select(r => PathOf(r)).Where(Directory.Exists)
        .SelectMany(r => Directory.EnumerateFiles(r, "*.cs", SearchOption.AllDirectories))
        .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal)
                 && !f.Contains("/Migrations/", StringComparison.Ordinal) && !f.Contains("/node_modules/", StringComparison.Ordinal));

    /// <summary>Services by their folders, so that a new one is covered the day it is added.</summary>
    public static IEnumerable<string> Services =>
        Directory.GetDirectories(PathOf("services")).Select(d => Path.GetFileName(d)!).Except(["Platform", "Embedded", "Auditor", "Certificates"]).Order(StringComparer.Ordinal);

    /// <summary>Runs a program in the checkout.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string directory, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "global.json")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("No global.json above the tests.");
        }

        return directory.FullName;
    }
}
