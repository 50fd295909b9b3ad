using System.IO.Enumeration;
using System.Text.Json.Nodes;
using Concord.Support;

namespace Concord.Architecture.Tests.Packages;

/// <summary>The packages.lock.json of a project: which packages are meant, and what is in them.</summary>
internal sealed record LockFile(string Path, IReadOnlyList<LockedPackage> Packages)
{
    public const string Name = "packages.lock.json";

    /// <summary>Files of the checkout, from its root, without what was made there.</summary>
    public static IReadOnlyList<string> Checkout { get; } = [.. new FileSystemEnumerable<string>(Repository.Root,
        (ref FileSystemEntry entry) => System.IO.Path.GetRelativePath(Repository.Root, entry.ToFullPath()), new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
    {
        ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
        ShouldRecursePredicate = (ref FileSystemEntry entry) => entry.FileName is not ("obj" or "bin" or "node_modules" or ".git" or "TestResults"),
    }];

    /// <summary>Every project, also one that no solution names.</summary>
    public static IEnumerable<string> Projects => Checkout.Where(f => f.EndsWith(".csproj", StringComparison.Ordinal)).Select(f => Repository.PathOf(f));

    public static LockFile Of(string project)
    {
        var path = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(project)!, Name);
        return new(path, [.. JsonNode.Parse(File.ReadAllText(path))!["dependencies"]!.AsObject()
            .SelectMany(framework => framework.Value!.AsObject().Select(package => (framework.Key, Name: package.Key, Entry: package.Value!)))
            .Where(p => (string?)p.Entry["type"] != "Project")
            .Select(p => new LockedPackage(p.Key, p.Name, (string?)p.Entry["resolved"], (string?)p.Entry["contentHash"]))]);
    }
}

/// <summary>One package for one framework, with or without a runtime.</summary>
internal sealed record LockedPackage(string Framework, string Name, string? Version, string? Hash);
