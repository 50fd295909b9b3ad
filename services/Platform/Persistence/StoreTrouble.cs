using System.Net.Sockets;
using Concord.Platform.Errors;
using Grpc.Core;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Concord.Platform.Persistence;

/// <summary>
/// How each provider says that it cannot serve now. That is an outage (503) and no error of ours, and the answer tells the two kinds apart:
/// certainly nothing was written, or nobody knows, because the connection broke and half of such commits are found to have succeeded.
/// A text that a service let through but the store does not take is the caller's to mend (400).
/// </summary>
internal static class StoreTrouble
{
    private enum Kind
    {
        None,
        Unavailable,
        Busy,
        Full,
        UnstorableText,
    }

    /// <returns>Null where it is something else.</returns>
    public static DomainException? AsRefusal(Exception e)
    {
        // EF wraps what it takes for transient in an InvalidOperationException, and a failed save in a DbUpdateException.
        for (Exception? cause = e; cause is not null; cause = cause.InnerException)
        {
            if (RefusalOf(KindOf(cause)) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    /// <summary>For work that nobody waits for: it may succeed later, unchanged, because the store or another service is away, or a race was lost.</summary>
    public static bool WillPass(Exception? e) => e switch
    {
        null => false,
        DomainException no => no.Reason.Kind == Refusal.Unavailable || no.Reason == PlatformReasons.ConcurrentChange,
        DbUpdateConcurrencyException or TimeoutException or SocketException or IOException or HttpRequestException => true,
        RpcException call => call.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.ResourceExhausted,
        _ => RefusalOf(KindOf(e)) is { Reason.Kind: Refusal.Unavailable } || WillPass(e.InnerException),
    };

    private static DomainException? RefusalOf(Kind kind) => kind switch
    {
        Kind.Unavailable => Fail.Because(PlatformReasons.StoreUnavailable, "The store does not answer. Nothing tells whether it wrote: retry a change with the same Idempotency-Key."),
        Kind.Busy => Fail.Because(PlatformReasons.StoreBusy, "The store is busy, or another change was in the way. Nothing was written."),
        Kind.Full => Fail.Because(PlatformReasons.StoreFull, "The store has no room or cannot be written. Nothing was written."),
        Kind.UnstorableText => Fail.Because(PlatformReasons.MalformedBody, "A text is longer than can be stored, or holds a character that cannot."),
        _ => null,
    };

    private static Kind KindOf(Exception e) => e switch
    {
        SqliteException sqlite => OfSqlite(sqlite.SqliteErrorCode),
        PostgresException postgres => OfPostgreSql(postgres.SqlState),
        NpgsqlOperationInProgressException => Kind.None, // two commands at once on one connection: that is our error
        NpgsqlException => Kind.Unavailable, // no connection, a broken one, or none free in time
        SqlException sqlServer => OfSqlServer(sqlServer.Number, sqlServer.Class),
        InvalidOperationException { Source: "Npgsql" or "Microsoft.Data.SqlClient" } => Kind.Unavailable, // so a driver says that the connection broke between two statements of a transaction
        _ => Kind.None,
    };

    private static Kind OfSqlite(int code) => code switch
    {
        5 or 6 => Kind.Busy, // BUSY, LOCKED
        8 or 10 or 13 or 14 => Kind.Full, // READONLY, IOERR, FULL, CANTOPEN
        _ => Kind.None,
    };

    private static Kind OfPostgreSql(string state) => state switch
    {
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled => Kind.Busy,
        PostgresErrorCodes.DiskFull or PostgresErrorCodes.IoError or PostgresErrorCodes.ReadOnlySqlTransaction => Kind.Full,
        PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter or PostgresErrorCodes.StringDataRightTruncation => Kind.UnstorableText,
        PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.StatementCompletionUnknown => Kind.Unavailable,
        _ => state[..2] switch
        {
            "53" => Kind.Busy, // out of connections, of memory
            "08" or "28" or "57" => Kind.Unavailable, // connection, sign-in, shutdown or start of the server
            _ => Kind.None,
        },
    };

    // The numbers are those of "Database Engine events and errors" and of the Azure SQL list of transient errors.
    private static Kind OfSqlServer(int number, byte severity) => number switch
    {
        1205 or 1222 or 3960 => Kind.Busy, // deadlock victim, lock timeout, snapshot conflict
        41302 or 41305 or 41325 or 41839 => Kind.Busy, // the same of memory-optimized tables
        701 or 8645 or 8651 => Kind.Busy, // memory
        10928 or 10929 or 10936 or 40501 or 49918 or 49919 or 49920 => Kind.Busy, // limits of a hosted database
        1101 or 1105 or 9002 or 3906 or 40544 => Kind.Full, // no room for data or log, read-only
        823 or 824 or 825 => Kind.Full, // the disk
        2628 or 8152 => Kind.UnstorableText, // would be cut off
        4060 or 18456 or 18401 => Kind.Unavailable, // cannot open the database or sign in
        921 or 922 or 927 or 942 or 976 or 978 or 983 or 9001 => Kind.Unavailable, // offline, recovering, not the primary
        6005 or 17142 or 40143 or 40197 or 40540 or 40613 => Kind.Unavailable, // stopping, paused, failing over
        -2 or -1 or 2 or 20 or 53 or 64 or 121 or 233 or 258 or 10053 or 10054 or 10060 or 10061 or 11001 => Kind.Unavailable, // network and patience
        _ => severity >= 20 ? Kind.Unavailable : Kind.None, // from 20 on the server closes the connection
    };
}
