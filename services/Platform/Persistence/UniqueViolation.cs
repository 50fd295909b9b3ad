using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Concord.Platform.Persistence;

/// <summary>The one thing about errors that differs by provider.</summary>
internal static class UniqueViolation
{
    public static bool Is(DbUpdateException e) => e.InnerException switch
    {
        SqliteException sqlite => sqlite.SqliteExtendedErrorCode is 1555 or 2067, // SQLITE_CONSTRAINT_PRIMARYKEY, _UNIQUE
        SqlException sqlServer => sqlServer.Number is 2601 or 2627,
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.UniqueViolation,
        _ => false,
    };
}

/// <summary>The file's disk is full, broken or read-only: 503, not our error. Server databases report this to their own operators.</summary>
internal static class StoreTrouble
{
    public static bool IsFull(Exception e) => (e as SqliteException ?? e.InnerException as SqliteException)?.SqliteErrorCode is 8 or 10 or 13 or 14; // READONLY, IOERR, FULL, CANTOPEN
}
