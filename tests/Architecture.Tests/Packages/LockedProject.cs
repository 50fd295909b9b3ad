using System.IO.Compression;
using Concord.Support;

namespace Concord.Architecture.Tests.Packages;

/// <summary>
/// A small project under this repository's own build files, with one package that is made on the spot and locked. Its source is a folder and what it unpacks is its own:
/// no network, and nothing that this machine already has.
/// </summary>
public sealed class LockedProject : IAsyncLifetime
{
    private readonly string _locked = Directory.CreateTempSubdirectory("concord-lock-").FullName;

    public async ValueTask InitializeAsync()
    {
        foreach (var file in (string[])["Directory.Build.props", "Directory.Build.targets", "global.json"])
        {
            File.Copy(Repository.PathOf(file), Path.Combine(_locked, file));
        }

        Write("Directory.Packages.props", """
            <Project>
              <PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup>
              <ItemGroup><PackageVersion Include="Made.Here" Version="1.0.0" /><PackageVersion Include="Made.Too" Version="1.0.0" /></ItemGroup>
            </Project>
            """);
        Write("Probe.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><RestorePackagesPath>$(MSBuildProjectDirectory)/packages</RestorePackagesPath></PropertyGroup>
              <ItemGroup><PackageReference Include="Made.Here" /></ItemGroup>
            </Project>
            """);
        Write("nuget.config", """
            <configuration>
              <packageSources><clear /><add key="made" value="source" /></packageSources>
              <fallbackPackageFolders><clear /></fallbackPackageFolders>
            </configuration>
            """);
        MakePackage(_locked, "Made.Here", "1.0.0", "as it was meant");
        MakePackage(_locked, "Made.Here", "1.0.1", "the next one");
        MakePackage(_locked, "Made.Too", "1.0.0", "another one");
        var (code, output) = await Repository.RunAsync(_locked, "dotnet", "restore", "--force-evaluate");
        Assert.True(code == 0, output);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_locked, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>Restores a copy of it in which something was changed, as on a machine that has never seen it.</summary>
    internal async Task<(int Code, string Output)> RestoreAsync(Action<string> change)
    {
        var copy = Directory.CreateTempSubdirectory("concord-lock-").FullName;
        try
        {
            foreach (var file in Directory.EnumerateFiles(_locked))
            {
                File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
            }

            Directory.CreateDirectory(Path.Combine(copy, "source"));
            foreach (var package in Directory.EnumerateFiles(Path.Combine(_locked, "source")))
            {
                File.Copy(package, Path.Combine(copy, "source", Path.GetFileName(package)));
            }

            change(copy);
            return await Repository.RunAsync(copy, "dotnet", "restore");
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    /// <summary>Puts a package with one file of this content into the source of a project; one of the same name and version is replaced.</summary>
    internal static void MakePackage(string project, string name, string version, string content)
    {
        Directory.CreateDirectory(Path.Combine(project, "source"));
        using var archive = new ZipArchive(File.Create(Path.Combine(project, "source", $"{name}.{version}.nupkg")), ZipArchiveMode.Create);
        Add($"{name}.nuspec", $"<package><metadata><id>{name}</id><version>{version}</version><authors>Concord</authors><description>{name}</description></metadata></package>");
        Add($"build/{name}.props", $"<Project><!-- {content} --></Project>");

        void Add(string path, string text)
        {
            using var writer = new StreamWriter(archive.CreateEntry(path).Open());
            writer.Write(text);
        }
    }

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_locked, file), text);
}
