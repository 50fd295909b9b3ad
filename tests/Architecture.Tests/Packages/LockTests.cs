using System.IO.Enumeration;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Concord.Support;

namespace Concord.Architecture.Tests.Packages;

/// <summary>Every package is held to a content that is in the repository; <see cref="TamperingTests"/> shows that it is.</summary>
public sealed partial class LockTests
{
    private static readonly string[] MayNameTheLock = ["Directory.Build.props", "Directory.Build.targets", "tests/tools/lock-packages.sh"];

    [Fact, Abuse(33)]
    public void Every_project_locks_every_package_by_its_content()
    {
        var files = LockFile.Projects.Select(LockFile.Of).ToList();
        Assert.True(files.Sum(f => f.Packages.Count) > 1000, "Next to nothing is locked.");
        Assert.DoesNotContain(files.SelectMany(f => f.Packages.Select(p => (f.Path, p))), e => e.p.Version is null || !IsSha512(e.p.Hash));
    }

    [Fact, Abuse(33)]
    public void One_package_in_one_version_has_one_content_in_all_lock_files() =>
        Assert.DoesNotContain(LockFile.Projects.SelectMany(p => LockFile.Of(p).Packages).GroupBy(p => (p.Name, p.Version)), g => g.Select(p => p.Hash).Distinct().Count() > 1);

    [Fact, Abuse(33)]
    public void What_was_restored_here_is_what_is_locked()
    {
        // A project that is up to date is not restored again, and its lock file is not read then.
        var restored = RestoredWith(Repository.PathOf("tests", "Architecture.Tests", "Architecture.Tests.csproj")).ToList();
        Assert.Contains(restored, p => p.EndsWith("Platform.csproj", StringComparison.Ordinal));
        foreach (var project in restored)
        {
            var locked = LockFile.Of(project).Packages.Select(p => $"{p.Name} {p.Version} {p.Hash}").ToHashSet();
            Assert.Empty(Libraries(project, "package").Select(l => $"{l.Name} {l.Version} {(string?)l.Entry["sha512"]}").Except(locked).Select(p => $"{project}: {p}"));
        }
    }

    [Fact, Abuse(33)]
    public void What_is_published_for_is_locked_with_the_packages_that_only_it_takes() =>
        Assert.All(LockFile.Projects.Where(p => !p.Contains("/tests/", StringComparison.Ordinal)), project =>
            Assert.Contains("net10.0/linux-x64", JsonNode.Parse(File.ReadAllText(LockFile.Of(project).Path))!["dependencies"]!.AsObject().Select(f => f.Key)));

    [Fact, Abuse(33)]
    public void Locked_mode_is_on_and_nothing_turns_it_off()
    {
        var props = File.ReadAllText(Repository.PathOf("Directory.Build.props"));
        Assert.Contains("<RestorePackagesWithLockFile>true</RestorePackagesWithLockFile>", props, StringComparison.Ordinal);
        Assert.Contains("<RestoreLockedMode>true</RestoreLockedMode>", props, StringComparison.Ordinal);

        var build = Files("*.csproj", "*.props", "*.targets", "*.sh", "*.yml", "*.rsp", "Dockerfile", "run").ToList();
        Assert.Contains(".ci/run", build);
        Assert.Equal(MayNameTheLock, build.Where(f => NamesTheLock().IsMatch(File.ReadAllText(Repository.PathOf(f)))).Order(StringComparer.Ordinal));

        // What lies nearer to a project hides what lies above it, and a configuration of its own could bring other sources and folders.
        Assert.Equal(["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "tests/Directory.Build.props"], build.Where(f => Path.GetFileName(f).StartsWith("Directory.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Contains("""<Import Project="../Directory.Build.props" />""", File.ReadAllText(Repository.PathOf("tests", "Directory.Build.props")), StringComparison.Ordinal);
        Assert.DoesNotContain(Files("*.config"), f => Path.GetFileName(f).Equals("nuget.config", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void No_lock_names_a_source_so_that_a_mirror_serves_as_well() =>
        Assert.DoesNotContain(Files(LockFile.Name, "package-lock.json", "packs.lock"), f => NamesASource().IsMatch(File.ReadAllText(Repository.PathOf(f))));

    private static bool IsSha512(string? hash) => hash is { Length: 88 } && Convert.TryFromBase64String(hash, new byte[64], out var length) && length == 64;

    private static IEnumerable<string> RestoredWith(string project) =>
        Libraries(project, "project").Select(l => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(project)!, (string)l.Entry["path"]!))).Prepend(project);

    private static IEnumerable<(string Name, string Version, JsonNode Entry)> Libraries(string project, string type) =>
        from library in JsonNode.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(project)!, "obj", "project.assets.json")))!["libraries"]!.AsObject()
        where (string?)library.Value!["type"] == type
        let name = library.Key.Split('/')
        select (name[0], name[1], library.Value);

    private static IEnumerable<string> Files(params string[] patterns) => LockFile.Checkout.Where(f => patterns.Any(p => FileSystemName.MatchesSimpleExpression(p, Path.GetFileName(f))));

    // npm notes where it took a package from; where its authors ask for money is no source.
    [GeneratedRegex("""\"resolved\": \"[a-z+]+:|(?<!\"url\": \"[a-z]+)://""")]
    private static partial Regex NamesASource();

    [GeneratedRegex("LockedMode|WithLockFile|LockFilePath|[Ff]orce-?[Ee]valuate")]
    private static partial Regex NamesTheLock();
}
