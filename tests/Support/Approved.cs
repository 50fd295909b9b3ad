using Xunit;

namespace Concord.Support;

/// <summary>
/// A committed text that the code must still produce, so that a change of the surface shows in review.
/// <c>bash tests/update-approved.sh</c> rewrites them all.
/// </summary>
public static class Approved
{
    public static void Is(string produced, params string[] path)
    {
        var file = Repository.PathOf(path);
        produced = produced.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("CONCORD_UPDATE_APPROVED") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, produced);
        }

        Assert.True(File.Exists(file), $"{string.Join('/', path)} is missing; run: bash tests/update-approved.sh");
        Assert.True(File.ReadAllText(file).ReplaceLineEndings("\n") == produced, $"{string.Join('/', path)} is not what the code says any more. Is the change meant? Then: bash tests/update-approved.sh");
    }
}
