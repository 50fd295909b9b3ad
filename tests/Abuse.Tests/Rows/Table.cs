namespace Concord.Abuse.Tests.Rows;

/// <summary>
/// One row for each operation of the contract. A new operation gets its row here: who may call it, and how the record it works on is made. Without a row, and with a row that has no
/// operation any more, <see cref="TableTests"/> fails.
/// </summary>
internal static class Table
{
    public static IReadOnlyDictionary<string, Row> Rows { get; } = Partners.Rows.Concat(Roster.Rows).Concat(Designation.Rows).Concat(Monitoring.Rows).Concat(Identity.Rows).Concat(EveryService.Rows)
        .ToDictionary(r => r.Operation, StringComparer.Ordinal);

    public static Task<string> Nothing => Task.FromResult("");
}
