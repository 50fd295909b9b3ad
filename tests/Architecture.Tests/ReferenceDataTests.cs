using Concord.Support;

namespace Concord.Architecture.Tests;

/// <summary>The shipped reference data is what its tool makes of the sources, to the byte.</summary>
public sealed class ReferenceDataTests
{
    [Fact]
    public async Task The_tool_makes_the_shipped_files_again()
    {
        Assert.SkipUnless(Repository.Shared is not null, "The source data (../shared/data) is not beside this checkout.");
        var output = Directory.CreateTempSubdirectory("concord-reference-").FullName;
        var tool = Directory.GetFiles(Repository.PathOf("tests", "tools", "ReferenceData", "bin"), "Concord.Tools.ReferenceData.dll", SearchOption.AllDirectories)[0];
        var (code, text) = await Repository.RunAsync(Repository.Root, "dotnet", tool, Path.Combine(Repository.Shared!, "data"), output);
        Assert.True(code == 0, text);
        Assert.All(Directory.GetFiles(output), made => Assert.Equal(File.ReadAllBytes(Repository.PathOf("contracts", "Reference", "Data", Path.GetFileName(made))), File.ReadAllBytes(made)));
        Assert.Equal(6, Directory.GetFiles(output, "*.tsv").Length);
    }
}
