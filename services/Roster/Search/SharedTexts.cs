using System.Collections.Concurrent;

namespace Concord.Roster.Search;

/// <summary>
/// Numbers for the texts that many people share: codes of places and languages, names of organizations. They are never forgotten; there are as many as reference data and organizations have.
/// </summary>
internal static class SharedTexts
{
    private static readonly ConcurrentDictionary<string, int> Numbers = new(StringComparer.Ordinal);
    private static readonly Lock Adding = new();
    private static volatile string[] s_texts = [];

    public static int NumberOf(string text)
    {
        if (Numbers.TryGetValue(text, out var number))
        {
            return number;
        }

        lock (Adding)
        {
            if (!Numbers.TryGetValue(text, out number))
            {
                number = s_texts.Length;
                s_texts = [.. s_texts, text];
                Numbers[text] = number;
            }

            return number;
        }
    }

    public static string Of(int number) => s_texts[number];
}
