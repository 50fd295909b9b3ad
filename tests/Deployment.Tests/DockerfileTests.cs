using System.Text.Json;
using System.Xml.Linq;
using Concord.Support;

namespace Concord.Deployment.Tests;

/// <summary>The one Dockerfile of every program. No engine is needed: its steps are replayed with plain commands as far as they are quick.</summary>
public sealed class DockerfileTests
{
    private static readonly Dockerfile File = Dockerfile.Ours;

    public static TheoryData<string> Projects => [.. Product.Services.Append(Product.Gateway).Append(Product.Certificates).Select(Product.FolderOf)];

    private static bool Restores((string Name, string Words) i) => i.Name == "RUN" && i.Words.StartsWith("dotnet restore", StringComparison.Ordinal);

    [Fact]
    public void The_image_has_no_shell_runs_as_nobody_special_and_its_tags_are_exact()
    {
        Assert.Matches(@"^mcr\.microsoft\.com/dotnet/aspnet:10\.0\.\d+-noble-chiseled-extra$", File.Argument("RUNTIME"));
        Assert.Matches(@"^mcr\.microsoft\.com/dotnet/sdk:10\.0\.\d+-noble$", File.Argument("SDK"));
        Assert.Equal(["${SDK} AS build", "${RUNTIME}"], File.Instructions.Where(i => i.Name == "FROM").Select(i => i.Words));
        Assert.Equal("1654:1654", File.FinalStage.Single(i => i.Name == "USER").Words);
        Assert.DoesNotContain(File.FinalStage, i => i.Name is "RUN" or "SHELL" or "ADD" or "CMD");
    }

    [Fact]
    public void The_sdk_is_one_that_global_json_takes()
    {
        using var json = JsonDocument.Parse(System.IO.File.ReadAllText(Repository.PathOf("global.json")));
        var asked = Version.Parse(json.RootElement.GetProperty("sdk").GetProperty("version").GetString()!);
        var used = Version.Parse(File.Argument("SDK").Split(':')[1].Split('-')[0]);
        Assert.True(used >= asked && (used.Major, used.Minor) == (asked.Major, asked.Minor), $"{used} is not {asked} or a later feature band of it");
    }

    [Fact]
    public void It_starts_and_is_asked_without_a_shell()
    {
        Assert.Equal(["/app/program"], List(File.FinalStage.Single(i => i.Name == "ENTRYPOINT").Words));
        var asked = File.FinalStage.Single(i => i.Name == "HEALTHCHECK").Words;
        var words = List(asked[(asked.IndexOf("CMD ", StringComparison.Ordinal) + 4)..]);
        Assert.Equal("/app/program", words[0]);
        Assert.Contains(words[1], Product.Verbs.Keys);
        Assert.Equal($"{Product.HttpPort} {Product.GrpcPort}", File.FinalStage.Single(i => i.Name == "EXPOSE").Words);
    }

    [Fact]
    public void The_directory_for_keys_belongs_to_the_user_that_writes_them()
    {
        Assert.Contains(File.FinalStage, i => i.Name == "COPY" && i.Words == "--from=build --chown=1654:1654 /state /var/lib/concord");
        Assert.All(ComposeFile.Main.Installed().SelectMany(i => i.Kept), kept => Assert.Equal("/var/lib/concord", kept));
    }

    [Theory, MemberData(nameof(Projects))]
    public async Task What_is_copied_first_is_enough_to_restore(string project) => await InCopyAsync(project, Restores, async directory =>
    {
        var command = File.Instructions.Single(Restores).Words.Replace("${PROJECT}", project, StringComparison.Ordinal).Split(' ');
        var (code, output) = await Repository.RunAsync(directory, command[0], command[1..]);
        Assert.True(code == 0, output);
        // A reference that is not there is skipped with a warning and fails only in the build.
        Assert.DoesNotContain("warning", output, StringComparison.Ordinal);
        Assert.All(ReferencesIn(directory), file => Assert.True(System.IO.File.Exists(file), file));
        Assert.Contains("crossgen", System.IO.File.ReadAllText(Path.Combine(directory, project, "obj", "project.assets.json")), StringComparison.OrdinalIgnoreCase);
    });

    [Fact, Abuse(33)]
    public async Task What_compiles_native_code_is_refused_unless_its_content_is_the_locked_one() => await InCopyAsync(Product.FolderOf(Product.Certificates), Restores, async directory =>
    {
        const string runtime = "-p:RuntimeIdentifier=linux-x64";
        const string firstStep = "-t:ResolveFrameworkReferences;ResolveReadyToRunCompilers";
        var project = Product.FolderOf(Product.Certificates);
        var (restored, log) = await Repository.RunAsync(directory, "dotnet", "restore", project, runtime);
        Assert.True(restored == 0, log);
        var (code, output) = await Repository.RunAsync(directory, "dotnet", "msbuild", project, firstStep, runtime);
        Assert.DoesNotContain("CONCORD2", output, StringComparison.Ordinal);
        Assert.True(code == 0, output);

        var locks = Path.Combine(directory, "packs.lock");
        var lines = System.IO.File.ReadAllLines(locks);
        var compiler = Assert.Single(lines, l => l.Contains("Crossgen2", StringComparison.Ordinal)).Split(' ');
        System.IO.File.WriteAllLines(locks, lines.Where(l => !l.Contains("Crossgen2", StringComparison.Ordinal)).Append($"{compiler[0]} {compiler[1]} {Convert.ToBase64String(new byte[64])}"));
        (code, output) = await Repository.RunAsync(directory, "dotnet", "msbuild", project, firstStep, runtime);
        Assert.NotEqual(0, code);
        Assert.Contains($"error CONCORD2: Not in packs.lock, by name, version or content: {string.Join(' ', compiler)}.", output, StringComparison.Ordinal);
    });

    [Theory, MemberData(nameof(Projects))]
    public async Task What_is_copied_in_the_end_is_enough_to_build(string project) => await InCopyAsync(project, _ => false, directory =>
    {
        Assert.All(ReferencesIn(directory), file => Assert.True(System.IO.File.Exists(file), file));
        Assert.All(FilesNamedIn(directory), file => Assert.True(System.IO.File.Exists(file), file));
        Assert.True(System.IO.File.Exists(Path.Combine(directory, ".editorconfig")), "Without it generated migrations fail the build.");
        Assert.True(System.IO.File.Exists(Path.Combine(directory, project, "Program.cs")));
        Assert.Equal(
            Repository.SourceFiles([.. new[] { "contracts", "services/Platform", project, Product.BesideOf(project) }.Distinct()]).Count(),
            Directory.EnumerateFiles(directory, "*.cs", SearchOption.AllDirectories).Count(f => !f.Contains("/Migrations/", StringComparison.Ordinal)));
        return Task.CompletedTask;
    });

    [Fact]
    public void Nothing_that_is_copied_is_hidden_from_the_engine()
    {
        var ignored = System.IO.File.ReadAllLines(Repository.PathOf(".dockerignore")).Where(l => l.Length > 0 && l[0] != '#').ToList();
        Assert.Equal("*", ignored[0]);
        var copied = File.Instructions.Where(i => i.Name == "COPY" && !i.Words.StartsWith("--", StringComparison.Ordinal)).SelectMany(i => i.Words.Split(' ')[..^1])
            .SelectMany(s => s.StartsWith("${PROJECT}", StringComparison.Ordinal) ? Projects.Select(p => p.Data) : s.StartsWith("${BESIDE}", StringComparison.Ordinal) ? Projects.Select(p => Product.BesideOf(p.Data)) : [s]).Select(s => s.Split('/')[0]).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(copied, ignored.Where(l => l[0] == '!').Select(l => l[1..]).Order(StringComparer.Ordinal));
        Assert.Equal(["**/bin", "**/obj"], ignored.Skip(1).Where(l => l[0] != '!'));
    }

    private static async Task InCopyAsync(string project, Func<(string, string), bool> until, Func<string, Task> act)
    {
        var directory = Directory.CreateTempSubdirectory("concord-image-").FullName;
        try
        {
            File.Replay(project, directory, until);
            await act(directory);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static IEnumerable<string> ReferencesIn(string directory) => Named(directory, "ProjectReference");

    private static IEnumerable<string> FilesNamedIn(string directory) => Named(directory, "EmbeddedResource").Concat(Named(directory, "Content")).Where(f => !f.Contains('*', StringComparison.Ordinal));

    private static IEnumerable<string> Named(string directory, string item) =>
        from project in Directory.EnumerateFiles(directory, "*.csproj", SearchOption.AllDirectories)
        from element in XDocument.Load(project).Descendants(item)
        let path = element.Attribute("Include")?.Value
        where path is not null
        select Path.GetFullPath(Path.Combine(Path.GetDirectoryName(project)!, path));

    private static string[] List(string list) => JsonSerializer.Deserialize<string[]>(list)!;
}
