namespace Concord.Certificates;

/// <summary>Files that nobody but this user may read, written whole or not at all.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const string Draft = ".draft-";

    public static void MakeDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, Own | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Whoever reads it gets the old text or the new one, never a part.</summary>
    public static void Replace(string path, string text)
    {
        var draft = Path.Combine(Path.GetDirectoryName(path)!, $"{Draft}{Guid.NewGuid():N}");
        using (var file = Open(draft, FileMode.CreateNew, FileShare.None))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(text));
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }

    /// <summary>What a run that was killed left behind.</summary>
    public static void Sweep(string directory)
    {
        foreach (var draft in Directory.GetFiles(directory, $"{Draft}*"))
        {
            File.Delete(draft);
        }
    }

    /// <summary>Held by one run at a time.</summary>
    /// <exception cref="IOException">Another one holds it.</exception>
    public static FileStream Lock(string directory) => Open(Path.Combine(directory, "lock"), FileMode.OpenOrCreate, FileShare.None);

    private static FileStream Open(string path, FileMode mode, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Own;
        }

        return new FileStream(path, options);
    }
}
