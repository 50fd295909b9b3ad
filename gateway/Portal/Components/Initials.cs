using System.Globalization;

namespace Concord.Portal.Components;

internal static class Initials
{
    /// <summary>The first letter of the first two words that begin with a capital, or of the first word in a script without them.</summary>
    public static string Of(string name)
    {
        var words = name.Split([' ', '-', '\''], StringSplitOptions.RemoveEmptyEntries).Where(w => char.IsLetter(w, 0)).ToList();
        var capitals = words.Where(w => char.IsUpper(w, 0)).Take(2).ToList();
        return string.Concat((capitals.Count > 0 ? capitals : words.Take(1).Select(WithoutArticle)).Select(w => StringInfo.GetNextTextElement(w)));
    }

    // Nearly every Arabic name of an organization begins with it.
    private static string WithoutArticle(string word) => word.Length > 3 && word.StartsWith("ال", StringComparison.Ordinal) ? word[2..] : word;
}
