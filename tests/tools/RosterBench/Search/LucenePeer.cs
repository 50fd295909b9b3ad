using System.Runtime.InteropServices;
using Concord.Roster.Mediators;
using Concord.Roster.Search;
using Lucene.Net.Analysis;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Store;
using Lucene.Net.Util;
using LuceneField = Lucene.Net.Documents.Field;
using LuceneTerm = Lucene.Net.Index.Term;

namespace Concord.RosterBench.Search;

/// <summary>
/// Lucene.NET in memory, merged to one segment: a term of the index for each of ours, and one collector that counts, adds up facets from doc values and keeps the first fifty by name. Nothing is scored.
/// </summary>
internal sealed class LucenePeer(int terms, DateOnly today) : IPeer
{
    private readonly RAMDirectory _directory = new();
    private DirectoryReader? _reader;
    private IndexSearcher? _searcher;

    public string Name => "Lucene.NET";

    public Task LoadAsync(IEnumerable<Row> people)
    {
        var analyzer = Analyzer.NewAnonymous((_, _) => throw new NotSupportedException("Nothing is analysed."));
        using (var writer = new IndexWriter(_directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer) { RAMBufferSizeMB = 256 }))
        {
            foreach (var person in people)
            {
                writer.AddDocument(Document(person));
            }

            writer.ForceMerge(1);
        }

        _reader = DirectoryReader.Open(_directory);
        _searcher = new IndexSearcher(_reader);
        return Task.CompletedTask;
    }

    public Func<Answer> Prepare(Question question)
    {
        var query = new BooleanQuery(disableCoord: true);
        foreach (var group in question.AllOf)
        {
            query.Add(group.Length == 1 ? Is(group[0]) : AnyOf(group), Occur.MUST);
        }

        foreach (var word in question.Words)
        {
            query.Add(new PrefixQuery(new LuceneTerm("word", word)), Occur.MUST);
        }

        foreach (var term in question.NoneOf)
        {
            query.Add(Is(term), Occur.MUST_NOT);
        }

        return () =>
        {
            var collector = new Collector(question, terms, today.DayNumber);
            _searcher!.Search(query, collector);
            return collector.Answer();
        };
    }

    public ValueTask DisposeAsync()
    {
        _reader?.Dispose();
        _directory.Dispose();
        return ValueTask.CompletedTask;
    }

    private static TermQuery Is(int term) => new(new LuceneTerm("term", NumberNames.Of(term)));

    private static BooleanQuery AnyOf(int[] group)
    {
        var any = new BooleanQuery(disableCoord: true);
        Array.ForEach(group, term => any.Add(Is(term), Occur.SHOULD));
        return any;
    }

    private static Document Document(Row person)
    {
        var document = new Document
        {
            new SortedDocValuesField("order", new BytesRef($"{person.NameKey}\0{Ordered(person.Id)}")),
            new BinaryDocValuesField("id", new BytesRef(person.Id.ToByteArray())),
            new BinaryDocValuesField("facets", new BytesRef(MemoryMarshal.AsBytes(person.Facets.Select(f => (ushort)f).ToArray()).ToArray())),
            new BinaryDocValuesField("travels", new BytesRef(MemoryMarshal.AsBytes(person.Travels.AsSpan()).ToArray())),
            new BinaryDocValuesField("works", new BytesRef(MemoryMarshal.AsBytes(person.Works.AsSpan()).ToArray())),
            new NumericDocValuesField("until", person.SearchUntil),
            new NumericDocValuesField("notice", person.Notice ?? int.MaxValue),
        };
        foreach (var term in person.Terms)
        {
            document.Add(new StringField("term", NumberNames.Of(term), LuceneField.Store.NO));
        }

        foreach (var word in person.NameKey.Split(' ').Distinct())
        {
            document.Add(new StringField("word", word, LuceneField.Store.NO));
        }

        return document;
    }

    // Guids are compared as their text is.
    private static string Ordered(Guid id) => id.ToString("N");

    private sealed class Collector(Question question, int terms, int today) : ICollector
    {
        private readonly int[] _counts = new int[terms];
        private readonly PriorityQueue<(int Order, int Doc), int> _first = new(Concord.RosterBench.Search.Answer.PageSize + 1);
        private readonly BytesRef _bytes = new();
        private int _total;
        private SortedDocValues _order = null!;
        private BinaryDocValues _ids = null!;
        private BinaryDocValues _facets = null!;
        private BinaryDocValues? _free;
        private NumericDocValues _until = null!;
        private NumericDocValues? _notice;

        public bool AcceptsDocsOutOfOrder => true;

        public void SetScorer(Scorer scorer)
        {
        }

        public void SetNextReader(AtomicReaderContext context)
        {
            var reader = context.AtomicReader;
            _order = reader.GetSortedDocValues("order");
            _ids = reader.GetBinaryDocValues("id");
            _facets = reader.GetBinaryDocValues("facets");
            _until = reader.GetNumericDocValues("until");
            _notice = question.Notice is null ? null : reader.GetNumericDocValues("notice");
            _free = question.Free is { } need ? reader.GetBinaryDocValues(need.Mode == DeploymentMode.InPerson ? "travels" : "works") : null;
        }

        public void Collect(int doc)
        {
            if (_until.Get(doc) < today || _notice?.Get(doc) > question.Notice || (_free is not null && !IsFree(doc)))
            {
                return;
            }

            _total++;
            _facets.Get(doc, _bytes);
            foreach (var facet in MemoryMarshal.Cast<byte, ushort>(_bytes.Bytes.AsSpan(_bytes.Offset, _bytes.Length)))
            {
                _counts[facet]++;
            }

            var order = _order.GetOrd(doc);
            if (_first.Count < Concord.RosterBench.Search.Answer.PageSize)
            {
                _first.Enqueue((order, doc), -order);
            }
            else if (order < _first.Peek().Order)
            {
                _first.EnqueueDequeue((order, doc), -order);
            }
        }

        public Answer Answer()
        {
            var page = new Guid[_first.Count];
            for (var i = page.Length - 1; i >= 0; i--)
            {
                _ids.Get(_first.Dequeue().Doc, _bytes);
                page[i] = new Guid(_bytes.Bytes.AsSpan(_bytes.Offset, _bytes.Length));
            }

            return new Answer(_total, page, () => Counted.Of(_counts));
        }

        private bool IsFree(int doc)
        {
            _free!.Get(doc, _bytes);
            foreach (var span in MemoryMarshal.Cast<byte, DaySpan>(_bytes.Bytes.AsSpan(_bytes.Offset, _bytes.Length)))
            {
                if (span.Covers(question.Free!.Days.First, question.Free.Days.Last))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
