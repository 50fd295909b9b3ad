using System.Text;
using Concord.Platform.Texts;

namespace Concord.Identity.Accounts;

/// <summary>The 4000 passwords of twelve characters and more that people use most (THIRD-PARTY-NOTICES.md): whoever guesses begins with them.</summary>
internal static class CommonPasswords
{
    private static readonly Lazy<HashSet<string>> Known = new(Read);

    /// <summary>However it is written: in capitals, in wide letters or in small.</summary>
    public static bool Include(string password) => Known.Value.Contains(FormOf(password));

    /// <summary>What two passwords have in common that a person would call the same (NFKC, without case).</summary>
    public static string FormOf(string password) => NormalForm.In(password, NormalizationForm.FormKC).ToLowerInvariant();

    private static HashSet<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("common-passwords.txt") ?? throw new InvalidOperationException("common-passwords.txt was not built in.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
