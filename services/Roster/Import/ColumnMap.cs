using Concord.Platform.Errors;
using Concord.Platform.Tables;
using Concord.Roster.Mediators;

namespace Concord.Roster.Import;

/// <summary>Which column of a table holds what.</summary>
internal sealed class ColumnMap
{
    /// <summary>Stands for a column that is not read.</summary>
    public const string Nothing = "-";

    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    private readonly int _keeper;
    private readonly int _person;

    private ColumnMap(TableRow header)
    {
        List<string> names = [.. header.Cells.Select(c => c.Trim())];
        (Header, _keeper, _person) = (header, names.IndexOf(PersonColumns.Owner), names.IndexOf(PersonColumns.Profile));
    }

    public TableRow Header { get; }

    /// <summary>Places of columns that are not read.</summary>
    public IEnumerable<int> Ignored => Enumerable.Range(0, Header.Cells.Count).Except(_places.Values).Except([_keeper, _person]);

    /// <param name="header">First row of the table.</param>
    /// <param name="columns">What each holds, as the caller says; null where that follows from the names.</param>
    public static ColumnMap Of(TableRow header, string? columns)
    {
        var (map, check) = (new ColumnMap(header), new Violations());
        var said = columns is null ? header.Cells.Select(TableWords.Column).ToList() : [.. columns.Split(',').Select(c => c.Trim()).Select(c => c is "" or Nothing ? null : c)];
        check.Check(said.Count == header.Cells.Count, "columns", $"The table has {header.Cells.Count} columns.");
        foreach (var (place, column) in said.Index())
        {
            check.Check(column is null || PersonColumns.Known.Contains(column), "columns", $"Expected {string.Join(", ", PersonColumns.Known)}.");
            check.Check(column is null || map._places.TryAdd(column, place), "columns", $"Two columns hold {column}.");
        }

        check.Check(map.Holds(PersonColumns.Reference), "columns", "No column holds externalReference, by which people are known again.");
        check.ThrowIfAny();
        return map;
    }

    public bool Holds(string column) => _places.ContainsKey(column);

    /// <summary>Who keeps the person, as the column of that very name says, whatever the table's columns are said to hold.</summary>
    public string? Keeper(TableRow row) => At(row, _keeper);

    /// <summary>The resource name of the person, as the column of an export says it; null where another kind of text stands in a column that happens to be called so.</summary>
    public string? Person(TableRow row) => At(row, _person) is { } text && text.StartsWith($"{ProfileId.Collection}/", StringComparison.Ordinal) ? text : null;

    public int? PlaceOf(string column) => _places.TryGetValue(column, out var place) ? place : null;

    /// <returns>Null where the cell is blank, or the table has no such column.</returns>
    public string? Text(TableRow row, string column) =>
        PlaceOf(column) is { } place ? At(row, place) : null;

    private static string? At(TableRow row, int place) => place >= 0 && place < row.Cells.Count && !string.IsNullOrWhiteSpace(row.Cells[place]) ? row.Cells[place].Trim() : null;
}
