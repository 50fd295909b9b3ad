namespace Concord.Portal.RosterImport;

/// <summary>What can be wrong with a row of people, by the words of the API and by ours.</summary>
internal static class TableFaults
{
    private static readonly Dictionary<string, string> s_keys = new(StringComparer.Ordinal)
    {
        ["A formula or its error: write the value."] = "fault.tableFormula",
        ["Another number of cells than the header has."] = "fault.tableCells",
        ["No such language."] = "fault.tableLanguage",
        ["No such country."] = "fault.tableCountry",
        ["No such region."] = "fault.tableRegion",
        ["No such area of expertise."] = "fault.tableExpertise",
        ["Not a whole number."] = "fault.number",
        ["Could be two days: say in which order the file writes them, or write 2024-03-05."] = "fault.tableTwoDays",
        ["Not a day: write 2024-03-05."] = "fault.day",
        ["Rows of this person say different things."] = "fault.tableDifferent",
        ["This name cannot be used."] = "fault.tableName",
        ["The person is known by another reference."] = "fault.tableOtherReference",
        ["Another organization keeps this person."] = "fault.tableOwner",
        ["Signs that turn the direction of writing are not allowed."] = "fault.turned",
        ["The row stands there twice."] = "fault.tableTwice",
        ["This reference cannot be used."] = "fault.tableReference",
        ["Who is there is classified anew on the person's page, not by a table."] = "fault.tableClassification",
        ["The workbook unpacks into too much. Save the one sheet as CSV."] = "fault.tableUnpacked",
        ["Not a workbook that can be read. Save it as XLSX or as CSV."] = "fault.tableUnread",
        ["Not a table that can be read. Save it as XLSX or as CSV."] = "fault.tableUnread",
        ["No column holds externalReference, by which people are known again."] = "fault.tableReferenceColumn",
        ["A retired profile does not change."] = "fault.tableRetired",
    };

    /// <returns>The key of our words for it; null where we have none.</returns>
    public static string? KeyOf(string fault) =>
        s_keys.TryGetValue(fault, out var key) ? key
        : fault.StartsWith("Expected one of ", StringComparison.Ordinal) ? "fault.tableWord"
        : fault.StartsWith("Two columns hold ", StringComparison.Ordinal) ? "fault.tableColumnTwice"
        : fault.StartsWith("At most ", StringComparison.Ordinal) && fault.EndsWith(" rows at once; send the rest in another file.", StringComparison.Ordinal) ? "fault.tableLarge" : null;
}
