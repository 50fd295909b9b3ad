using System.Text;
using Concord.Identity.Tokens;

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
        var held = new Dictionary<string, string>(StringComparer.Ordinal);
        if (File.Exists(path))
        {
            foreach (var parts in File.ReadAllLines(path).Select(line => line.Split('\t')).Where(parts => parts.Length == 2))
            {
                held[parts[0]] = parts[1];
            }
        }

        var made = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names.Where(n => !held.ContainsKey(n)))
        {
            held[name] = make(name, held);
            made.Add(name);
        }

        if (made.Count > 0)
        {
            KeyFiles.PrivateFile.Write(path, Encoding.UTF8.GetBytes(string.Concat(held.Select(h => $"{h.Key}\t{h.Value}\n"))));
        }

        return (held, made);
    }
}
