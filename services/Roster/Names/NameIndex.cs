using Concord.Roster.Search;

namespace Concord.Roster.Names;

/// <summary>One state of the index of the names of those who may be found, never changed once published.</summary>
/// <param name="Words">Each word of a name, without case and accents.</param>
/// <param name="Sounds">Each way to read a word, behind its skeleton.</param>
internal sealed record NameIndex(WordList Words, WordList Sounds)
{
    private const char Behind = '\t'; // comes before every letter

    public static NameIndex Empty { get; } = new(WordList.Empty, WordList.Empty);

    public static string KeyOf(string sound) => $"{Sound.SkeletonOf(sound)}{Behind}{sound}";

    /// <summary>Those of whom a word begins like this.</summary>
    public void AddBeginning(string plain, Bitmap people)
    {
        for (var at = Words.From(plain); at.IsAtWord && at.Word.StartsWith(plain, StringComparison.Ordinal); at.Next())
        {
            people.SetAll(at.Slots);
        }
    }

    /// <summary>Those of whom a word is another spelling of this one.</summary>
    public void AddSpelledOtherwise(string written, Bitmap people)
    {
        foreach (var sound in Spelling.Of(written))
        {
            var skeleton = $"{Sound.SkeletonOf(sound)}{Behind}";
            for (var at = Sounds.From(skeleton); at.IsAtWord && at.Word.StartsWith(skeleton, StringComparison.Ordinal); at.Next())
            {
                if (SoundFit.Fits(sound, at.Word.AsSpan(skeleton.Length)))
                {
                    people.SetAll(at.Slots);
                }
            }
        }
    }

    /// <summary>Those of whom a word is this one but for a slip of the finger.</summary>
    public void AddSlipped(string plain, Bitmap people)
    {
        if (Slip.Allowed(plain) is > 0 and var most)
        {
            var walk = new SlipWalk(plain, most);
            for (var at = Words.From(""); at.IsAtWord;)
            {
                if (walk.Takes(at.Word, out var next))
                {
                    people.SetAll(at.Slots);
                }

                if (next is null)
                {
                    at.Next();
                }
                else
                {
                    at.SeekAhead(next);
                }
            }
        }
    }
}
