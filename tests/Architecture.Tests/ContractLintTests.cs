using Concord.Support;

namespace Concord.Architecture.Tests;

/// <summary>The linters of the contracts, run as tests so that they are counted with the others.</summary>
public sealed class ContractLintTests
{
    private static string Tool(string name)
    {
        var tool = Repository.PathOf("tests", "tools", "lint", "node_modules", ".bin", name);
        Assert.SkipUnless(File.Exists(tool), $"{name} is not installed; tests/run.sh installs it where npm is there.");
        return tool;
    }

    [Fact]
    public async Task Protobuf_follows_the_style()
    {
        var (code, output) = await Repository.RunAsync(Repository.PathOf("contracts"), Tool("buf"), "lint");
        Assert.True(code == 0, output);
    }

    [Fact]
    public async Task Protobuf_breaks_no_caller_of_the_baseline()
    {
        var (code, output) = await Repository.RunAsync(Repository.PathOf("contracts"), Tool("buf"), "breaking", "--against", "baseline.binpb");
        Assert.True(code == 0, output);
    }

    [Fact]
    public async Task A_removed_field_is_found_as_a_break()
    {
        var buf = Tool("buf");
        var copy = Directory.CreateTempSubdirectory("concord-buf-").FullName;
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("contracts", "proto"), "*.proto", SearchOption.AllDirectories).Append(Repository.PathOf("contracts", "buf.yaml")))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(Repository.PathOf("contracts"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, File.ReadAllText(file).Replace("string acronym = 3;", "", StringComparison.Ordinal));
        }

        var (code, output) = await Repository.RunAsync(copy, buf, "breaking", "--against", Repository.PathOf("contracts", "baseline.binpb"));
        Assert.NotEqual(0, code);
        Assert.Contains("acronym", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_openapi_document_passes_the_linter()
    {
        var (code, output) = await Repository.RunAsync(Repository.PathOf("contracts", "openapi"), Tool("spectral"), "lint", "--fail-severity", "warn", "--ruleset", "spectral.yaml", "v1.json");
        Assert.True(code == 0, output);
    }
}
