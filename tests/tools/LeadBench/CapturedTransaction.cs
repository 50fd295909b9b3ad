using System.Text.RegularExpressions;
using Npgsql;
using NpgsqlTypes;

namespace Concord.LeadBench;

/// <summary>
/// One transaction as PostgreSQL has logged it, to be sent again by a bare client for another process: the same statements with the same values, but for the names of what is made and changed.
/// </summary>
internal sealed partial class CapturedTransaction
{
    private readonly IReadOnlyList<(string Sql, IReadOnlyList<string?> Values)> _statements;
    private readonly string _sequence;

    private CapturedTransaction(IReadOnlyList<(string Sql, IReadOnlyList<string?> Values)> statements)
    {
        _statements = statements;
        var (sql, values) = statements.Single(s => s.Sql.Contains("INSERT INTO \"AuditEntries\"", StringComparison.Ordinal));
        _sequence = values[sql.Split('(', ')')[1].Split(", ").Index().Single(c => c.Item == "\"Sequence\"").Index]!;
    }

    public int Statements => _statements.Count;

    /// <param name="log">Lines of the log since before the act.</param>
    /// <param name="marker">Text of a statement that only this transaction has.</param>
    public static CapturedTransaction Find(IEnumerable<string> log, string marker)
    {
        Dictionary<string, List<(string Sql, IReadOnlyList<string?> Values)>> open = [];
        foreach (var line in Joined(log))
        {
            if (Statement().Match(line) is { Success: true } statement)
            {
                var (session, sql) = (statement.Groups[1].Value, statement.Groups[2].Value);
                if (sql.StartsWith("BEGIN", StringComparison.Ordinal))
                {
                    open[session] = [];
                }
                else if (sql.StartsWith("COMMIT", StringComparison.Ordinal) && open.Remove(session, out var done))
                {
                    if (done.Any(s => s.Sql.Contains(marker, StringComparison.Ordinal)))
                    {
                        return new CapturedTransaction(done);
                    }
                }
                else if (open.TryGetValue(session, out var going))
                {
                    going.Add((sql, []));
                }
            }
            else if (Parameters().Match(line) is { Success: true } parameters && open.TryGetValue(parameters.Groups[1].Value, out var going) && going.Count > 0)
            {
                going[^1] = (going[^1].Sql, [.. Value().Matches(parameters.Groups[2].Value).Select(v => v.Groups[1].Success ? v.Groups[1].Value.Replace("''", "'", StringComparison.Ordinal) : null)]);
            }
        }

        throw new InvalidOperationException($"No transaction with {marker} was logged.");
    }

    /// <summary>Sends it once, in a transaction of its own; what follows on a statement that returns nothing goes with it in one batch, as the service sends it.</summary>
    /// <param name="connection">Open.</param>
    /// <param name="names">What stands for the process and the proposal it was captured of.</param>
    public async Task SendAsync(NpgsqlConnection connection, IReadOnlyDictionary<string, string> names)
    {
        var fresh = new Dictionary<string, string>(names, StringComparer.Ordinal);
        var sequence = "";
        await using var transaction = await connection.BeginTransactionAsync();
        for (var i = 0; i < _statements.Count;)
        {
            await using var batch = new NpgsqlBatch(connection, transaction);
            do
            {
                batch.BatchCommands.Add(Command(_statements[i], fresh, sequence));
            }
            while (++i < _statements.Count && !Reads(_statements[i - 1].Sql) && !Reads(_statements[i].Sql));

            await using var rows = await batch.ExecuteReaderAsync();
            if (_statements[i - 1].Sql.Contains("FROM \"AuditTip\"", StringComparison.Ordinal) && await rows.ReadAsync())
            {
                sequence = (Convert.ToInt64(rows["Size"], System.Globalization.CultureInfo.InvariantCulture) - 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            }

            do
            {
                while (await rows.ReadAsync())
                {
                }
            }
            while (await rows.NextResultAsync());
        }

        await transaction.CommitAsync();
    }

    private NpgsqlBatchCommand Command((string Sql, IReadOnlyList<string?> Values) statement, Dictionary<string, string> names, string sequence)
    {
        var command = new NpgsqlBatchCommand(statement.Sql);
        foreach (var value in statement.Values)
        {
            object sent = value is null ? DBNull.Value : value == _sequence && sequence.Length > 0 ? sequence : Renamed(value, names);
            command.Parameters.Add(new NpgsqlParameter { Value = sent, NpgsqlDbType = NpgsqlDbType.Unknown });
        }

        return command;
    }

    private static string Renamed(string value, Dictionary<string, string> names)
    {
        var renamed = OwnId().Replace(value, id => names.TryGetValue(id.Value, out var known) ? known : names[id.Value] = Guid.CreateVersion7().ToString());
        return Hash().Replace(renamed, hash => names.TryGetValue(hash.Value, out var known) ? known : names[hash.Value] = $@"\x{Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32))}");
    }

    private static bool Reads(string sql) => sql.StartsWith("SELECT", StringComparison.Ordinal);

    /// <summary>A statement of several lines is one.</summary>
    private static IEnumerable<string> Joined(IEnumerable<string> log)
    {
        string? whole = null;
        foreach (var line in log)
        {
            if (line.StartsWith("s=", StringComparison.Ordinal))
            {
                if (whole is not null)
                {
                    yield return whole;
                }

                whole = line;
            }
            else if (whole is not null)
            {
                whole += "\n" + line.TrimStart('\t');
            }
        }

        if (whole is not null)
        {
            yield return whole;
        }
    }

    [GeneratedRegex(@"^s=(\S+) LOG:  (?:execute [^:]+|statement): (.*)$", RegexOptions.Singleline)]
    private static partial Regex Statement();

    [GeneratedRegex(@"^s=(\S+) DETAIL:  parameters: (.*)$", RegexOptions.Singleline)]
    private static partial Regex Parameters();

    [GeneratedRegex(@"\$\d+ = (?:'((?:[^']|'')*)'|NULL)", RegexOptions.Singleline)]
    private static partial Regex Value();

    /// <summary>Of version 7: made here, and by time. Those of shipped records are of version 8.</summary>
    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex OwnId();

    [GeneratedRegex(@"\\x[0-9a-f]{64}(?![0-9a-f])")]
    private static partial Regex Hash();
}
