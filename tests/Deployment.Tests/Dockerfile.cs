using System.Text.RegularExpressions;
using Concord.Support;

namespace Concord.Deployment.Tests;

/// <summary>The Dockerfile as its instructions, comments left out.</summary>
internal sealed partial record Dockerfile(IReadOnlyList<(string Name, string Words)> Instructions)
{
    public static Dockerfile Ours { get; } = new([.. File.ReadAllLines(Repository.PathOf("Dockerfile")).Where(l => l.Length > 0 && l[0] != '#')
        .Select(l => (l.Split(' ')[0], l[(l.IndexOf(' ', StringComparison.Ordinal) + 1)..]))]);

    /// <summary>Everything after the last FROM.</summary>
    public IReadOnlyList<(string Name, string Words)> FinalStage => [.. Instructions.Reverse().TakeWhile(i => i.Name != "FROM").Reverse()];

    public string Argument(string name) => Instructions.Single(i => i.Name == "ARG" && i.Words.StartsWith($"{name}=", StringComparison.Ordinal)).Words[(name.Length + 1)..];

    /// <summary>Copies what the build stage copies from the context into a directory, until the instruction that is given.</summary>
    public void Replay(string project, string directory, Func<(string Name, string Words), bool> until)
    {
        foreach (var (name, rest) in Instructions.TakeWhile(i => !until(i)))
        {
            if (name == "COPY" && !rest.StartsWith("--", StringComparison.Ordinal))
            {
                var parts = rest.Replace("${PROJECT}", project, StringComparison.Ordinal).Replace("${BESIDE}", Product.BesideOf(project), StringComparison.Ordinal).Split(' ');
                foreach (var source in parts[..^1])
                {
                    Copy(source, Path.Combine(directory, parts[^1]));
                }
            }
        }
    }

    private static void Copy(string source, string target)
    {
        Directory.CreateDirectory(target);
        if (source.EndsWith('/'))
        {
            var root = Repository.PathOf(source.TrimEnd('/'));
            foreach (var file in Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Where(f => !Built().IsMatch(f)))
            {
                var copy = Path.Combine(target, Path.GetRelativePath(root, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy, overwrite: true);
            }

            return;
        }

        foreach (var file in Directory.EnumerateFiles(Repository.PathOf(Path.GetDirectoryName(source)!), Path.GetFileName(source)))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)), overwrite: true);
        }
    }

    [GeneratedRegex("/(bin|obj)/")]
    private static partial Regex Built();
}
