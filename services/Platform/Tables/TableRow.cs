namespace Concord.Platform.Tables;

/// <summary>One row of a table.</summary>
/// <param name="Line">Line of the file on which it begins, from 1; in a workbook the number of the row.</param>
/// <param name="Cells">As they were written.</param>
public sealed record TableRow(int Line, IReadOnlyList<string> Cells)
{
    /// <summary>Places of cells that hold no value: a formula, or the error that one ended with.</summary>
    public IReadOnlySet<int> Unread { get; init; } = new HashSet<int>();

    public bool IsBlank => Cells.All(string.IsNullOrWhiteSpace);
}
