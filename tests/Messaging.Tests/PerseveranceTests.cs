using System.Net.Sockets;
using Concord.Platform.Errors;
using Concord.Platform.Messaging;
using Concord.Platform.Messaging.RabbitMq;
using Concord.Platform.Persistence;
using Grpc.Core;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace Concord.Messaging.Tests;

public sealed class PerseveranceTests
{
    private static readonly EventEnvelope Envelope = new(Guid.NewGuid(), "test", "concord.x.y.z.v1", "x", DateTime.UtcNow, "{}", null);
    private readonly FakeTimeProvider _time = new();
    private int _tries;

    [Fact]
    public async Task What_fails_by_itself_is_tried_five_times_within_seconds()
    {
        var poison = await Assert.ThrowsAsync<PoisonException>(() => TryAsync(() => new InvalidOperationException()));

        Assert.Equal("InvalidOperationException", poison.Failure);
        Assert.Equal(5, _tries);
        Assert.InRange(Elapsed, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task What_waits_for_an_absent_store_is_tried_for_a_quarter_of_an_hour_with_pauses_of_half_a_minute_at_most_and_then_given_back()
    {
        await Assert.ThrowsAsync<GivenBackException>(() => TryAsync(() => new SocketException()));

        Assert.InRange(Elapsed, Perseverance.LongestWait, Perseverance.LongestWait + TimeSpan.FromSeconds(31));
        Assert.InRange(_tries, 30, 80);
    }

    [Fact]
    public async Task An_absence_does_not_count_as_a_failure_of_the_event()
    {
        var waits = 0;
        await TryAsync(() => ++waits < 20 ? new TimeoutException() : null);

        Assert.Equal(20, _tries);
    }

    [Fact]
    public void Outages_and_lost_races_pass_and_wrong_data_does_not()
    {
        Exception[] pass =
        [
            new SqliteException("busy", 5), new DbUpdateException("", new SqliteException("full", 13)), new DbUpdateConcurrencyException(),
            new NpgsqlException("", new SocketException()), new InvalidOperationException("", new NpgsqlException("", new IOException())), new PostgresException("", "", "", "57P01"),
            new RpcException(new Status(StatusCode.Unavailable, "")), new TaskCanceledException("", new TimeoutException()), new HttpRequestException(),
            Fail.Because(PlatformReasons.StoreBusy, ""), Fail.Because(PlatformReasons.DependencyUnavailable, ""), Fail.Because(PlatformReasons.ConcurrentChange, ""),
        ];
        Exception[] stay =
        [
            new SqliteException("constraint", 19), new PostgresException("", "", "", "23505"), new InvalidOperationException(), new RpcException(new Status(StatusCode.InvalidArgument, "")),
            Fail.NotFound("x"), Fail.Invalid("x", ""), new System.Text.Json.JsonException(),
        ];

        Assert.All(pass, e => Assert.True(StoreTrouble.WillPass(e), e.ToString()));
        Assert.All(stay, e => Assert.False(StoreTrouble.WillPass(e), e.ToString()));
    }

    private TimeSpan Elapsed => _time.GetUtcNow() - _time.Start;

    // Without a synchronization context, so that a pause that is over goes on at once.
    private Task TryAsync(Func<Exception?> failure) => Task.Run(() => TryHereAsync(failure));

    private async Task TryHereAsync(Func<Exception?> failure)
    {
        var perseverance = new Perseverance(_time, new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance), NullLogger<Perseverance>.Instance);
        var trying = perseverance.TryAsync(_ => { _tries++; return failure() is { } e ? Task.FromException(e) : Task.CompletedTask; }, Envelope, CancellationToken.None);
        while (!trying.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMilliseconds(100)); // what waits goes on within the call
        }

        await trying;
    }
}
