namespace Concord.Deployment.Tests;

/// <summary>Programs of this machine that a test runs.</summary>
internal static class Programs
{
    public static bool Have(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(directory => File.Exists(Path.Combine(directory, program)));
}
