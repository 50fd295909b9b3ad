namespace Concord.Roster.Names;

/// <summary>A slip of the finger: a letter too many, one too few, another one, or two that changed places.</summary>
internal static class Slip
{
    private const int ShortestForOne = 4;
    private const int ShortestForTwo = 8;

    /// <summary>How many there may be in a word: none in a short one, which would soon be every other short one.</summary>
    public static int Allowed(string plain) => plain.Length >= ShortestForTwo ? 2 : plain.Length >= ShortestForOne ? 1 : 0;

    /// <summary>Whether the word is the one that was typed but for that.</summary>
    public static bool Is(string typed, string word) => Allowed(typed) is > 0 and var most && new SlipWalk(typed, most).Takes(word, out _);
}
