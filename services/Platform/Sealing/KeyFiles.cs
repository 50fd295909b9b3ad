using System.Globalization;
using Concord.Platform.Security.Keys;

namespace Concord.Platform.Sealing;

/// <summary>The files of a key directory: <c>{number}-{random}.key</c>, 64 hexadecimal digits each. The last one by name is current, so that it takes one file to renew it.</summary>
internal static class KeyFiles
{
    private const string Suffix = ".key";

    /// <summary>Every key by its name.</summary>
    /// <exception cref="KeyRingException">The directory or a file can be read by others, or holds no key.</exception>
    public static SortedDictionary<string, byte[]> Read(string directory)
    {
        RequirePrivate(directory);
        var keys = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(directory, $"*{Suffix}"))
        {
            RequirePrivate(file);
            keys.Add(Path.GetFileNameWithoutExtension(file), KeyIn(file));
        }

        return keys;
    }

    /// <summary>Makes the key after this one.</summary>
    /// <returns>Its name.</returns>
    public static string Make(string directory, string? current)
    {
        var number = current is null ? 1 : NumberOf(current) + 1;
        var random = new byte[4];
        System.Security.Cryptography.RandomNumberGenerator.Fill(random);
        var name = $"{number.ToString("D6", CultureInfo.InvariantCulture)}-{Convert.ToHexStringLower(random)}";
        PrivateFile.ReadOrMake(Path.Combine(directory, name + Suffix), () => System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(Envelope.NewKey()) + "\n"));
        return name;
    }

    private static int NumberOf(string name) =>
        int.TryParse(name.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new KeyRingException($"The key file {name}{Suffix} has no number.");

    private static byte[] KeyIn(string file)
    {
        try
        {
            var text = File.ReadAllText(file).Trim();
            return text.Length == 2 * Envelope.KeyLength ? Convert.FromHexString(text) : throw new FormatException("The length is another.");
        }
        catch (FormatException e)
        {
            throw new KeyRingException($"{file} holds no key.", e);
        }
    }

    private static void RequirePrivate(string path)
    {
        if (!PrivateFile.IsPrivate(path))
        {
            throw new KeyRingException($"{path} can be read by others than its owner; a key directory has the permissions 0700, its files 0600.");
        }
    }
}
