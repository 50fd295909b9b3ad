using System.Text;
using Concord.Platform.Security.Keys;

namespace Concord.Identity.Accounts;

/// <summary>A file of names and secrets, a tab between them, that only this user may read: how the person who starts the platform learns the first passwords.</summary>
internal static class SecretFile
{
    /// <summary>The secrets of these names: those the file holds, and for the others what <paramref name="make"/> gives; the file then holds them all.</summary>
    /// <param name="path">The file; made where absent.</param>
    /// <param name="names">Whose secrets are asked for.</param>
    /// <param name="make">A secret for a name the file does not hold; gets the name and what the file held.</param>
    /// <returns>The secrets, and the names whose secret is new.</returns>
    public static (IReadOnlyDictionary<string, string> Secrets, IReadOnlySet<string> Made) ReadOrMake(
        string path, IReadOnlyList<string> names, Func<string, IReadOnlyDictionary<string, string>, string> make)
    {
        using var file = OpenAlone(path);
        using var reader = new StreamReader(file, Encoding.UTF8);
        var text = reader.ReadToEnd();
        var whole = text[..(text.LastIndexOf('\n') + 1)]; // a line without its end was being written when the process died; nobody was given that secret
        var held = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var parts in whole.Split('\n').Select(line => line.TrimEnd('\r').Split('\t')).Where(parts => parts.Length == 2))
        {
            held[parts[0]] = parts[1];
        }

        var made = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names.Where(n => !held.ContainsKey(n)))
        {
            held[name] = make(name, held);
            made.Add(name);
        }

        if (made.Count > 0)
        {
            file.SetLength(Encoding.UTF8.GetByteCount(whole));
            file.Seek(0, SeekOrigin.End);
            file.Write(Encoding.UTF8.GetBytes(string.Concat(made.Select(name => $"{name}\t{held[name]}\n"))));
            file.Flush(flushToDisk: true);
        }

        return (held, made);
    }

    // Of two that prepare one store at once both must come to the same secrets, or the file would tell one that opens nothing.
    private static FileStream OpenAlone(string path)
    {
        for (var left = 250; ; left--)
        {
            try
            {
                return PrivateFile.Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite);
            }
            catch (IOException e) when (left > 1 && e is not DirectoryNotFoundException)
            {
                Thread.Sleep(20);
            }
        }
    }
}
