namespace Concord.Roster.Import;

/// <summary>What becomes of a row, or became.</summary>
internal enum PersonRowOutcome
{
    /// <summary>Nobody is known by its reference yet: somebody is entered, as a draft (R26).</summary>
    New = 1,
    Changed,

    /// <summary>It says nothing new.</summary>
    Unchanged,
    Refused,
}

/// <summary>What becomes of a row, or became.</summary>
/// <param name="Line">Of the file, from 1, on which the row begins.</param>
/// <param name="Outcome">New, changed, unchanged, or refused.</param>
/// <param name="Profile">Resource name; absent where nobody was entered.</param>
/// <param name="Fields">What a change changes.</param>
/// <param name="ConsentOver">The consent that the row tells of was taken back since, or said by the person here: what the row says of it does not count.</param>
internal sealed record PersonRowAnswer(int Line, PersonRowOutcome Outcome, string? Profile, IReadOnlyList<string>? Fields = null, bool? ConsentOver = null);

/// <summary>What an import did, or would do.</summary>
/// <param name="DryRun">Nothing was changed.</param>
/// <param name="Rows">Of the table, without its header and blank ones.</param>
/// <param name="New">People entered.</param>
/// <param name="Changed">People changed.</param>
/// <param name="Unchanged">Rows that say nothing new.</param>
/// <param name="Refused">Rows that are not taken.</param>
/// <param name="Ignored">Columns that were not read, numbered from 1.</param>
/// <param name="Lines">Each row.</param>
/// <param name="Problems">Why rows are refused, by line and field.</param>
internal sealed record PeopleImportAnswer(
    bool DryRun, int Rows, int New, int Changed, int Unchanged, int Refused, IReadOnlyList<int> Ignored, IReadOnlyList<PersonRowAnswer> Lines, IReadOnlyList<PersonRowProblem> Problems);
