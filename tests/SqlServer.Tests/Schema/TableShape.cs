using Concord.SqlServer.Tests.Typing;
using Microsoft.SqlServer.Dac.Model;
using KeyIndex = Microsoft.SqlServer.Dac.Model.Index;

namespace Concord.SqlServer.Tests.Schema;

/// <summary>A table as the compiler read it: columns with their types, and what it can be searched by.</summary>
internal sealed record TableShape(string Name, IReadOnlyDictionary<string, SqlType> Columns, IReadOnlyList<IndexShape> Indexes)
{
    public static TableShape Of(TSqlObject table) => new(
        table.Name.Parts[^1],
        table.GetReferenced(Table.Columns).ToDictionary(c => c.Name.Parts[^1], TypeOf, StringComparer.OrdinalIgnoreCase),
        [
            .. table.GetReferencing(PrimaryKeyConstraint.Host).Select(k => new IndexShape(KeyOf(k, PrimaryKeyConstraint.Columns), Unique: true, Filtered: false, Clustered: true)),
            .. table.GetReferencing(UniqueConstraint.Host).Select(k => new IndexShape(KeyOf(k, UniqueConstraint.Columns), Unique: true, Filtered: false, Clustered: false)),
            .. table.GetReferencing(KeyIndex.IndexedObject).Select(i => new IndexShape(
                KeyOf(i, KeyIndex.Columns),
                i.GetProperty<bool>(KeyIndex.Unique),
                i.GetProperty(KeyIndex.FilterPredicate) is string { Length: > 0 },
                Clustered: false)),
        ]);

    private static IReadOnlyList<string> KeyOf(TSqlObject index, ModelRelationshipClass columns) => [.. index.GetReferenced(columns).Select(c => c.Name.Parts[^1])];

    private static SqlType TypeOf(TSqlObject column)
    {
        var name = column.GetReferenced(Column.DataType).Single().Name.Parts[^1].ToLowerInvariant();
        return new SqlType(name, column.GetProperty<bool>(Column.IsMax) ? SqlType.Max : SqlType.HasLength(name) ? column.GetProperty<int>(Column.Length) : null);
    }
}

/// <param name="Columns">In the order of the key.</param>
/// <param name="Unique">No two rows have the same key.</param>
/// <param name="Filtered">Holds only the rows of its condition.</param>
/// <param name="Clustered">Is the table itself.</param>
internal sealed record IndexShape(IReadOnlyList<string> Columns, bool Unique, bool Filtered, bool Clustered)
{
    /// <summary>A longer value is refused when a row with it is written, not when the index is made.</summary>
    public int MostBytes => Clustered ? 900 : 1700;
}
