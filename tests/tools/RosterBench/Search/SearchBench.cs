using System.Diagnostics;
using Concord.Contracts.Access;
using Concord.Roster.Geography;
using Concord.Roster.Search;
using Concord.Roster.Synthetic;

namespace Concord.RosterBench.Search;

/// <summary>The roster's search beside PostgreSQL, SQLite and Lucene.NET: the same people, the same twelve queries one after the other in turn, and the same answer or the run fails.</summary>
internal static class SearchBench
{
    private const int Changes = 1_000;
    private static readonly DateOnly Today = new(2026, 6, 1);
    private static readonly DateTime Now = Today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    public static async Task<int> RunAsync(TextWriter output, int[] sizes, int rounds, bool peers)
    {
        foreach (var size in sizes)
        {
            await RunAsync(output, size, rounds, peers);
        }

        return 0;
    }

    private static async Task RunAsync(TextWriter output, int size, int rounds, bool withPeers)
    {
        var before = Heap();
        var (writer, build) = Fill(size);
        var index = writer.Build();
        output.WriteLine($"{size} people: filled in {build.TotalSeconds:0.0} s; {(Heap() - before) / size} bytes each in memory, records for the hits included");
        var vocabulary = VocabularyOf(index);
        List<IPeer> peers = withPeers ? Peers(vocabulary) : [];
        var engines = await LoadAsync(index, vocabulary, peers, output);
        Check(engines);
        Measure(output, index, engines, rounds);
        Visible(output, writer, index);
        foreach (var peer in peers)
        {
            await peer.DisposeAsync();
        }
    }

    /// <summary>Asks Concord and its peers the twelve queries, and compares what they answer; nothing is measured.</summary>
    /// <exception cref="InvalidOperationException">One of them answers otherwise.</exception>
    public static async Task AgreeAsync(int size)
    {
        var index = Fill(size).Writer.Build();
        var vocabulary = VocabularyOf(index);
        var peers = Peers(vocabulary);
        Check(await LoadAsync(index, vocabulary, peers, TextWriter.Null));
        foreach (var peer in peers)
        {
            await peer.DisposeAsync();
        }
    }

    private static Vocabulary VocabularyOf(RosterIndex index)
    {
        var vocabulary = new Vocabulary();
        foreach (var term in Enumerable.Range(0, index.Count).SelectMany(slot => index[slot].Terms(Atlas.Shipped)))
        {
            _ = vocabulary[term];
        }

        return vocabulary;
    }

    private static List<IPeer> Peers(Vocabulary vocabulary) => [new LucenePeer(vocabulary.Count, Today), new SqlitePeer(vocabulary.Count, Today), new PostgreSqlPeer(Today)];

    private static async Task<List<(string Name, Func<Answer>[] Ask)>> LoadAsync(RosterIndex index, Vocabulary vocabulary, List<IPeer> peers, TextWriter output)
    {
        var questions = Mix.All.Select(m => Question.Of(m.Query, m.Clearance, vocabulary)).ToArray();
        List<(string Name, Func<Answer>[] Ask)> engines = [("Concord", [.. Mix.All.Select(m => (Func<Answer>)(() => Ask(index, m.Query, m.Clearance, vocabulary)))])];
        foreach (var peer in peers)
        {
            var clock = Stopwatch.StartNew();
            await peer.LoadAsync(Enumerable.Range(0, index.Count).Select(slot => Row.Of(slot, index[slot], vocabulary, Atlas.Shipped)));
            output.WriteLine($"{peer.Name}: loaded in {clock.Elapsed.TotalSeconds:0} s");
            engines.Add((peer.Name, [.. questions.Select(peer.Prepare)]));
        }

        return engines;
    }

    private static (RosterIndexWriter Writer, TimeSpan Took) Fill(int size)
    {
        var writer = new RosterIndexWriter(Atlas.Shipped);
        var generator = new Generator(SyntheticRoster.Seed);
        var clock = new Stopwatch();
        foreach (var number in Enumerable.Range(1, size))
        {
            var profile = SyntheticRoster.Make(generator.Make(number), Generator.IdOf(number), null, Atlas.Shipped, Now).Profile;
            clock.Start();
            writer.Put(new RosterEntry(profile));
            clock.Stop();
        }

        clock.Start();
        writer.Build();
        clock.Stop();
        return (writer, clock.Elapsed);
    }

    // What the endpoint does between the checked request and its answer, without writing it as JSON: none of the peers does that either.
    private static Answer Ask(RosterIndex index, SearchQuery query, Classification clearance, Vocabulary vocabulary)
    {
        using var found = Finder.FindByFit(index, query, clearance, Today);
        var page = FoundPage.Of(index, found, null, Answer.PageSize);
        var facets = FacetCounts.Of(index, found.All);
        return new Answer(found.All.Count(), [.. page.Select(hit => index.Packed(hit.Slot).Id.Value)], () => Counted.Of(facets, vocabulary));
    }

    private static void Check(List<(string Name, Func<Answer>[] Ask)> engines)
    {
        for (var q = 0; q < Mix.All.Length; q++)
        {
            var ours = engines[0].Ask[q]();
            foreach (var (name, ask) in engines.Skip(1))
            {
                // Of names the peers know the beginnings; whoever is spelled otherwise comes behind those, and only here.
                if (ask[q]() is var theirs && !(Mix.All[q].Query.Words.Length > 0 ? ours.BeginsAs(theirs) : ours.SameAs(theirs)))
                {
                    throw new InvalidOperationException($"{name} answers otherwise to “{Mix.All[q].What}”: {theirs.Total} people, not {ours.Total}.");
                }
            }
        }
    }

    private static void Measure(TextWriter output, RosterIndex index, List<(string Name, Func<Answer>[] Ask)> engines, int rounds)
    {
        var times = engines.Select(_ => Mix.All.Select(_ => new List<double>()).ToArray()).ToArray();
        Warm(engines);
        for (var round = 0; round < rounds; round++)
        {
            // Each engine the whole mix: its data then lie as near as they do where it is asked all the time. The first of the twelve still finds what the others have left in the caches.
            for (var e = 0; e < engines.Count; e++)
            {
                // Who is ten or a hundred times as slow is asked less often, and still often enough for a 99th percentile.
                for (var q = 0; q < Mix.All.Length && (e < 2 || round <= rounds / 10); q++)
                {
                    var start = Stopwatch.GetTimestamp();
                    var answer = engines[e].Ask[q]();
                    times[e][q].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                    GC.KeepAlive(answer);
                }
            }
        }

        output.WriteLine($"| median ms | found | {string.Join(" | ", engines.Select(e => e.Name))} |");
        output.WriteLine($"|---|---|{string.Concat(engines.Select(_ => "---|"))}");
        for (var q = 0; q < Mix.All.Length; q++)
        {
            output.WriteLine($"| {Mix.All[q].What} | {engines[0].Ask[q]().Total} | {string.Join(" | ", times.Select(t => $"{At(t[q], 0.5):0.000}"))} |");
        }

        var ours = At([.. times[0].SelectMany(t => t)], 0.5);
        output.WriteLine($"| **the whole mix, p50 / p99** | of {index.Count} | {string.Join(" | ", times.Select(t => $"{At([.. t.SelectMany(x => x)], 0.5):0.000} / {At([.. t.SelectMany(x => x)], 0.99):0.00}"))} |");
        output.WriteLine($"| ratio of the medians | | {string.Join(" | ", times.Select(t => $"{At([.. t.SelectMany(x => x)], 0.5) / ours:0.0}"))} |");
    }

    // Until the runtime has compiled what is used often for good, and the peers have read their data.
    private static void Warm(List<(string Name, Func<Answer>[] Ask)> engines)
    {
        foreach (var (_, ask) in engines)
        {
            var clock = Stopwatch.StartNew();
            while (clock.Elapsed < TimeSpan.FromSeconds(4))
            {
                Array.ForEach(ask, question => GC.KeepAlive(question()));
            }
        }
    }

    private static void Visible(TextWriter output, RosterIndexWriter writer, RosterIndex index)
    {
        var generator = new Generator(SyntheticRoster.Seed + 1);
        var times = new List<double>();
        for (var i = 0; i < 2 * Changes; i++)
        {
            var number = (int)((i * 7919L) % index.Count) + 1;
            var profile = SyntheticRoster.Make(generator.Make(number), Generator.IdOf(number), null, Atlas.Shipped, Now).Profile;
            profile.Version = i + 2;
            var start = Stopwatch.GetTimestamp();
            writer.Put(new RosterEntry(profile));
            GC.KeepAlive(writer.Build());
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        // The first half warms, as for the searches.
        times.RemoveRange(0, Changes);
        output.WriteLine($"A changed person is found after {At(times, 0.5):0.00} ms (p99 {At(times, 0.99):0.00} ms).");
    }

    private static double At(List<double> times, double part)
    {
        times.Sort();
        return times[Math.Min(times.Count - 1, (int)(times.Count * part))];
    }

    private static long Heap() => GC.GetTotalMemory(forceFullCollection: true);
}
