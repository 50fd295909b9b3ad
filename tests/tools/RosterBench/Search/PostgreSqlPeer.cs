using System.Globalization;
using System.Text;
using Concord.Roster.Mediators;
using Concord.Roster.Search;
using Concord.Support.Servers;
using Npgsql;
using NpgsqlTypes;

namespace Concord.RosterBench.Search;

/// <summary>
/// PostgreSQL on this machine: all terms of a person in one array under a GIN index of `intarray`, which answers all filters at once; the days as multiranges, the name under a trigram index. One prepared
/// statement, one round trip. All data and indexes fit into its memory.
/// </summary>
internal sealed class PostgreSqlPeer(DateOnly today) : IPeer
{
    private PostgreSqlServer? _server;
    private NpgsqlConnection? _connection;

    public string Name => "PostgreSQL";

    public async Task LoadAsync(IEnumerable<Row> people)
    {
        _server = await PostgreSqlServer.StartAsync(durable: false, "shared_buffers=3GB", "work_mem=256MB", "maintenance_work_mem=1GB", "effective_cache_size=8GB", "random_page_cost=1.1", "gin_fuzzy_search_limit=0");
        _connection = new NpgsqlConnection(_server.ConnectionString("postgres"));
        await _connection.OpenAsync();
        await ExecuteAsync("""
            CREATE EXTENSION intarray;
            CREATE EXTENSION pg_trgm;
            CREATE TABLE people (
                slot int PRIMARY KEY, id uuid NOT NULL, name_key text COLLATE "C" NOT NULL, name text NOT NULL, terms int[] NOT NULL, facets int[] NOT NULL, search_until date NOT NULL, notice smallint,
                travels datemultirange NOT NULL, works datemultirange NOT NULL);
            """);
        await using (var writer = await _connection.BeginBinaryImportAsync("COPY people FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var row in people)
            {
                await writer.StartRowAsync();
                await writer.WriteAsync(row.Slot, NpgsqlDbType.Integer);
                await writer.WriteAsync(row.Id, NpgsqlDbType.Uuid);
                await writer.WriteAsync(row.NameKey, NpgsqlDbType.Text);
                await writer.WriteAsync(row.Name, NpgsqlDbType.Text);
                await writer.WriteAsync(row.Terms, NpgsqlDbType.Array | NpgsqlDbType.Integer);
                await writer.WriteAsync(row.Facets, NpgsqlDbType.Array | NpgsqlDbType.Integer);
                await writer.WriteAsync(DateOnly.FromDayNumber(Math.Min(row.SearchUntil, new DateOnly(9999, 12, 30).DayNumber)), NpgsqlDbType.Date);
                await (row.Notice is { } notice ? writer.WriteAsync((short)notice, NpgsqlDbType.Smallint) : writer.WriteNullAsync());
                await writer.WriteAsync(Ranges(row.Travels), NpgsqlDbType.DateMultirange);
                await writer.WriteAsync(Ranges(row.Works), NpgsqlDbType.DateMultirange);
            }

            await writer.CompleteAsync();
        }

        await ExecuteAsync("""
            CREATE INDEX ON people USING gin (terms gin__int_ops);
            CREATE INDEX ON people USING gin (name_key gin_trgm_ops);
            CREATE INDEX ON people (name_key, id);
            CREATE INDEX ON people (notice);
            """);
        await ExecuteAsync("VACUUM ANALYZE people");
    }

    public Func<Answer> Prepare(Question question)
    {
        // Always as numbers in the statement: its planner then knows how many people each has.
        var terms = string.Join('&', question.AllOf.Select(group => $"({string.Join('|', group)})").Concat(question.NoneOf.Select(t => $"!{t}")));
        var sql = new StringBuilder().Append(CultureInfo.InvariantCulture, $"WITH hits AS MATERIALIZED (SELECT id, name_key, facets FROM people WHERE terms @@ '{terms}'::query_int AND search_until >= '{today:O}'");
        if (question.Free is { } need)
        {
            sql.Append(CultureInfo.InvariantCulture, $" AND {(need.Mode == DeploymentMode.InPerson ? "travels" : "works")} @> daterange('{Date(need.Days.First)}', '{Date(need.Days.Last)}', '[]')");
        }

        if (question.Notice is { } notice)
        {
            sql.Append(CultureInfo.InvariantCulture, $" AND notice <= {notice}");
        }

        foreach (var word in question.Words)
        {
            sql.Append(CultureInfo.InvariantCulture, $" AND (name_key LIKE '{word}%' OR name_key LIKE '% {word}%')");
        }

        sql.Append(CultureInfo.InvariantCulture, $"""
            )
            (SELECT 0, NULL::int, count(*), NULL::uuid, NULL::text FROM hits)
            UNION ALL (SELECT 1, NULL, NULL, id, name_key FROM hits ORDER BY name_key, id LIMIT {Answer.PageSize})
            UNION ALL (SELECT 2, f, count(*), NULL, NULL FROM hits, unnest(facets) f GROUP BY f)
            """);
        var command = new NpgsqlCommand(sql.ToString(), _connection);
        command.Prepare();
        return () => Read(command);
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }

        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private static Answer Read(NpgsqlCommand command)
    {
        var total = 0;
        var page = new List<(string NameKey, Guid Id)>();
        var facets = new Dictionary<int, int>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            switch (reader.GetInt32(0))
            {
                case 0: total = (int)reader.GetInt64(2); break;
                case 1: page.Add((reader.GetString(4), reader.GetGuid(3))); break;
                default: facets.Add(reader.GetInt32(1), (int)reader.GetInt64(2)); break;
            }
        }

        return new Answer(total, [.. page.Select(p => p.Id)], () => facets);
    }

    private static string Date(int day) => DateOnly.FromDayNumber(day).ToString("O", CultureInfo.InvariantCulture);

    private static NpgsqlRange<DateOnly>[] Ranges(DaySpan[] spans) => [.. spans.Select(s => new NpgsqlRange<DateOnly>(DateOnly.FromDayNumber(s.First), true, DateOnly.FromDayNumber(s.Last), true))];

    private async Task ExecuteAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, _connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
