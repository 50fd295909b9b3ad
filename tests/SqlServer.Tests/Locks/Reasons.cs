namespace Concord.SqlServer.Tests.Locks;

/// <summary>Why a pattern may stay, in the words of docs/sqlserver.md.</summary>
internal static class Reasons
{
    public const string None = "NO REASON GIVEN";

    public const string Introduction = """
        # Locks on SQL Server

        """;

    public static bool IsShared(string table) => table is "Outbox" or "Inbox" or "CompletedRequests";

    public static string Meaning(string pattern) => pattern;

    public static string For(string pattern, string table, string file) => None;
}
