using System.Diagnostics;
using Concord.Roster.Names;
using Concord.Roster.Search;
using Concord.Roster.Synthetic;

namespace Concord.RosterBench.Names;

/// <summary>What finding names costs: memory for each person, time for a question, time until a change is published; beside a look at every name.</summary>
internal static class NameBench
{
    private const int Times = 200;
    private static readonly string[] s_typed = ["ka", "kamala", "mohamed", "Müller", "берг", "abdul rahman", "konstantin", "nordstrand sigmund", "al-haq", "zzyzx"];

    public static int Run(TextWriter output, int people, int unlike)
    {
        var (names, random) = (NamesOf(people, unlike), new Random(3));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var clock = Stopwatch.StartNew();
        var writer = new NameIndexWriter();
        for (var slot = 0; slot < names.Length; slot++)
        {
            writer.Rename(slot, null, names[slot]);
        }

        var index = writer.Build();
        var built = clock.Elapsed;
        var bytes = (GC.GetTotalMemory(forceFullCollection: true) - before) / (double)people;
        output.WriteLine($"{people} people, {CountOf(index.Words)} different words, {CountOf(index.Sounds)} ways to read one: {bytes:0} bytes a person, built in {built.TotalSeconds:0.0} s");
        var everybody = new Bitmap(people);
        for (var slot = 0; slot < people; slot++)
        {
            everybody.Set(slot);
        }

        var keys = Array.ConvertAll(names, NameKey.Of);
        output.WriteLine("| typed | found: same spelling, other spelling, slip | p50 / p99 | every name looked at, beginnings only |");
        output.WriteLine("|---|---|---|---|");
        foreach (var typed in s_typed)
        {
            var words = NameWord.In(typed);
            using var fits = NameFits.Of(index, people, everybody, words);
            var (half, most) = Measure(Times, () => NameFits.Of(index, people, everybody, words).Dispose());
            var (peer, _) = Measure(5, () => keys.Count(key => words.TrueForAll(w => key.StartsWith(w.Plain, StringComparison.Ordinal) || key.Contains($" {w.Plain}", StringComparison.Ordinal))));
            output.WriteLine($"| {typed} | {string.Join(", ", fits.Steps.Select(s => s.People.Count()))} | {half:0.00} / {most:0.00} ms | {peer:0} ms |");
        }

        var (change, longest) = Measure(Times, () =>
        {
            var slot = random.Next(people);
            writer.Rename(slot, names[slot], names[slot] = names[random.Next(people)] + " Karim");
            _ = writer.Build();
        });
        output.WriteLine($"a name changed and published: p50 {change:0.00} ms, p99 {longest:0.00} ms");
        return 0;
    }

    // The generator's names come from few syllables; some get words of their own, as in life.
    private static string[] NamesOf(int people, int unlike)
    {
        var (generator, random) = (new Generator(7), new Random(1));
        return [.. Enumerable.Range(1, people).Select(i => random.Next(100) < unlike ? $"{generator.Make(i).DisplayName} {WordOf(random)}" : generator.Make(i).DisplayName)];
    }

    private static string WordOf(Random random) => string.Concat(Enumerable.Range(0, random.Next(2, 5)).Select(_ => $"{"bcdfghjklmnprstvz"[random.Next(17)]}{"aeiou"[random.Next(5)]}{(random.Next(3) == 0 ? "lmnrst"[random.Next(6)] : "")}"));

    private static int CountOf(WordList words)
    {
        var count = 0;
        for (var at = words.From(""); at.IsAtWord; at.Next())
        {
            count++;
        }

        return count;
    }

    private static (double Half, double Most) Measure<T>(int times, Func<T> act) => Measure(times, () => { _ = act(); });

    private static (double Half, double Most) Measure(int times, Action act)
    {
        act();
        var took = new double[times];
        for (var i = 0; i < times; i++)
        {
            var start = Stopwatch.GetTimestamp();
            act();
            took[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(took);
        return (took[times / 2], took[Math.Min(times - 1, times * 99 / 100)]);
    }
}
