namespace Concord.Platform.Security.Keys;

/// <summary>Files that nobody but this user may read.</summary>
public static class PrivateFile
{
    private const UnixFileMode OwnerReadsAndWrites = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>What the file holds; of several first starts one makes it, and all read the same.</summary>
    /// <param name="path">The file; its directory must be there.</param>
    /// <param name="make">What it holds at first.</param>
    public static byte[] ReadOrMake(string path, Func<byte[]> make)
    {
        if (!File.Exists(path))
        {
            // Whole or not at all: a crash while writing must not leave half a key, and of two first starts one wins.
            var draft = $"{path}.{Guid.NewGuid():N}";
            Write(draft, make());
            try
            {
                File.Move(draft, path, overwrite: false);
            }
            catch (IOException) when (File.Exists(path))
            {
                File.Delete(draft);
            }
        }

        return File.ReadAllBytes(path);
    }

    public static void Write(string path, byte[] content)
    {
        using var file = Open(path, FileMode.Create, FileAccess.Write);
        file.Write(content);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Opens it for nobody else at the same time.</summary>
    public static FileStream Open(string path, FileMode mode, FileAccess access)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerReadsAndWrites;
        }

        return new FileStream(path, options);
    }

    /// <summary>Whether nobody but its owner may read, write or look into the file or directory. Where the system has no such permissions, it is taken for private.</summary>
    public static bool IsPrivate(string path) => OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Others) == UnixFileMode.None;

    /// <summary>A directory that nobody else may look into.</summary>
    public static DirectoryInfo MakeDirectory(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, OwnerReadsAndWrites | UnixFileMode.UserExecute);
}
