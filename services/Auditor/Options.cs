using System.Security.Cryptography;
using Concord.Contracts.Audit;

namespace Concord.Auditor;

/// <summary>The command line was not understood.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>Words of a command line that come in pairs.</summary>
internal sealed class Options
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <returns>Null where a word is none of these, has no value, or stands twice.</returns>
    public static Options? Read(string[] words, params string[] known)
    {
        var options = new Options();
        return words.Length % 2 == 0 && words.Chunk(2).All(pair => known.Contains(pair[0], StringComparer.Ordinal) && options._values.TryAdd(pair[0], pair[1])) ? options : null;
    }

    public string Required(string name) => this[name] ?? throw new UsageException($"{name} is needed.");

    /// <summary>The public keys in a file; none where the option is absent.</summary>
    public IReadOnlyCollection<ECDsa> Keys(string name) => this[name] is { } file ? HeadKey.ReadAll(File.ReadAllText(file)) : [];
}
