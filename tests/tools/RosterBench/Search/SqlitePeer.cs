using System.Runtime.InteropServices;
using System.Text;
using Concord.Roster.Mediators;
using Microsoft.Data.Sqlite;

namespace Concord.RosterBench.Search;

/// <summary>
/// SQLite in memory with FTS5: each term is a word, so that one MATCH answers all filters (`detail=none`, no column sizes, nothing stored twice). Facets and the first fifty are taken by whoever
/// reads the hits.
/// </summary>
internal sealed class SqlitePeer(int terms, DateOnly today) : IPeer
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public string Name => "SQLite FTS5";

    public Task LoadAsync(IEnumerable<Row> people)
    {
        _connection.Open();
        Execute("""
            PRAGMA cache_size = -2000000;
            CREATE TABLE people (slot INTEGER PRIMARY KEY, id BLOB NOT NULL, name_key TEXT NOT NULL, name TEXT NOT NULL, facets BLOB NOT NULL, search_until INTEGER NOT NULL, notice INTEGER);
            CREATE TABLE free (slot INTEGER, mode INTEGER, first INTEGER, last INTEGER, PRIMARY KEY (slot, mode, first)) WITHOUT ROWID;
            CREATE VIRTUAL TABLE terms USING fts5(words, content='', detail=none, columnsize=0, tokenize='ascii', prefix='4 5 6');
            BEGIN;
            """);
        using var person = Command("INSERT INTO people VALUES ($slot, $id, $name_key, $name, $facets, $search_until, $notice)");
        using var free = Command("INSERT INTO free VALUES ($slot, $mode, $first, $last)");
        using var words = Command("INSERT INTO terms (rowid, words) VALUES ($slot, $words)");
        foreach (var row in people)
        {
            Run(person, row.Slot, row.Id.ToByteArray(), row.NameKey, row.Name, MemoryMarshal.AsBytes(row.Facets.Select(f => (ushort)f).ToArray()).ToArray(), row.SearchUntil, (object?)row.Notice ?? DBNull.Value);
            Run(words, row.Slot, string.Join(' ', row.Terms.Select(Word).Concat(row.NameKey.Split(' ').Select(w => $"name{w}"))));
            foreach (var mode in (DeploymentMode[])[DeploymentMode.InPerson, DeploymentMode.Remote])
            {
                foreach (var span in row.Free(mode))
                {
                    Run(free, row.Slot, (int)mode, span.First, span.Last);
                }
            }
        }

        Execute("COMMIT; INSERT INTO terms (terms) VALUES ('optimize'); ANALYZE;");
        return Task.CompletedTask;
    }

    public Func<Answer> Prepare(Question question)
    {
        var match = string.Join(" AND ", question.AllOf.Select(group => $"({string.Join(" OR ", group.Select(Word))})").Concat(question.Words.Select(w => $"name{w}*")));
        foreach (var term in question.NoneOf)
        {
            match = $"({match}) NOT {Word(term)}";
        }

        var sql = new StringBuilder("SELECT p.id, p.name_key, p.facets FROM terms JOIN people p ON p.slot = terms.rowid WHERE terms MATCH $match AND p.search_until >= $today");
        if (question.Notice is { } notice)
        {
            sql.Append($" AND p.notice <= {notice}");
        }

        if (question.Free is { } need)
        {
            sql.Append($" AND EXISTS (SELECT 1 FROM free f WHERE f.slot = p.slot AND f.mode = {(int)need.Mode} AND f.first <= {need.Days.First} AND f.last >= {need.Days.Last})");
        }

        var command = Command(sql.ToString());
        command.Parameters["$match"].Value = match;
        command.Parameters["$today"].Value = today.DayNumber;
        command.Prepare();
        return () => Answer(command);
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private Answer Answer(SqliteCommand command)
    {
        var counts = new int[terms];
        var total = 0;
        var first = new PriorityQueue<Guid, (string Name, Guid Id)>(Comparer<(string Name, Guid Id)>.Create((a, b) => -ByName(a, b)));
        var facets = new byte[1024];
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            total++;
            var length = (int)reader.GetBytes(2, 0, facets, 0, facets.Length);
            foreach (var facet in MemoryMarshal.Cast<byte, ushort>(facets.AsSpan(0, length)))
            {
                counts[facet]++;
            }

            var key = (reader.GetString(1), reader.GetGuid(0));
            if (first.Count < Search.Answer.PageSize)
            {
                first.Enqueue(key.Item2, key);
            }
            else
            {
                first.EnqueueDequeue(key.Item2, key);
            }
        }

        var page = new Guid[first.Count];
        for (var i = page.Length - 1; i >= 0; i--)
        {
            page[i] = first.Dequeue();
        }

        return new Answer(total, page, () => Counted.Of(counts));
    }

    private static int ByName((string Name, Guid Id) a, (string Name, Guid Id) b) => string.CompareOrdinal(a.Name, b.Name) is not 0 and var byName ? byName : a.Id.CompareTo(b.Id);

    private static string Word(int term) => $"t{term}";

    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var name in sql.Split('$')[1..].Select(part => new string([.. part.TakeWhile(c => char.IsLetter(c) || c == '_')])).Distinct())
        {
            command.Parameters.Add(new SqliteParameter($"${name}", null));
        }

        return command;
    }

    private static void Run(SqliteCommand command, params object[] values)
    {
        foreach (var (value, i) in values.Select((v, i) => (v, i)))
        {
            command.Parameters[i].Value = value;
        }

        command.ExecuteNonQuery();
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
