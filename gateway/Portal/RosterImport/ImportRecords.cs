namespace Concord.Portal.RosterImport;

/// <summary>A table before anything is done with it.</summary>
public sealed record TablePreview(int Rows, IReadOnlyList<TableColumn> Columns, IReadOnlyList<string> Missing, IReadOnlyList<ReadRow> FirstRows);

/// <summary>A column of a table, and what it holds.</summary>
public sealed record TableColumn(int Number, string Header, string? Field, string? Evidence, IReadOnlyList<string> Sample);

/// <summary>A row as it would be read.</summary>
public sealed record ReadRow(int Line, IReadOnlyList<ReadCell> Cells, IReadOnlyList<PersonRowProblem> Problems);

public sealed record ReadCell(string Field, string? Value);

/// <summary>Why a row is not taken.</summary>
public sealed record PersonRowProblem(int Line, string? Field, string? Value, string Reason);

/// <summary>What an import did, or would do.</summary>
public sealed record PeopleImportAnswer(bool DryRun, int Rows, int New, int Changed, int Unchanged, int Refused, IReadOnlyList<PersonRowAnswer> Lines, IReadOnlyList<PersonRowProblem> Problems)
{
    /// <summary>Whether there is anything to do.</summary>
    public bool Brings => New + Changed > 0;
}

public sealed record PersonRowAnswer(int Line, string Outcome, string? Profile, bool? ConsentOver = null);
