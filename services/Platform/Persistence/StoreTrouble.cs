using System.Data.Common;
using System.Net.Sockets;
using Concord.Platform.Errors;
using Grpc.Core;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Concord.Platform.Persistence;

/// <summary>Failures that lie with what the work needs, not with the work.</summary>
internal static class StoreTrouble
{
    /// <summary>The file's disk is full, broken or read-only: 503, not our error. Server databases report this to their own operators.</summary>
    public static bool IsFull(Exception e) => (e as SqliteException ?? e.InnerException as SqliteException)?.SqliteErrorCode is 8 or 10 or 13 or 14; // READONLY, IOERR, FULL, CANTOPEN

    /// <summary>The same work may succeed later, unchanged: the store or another service is away, or a race was lost.</summary>
    public static bool WillPass(Exception? e) => e switch
    {
        null => false,
        DomainException no => no.Reason.Kind == Refusal.Unavailable || no.Reason == PlatformReasons.ConcurrentChange,
        DbUpdateConcurrencyException or TimeoutException or SocketException or IOException or HttpRequestException => true,
        RpcException call => call.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.ResourceExhausted,
        SqliteException file => file.SqliteErrorCode is 5 or 6 || IsFull(file), // BUSY, LOCKED
        SqlException server => server.IsTransient || server.Class >= 20 || server.Number is -2 or 1205 or 4060 || WillPass(server.InnerException), // time-out, deadlock, database not open yet
        DbException { IsTransient: true } => true,
        _ => WillPass(e.InnerException),
    };
}
