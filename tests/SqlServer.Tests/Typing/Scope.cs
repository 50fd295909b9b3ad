using Concord.SqlServer.Tests.Schema;

namespace Concord.SqlServer.Tests.Typing;

/// <summary>What has a name at one place of a statement: the sources of its FROM, then those of the query around it.</summary>
internal sealed class Scope(Scope? around)
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, SqlType>> _sources = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, TableShape> _tables = new(StringComparer.OrdinalIgnoreCase);

    public Scope? Around => around;

    /// <summary>The tables read here, by alias.</summary>
    public IReadOnlyDictionary<string, TableShape> Tables => _tables;

    public void Add(string alias, IReadOnlyDictionary<string, SqlType> columns, TableShape? table = null)
    {
        if (!_sources.TryAdd(alias, columns))
        {
            throw new CompileException($"{alias} names two sources.");
        }

        if (table is not null)
        {
            _tables.Add(alias, table);
        }
    }

    public TableShape? TableOf(string alias) => _tables.GetValueOrDefault(alias);

    public bool Has(string alias) => _sources.ContainsKey(alias);

    public SqlType Column(IReadOnlyList<string> path) => path switch
    {
        [var column] => Unqualified(column),
        [var alias, var column] => Qualified(alias, column),
        _ => throw new CompileException($"{string.Join('.', path)} has too many parts."),
    };

    private SqlType Qualified(string alias, string column) =>
        _sources.TryGetValue(alias, out var source)
            ? source.TryGetValue(column, out var type) ? type : throw new CompileException($"{alias} has no column {column}.")
            : around?.Qualified(alias, column) ?? throw new CompileException($"Nothing is named {alias} here.");

    private SqlType Unqualified(string column) => _sources.Values.Where(s => s.ContainsKey(column)).ToList() switch
    {
        [var one] => one[column],
        [] => around?.Unqualified(column) ?? throw new CompileException($"There is no column {column} here."),
        _ => throw new CompileException($"{column} is a column of two sources."),
    };
}
