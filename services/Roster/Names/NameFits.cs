using Concord.Roster.Search;

namespace Concord.Roster.Names;

/// <summary>Those who were found, by how well their names fit what was typed.</summary>
/// <param name="All">All of them.</param>
/// <param name="Steps">Each of them once, those who fit best first; one step where no name was asked for.</param>
internal sealed record NameFits(Bitmap All, IReadOnlyList<(NameFit Fit, Bitmap People)> Steps) : IDisposable
{
    /// <summary>Where nothing was typed, everybody fits alike.</summary>
    public static NameFits Unasked(Bitmap found) => new(found, [(NameFit.SameSpelling, found)]);

    /// <summary>Of the people found so far, whose names fit. Nobody else is counted or told apart.</summary>
    /// <param name="names">The names of all.</param>
    /// <param name="slots">How many slots there are.</param>
    /// <param name="found">Of whom.</param>
    /// <param name="words">What was typed; nobody is found by no word.</param>
    public static NameFits Of(NameIndex names, int slots, Bitmap found, List<NameWord> words)
    {
        if (words.Count == 0)
        {
            return Unasked(new Bitmap(slots));
        }

        var same = found.Clone();
        var spelled = new List<Bitmap?>();
        var slipped = new List<Bitmap?>();
        for (var i = 0; i < words.Count; i++)
        {
            var people = new Bitmap(slots);
            names.AddBeginning(words[i].Plain, people);
            same.And(people);
            var article = i + 1 < words.Count && Particles.IsArticle(words[i].Written, words[i + 1].Written);
            names.AddSpelledOtherwise(words[i].Written, people);
            spelled.Add(article ? null : people.Clone());
            names.AddSlipped(words[i].Plain, people);
            slipped.Add(article ? null : people);
        }

        var joined = Particles.Join(words, everyTwo: true).Select(j =>
        {
            var people = new Bitmap(slots);
            names.AddSpelledOtherwise(j.Written, people);
            return (Words: j, People: people);
        }).ToList();
        var (bySpelling, all) = (Along(found, spelled, joined), Along(found, slipped, joined));
        spelled.Concat(slipped).Concat(joined.Select(j => j.People)).ToList().ForEach(people => people?.Dispose());
        return new NameFits(all, [(NameFit.SameSpelling, same), (NameFit.OtherSpelling, Without(bySpelling, same)), (NameFit.SmallSlip, Without(all, bySpelling))]);
    }

    public void Dispose()
    {
        All.Dispose();
        foreach (var (_, people) in Steps)
        {
            people.Dispose();
        }
    }

    // Whoever fits the words up to here by one way or another: each alone, or some of them as one.
    private static Bitmap Along(Bitmap found, List<Bitmap?> words, List<(Joined Words, Bitmap People)> joined)
    {
        var upTo = new List<Bitmap> { found };
        for (var end = 1; end <= words.Count; end++)
        {
            var fitting = upTo[end - 1].Clone();
            if (words[end - 1] is { } people)
            {
                fitting.And(people);
            }

            foreach (var (written, whole) in joined.Where(j => j.Words.First + j.Words.Count == end))
            {
                using var together = upTo[written.First].Clone();
                together.And(whole);
                fitting.Or(together);
            }

            upTo.Add(fitting);
        }

        upTo[1..^1].ForEach(people => people.Dispose());
        return upTo[^1];
    }

    private static Bitmap Without(Bitmap people, Bitmap others)
    {
        var rest = people.Clone();
        rest.AndNot(others);
        return rest;
    }
}
