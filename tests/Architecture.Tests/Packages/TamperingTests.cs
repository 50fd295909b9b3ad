using System.Text.RegularExpressions;
using Concord.Support;

namespace Concord.Architecture.Tests.Packages;

/// <summary>What is refused where a package or a lock file was tampered with, by what a plain restore or build does.</summary>
public sealed partial class TamperingTests(LockedProject project) : IClassFixture<LockedProject>
{
    [Fact]
    public async Task What_is_locked_is_restored()
    {
        var (code, output) = await project.RestoreAsync(_ => { });
        Assert.True(code == 0, output);
    }

    [Fact, Abuse(33)]
    public async Task A_package_whose_bytes_have_changed_since_is_refused() =>
        await RefusedAsync("NU1403", copy => LockedProject.MakePackage(copy, "Made.Here", "1.0.0", "as somebody else meant it"));

    [Fact, Abuse(33)]
    public async Task A_lock_file_that_says_another_content_is_refused() =>
        await RefusedAsync("NU1403", copy => Change(copy, LockFile.Name, Hash(), "\"contentHash\": \"" + Convert.ToBase64String(new byte[64]) + "\""));

    [Fact, Abuse(33)]
    public async Task A_lock_file_that_says_another_version_than_the_project_is_refused() =>
        await RefusedAsync("NU1004", copy => Change(copy, "Directory.Packages.props", new Regex("1\\.0\\.0"), "1.0.1"));

    [Fact, Abuse(33)]
    public async Task A_package_that_is_in_no_lock_file_is_refused() =>
        await RefusedAsync("NU1004", copy => Change(copy, "Probe.csproj", new Regex("<PackageReference"), """<PackageReference Include="Made.Too" /><PackageReference"""));

    [Fact, Abuse(33)]
    public async Task A_project_whose_lock_file_is_gone_is_refused() =>
        await RefusedAsync("CONCORD1", copy => File.Delete(Path.Combine(copy, LockFile.Name)));

    private async Task RefusedAsync(string error, Action<string> change)
    {
        var (code, output) = await project.RestoreAsync(change);
        Assert.NotEqual(0, code);
        Assert.Contains($"error {error}", output, StringComparison.Ordinal);
    }

    private static void Change(string copy, string file, Regex what, string by)
    {
        var path = Path.Combine(copy, file);
        var text = File.ReadAllText(path);
        var changed = what.Replace(text, by, count: 1);
        Assert.NotEqual(text, changed);
        File.WriteAllText(path, changed);
    }

    [GeneratedRegex("\"contentHash\": \"[^\"]+\"")]
    private static partial Regex Hash();
}
