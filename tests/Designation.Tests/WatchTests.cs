using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Concord.Contracts.Access;
using Concord.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Designation.Tests;

public sealed class WatchTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    [Fact]
    public async Task A_watcher_hears_of_a_claim_that_another_replica_took()
    {
        var process = await fixture.ProcessAsync();
        await using var replica = await fixture.ReplicaAsync();
        var officer = fixture.Officer("Watcher");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await using var watch = WatchAsync(replica.As(officer), process, patience.Token).GetAsyncEnumerator(patience.Token);
        Assert.True(await watch.MoveNextAsync());
        var first = watch.Current;
        (await fixture.As(officer).PostAsync($"{process}/claims", DesignationFixture.Claim())).Is(HttpStatusCode.Created);
        Assert.True(await watch.MoveNextAsync());
        Assert.True(watch.Current > first);
    }

    [Fact]
    public async Task A_proposal_is_not_hinted_at_and_a_change_of_state_is()
    {
        var process = await fixture.ProcessAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await using var watch = WatchAsync(fixture.As(fixture.Analyst with { Clearance = Classification.Confidential }), process, patience.Token).GetAsyncEnumerator(patience.Token);
        Assert.True(await watch.MoveNextAsync());
        var first = watch.Current;
        await fixture.ProposeAsync(process, 0, fixture.Neighbours.Organization("Proposed", "REGIONAL_ORGANIZATION"));
        await fixture.AdvanceAsync(process, "EARLY_ENGAGEMENT");
        Assert.True(await watch.MoveNextAsync());
        Assert.Equal(first + 1, watch.Current);
    }

    [Fact]
    public async Task A_process_whose_classification_is_raised_falls_silent()
    {
        var process = await fixture.ProcessAsync();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await using var watch = WatchAsync(fixture.As(fixture.Officer("Cleared for less")), process, patience.Token).GetAsyncEnumerator(patience.Token);
        Assert.True(await watch.MoveNextAsync());
        var etag = (await fixture.As(fixture.Support).ReadAsync(process)).TextOf("etag");
        (await fixture.As(fixture.Support).PatchAsync(process, new { classification = "STRICTLY_CONFIDENTIAL" }, etag)).Is(HttpStatusCode.OK);
        Assert.False(await watch.MoveNextAsync());
    }

    [Fact]
    public async Task A_quiet_watch_says_the_same_again_before_the_line_is_cut()
    {
        var process = await fixture.ProcessAsync();
        var time = new ShiftedTime();
        await using var replica = await fixture.ReplicaAsync(builder => builder.Services.AddSingleton<TimeProvider>(time));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await using var watch = WatchAsync(replica.As(fixture.Officer("Patient")), process, patience.Token).GetAsyncEnumerator(patience.Token);
        Assert.True(await watch.MoveNextAsync());
        var first = watch.Current;
        time.Shift = TimeSpan.FromSeconds(15);
        Assert.True(await watch.MoveNextAsync());
        Assert.Equal(first, watch.Current);
    }

    [Fact]
    public async Task Whose_access_ends_hears_nothing_more()
    {
        var process = await fixture.ProcessAsync();
        await using var replica = await fixture.ReplicaAsync(_ => { });
        var officer = fixture.Officer("Leaving");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await using var leaving = WatchAsync(replica.As(officer), process, patience.Token).GetAsyncEnumerator(patience.Token);
        await using var staying = WatchAsync(replica.As(fixture.Officer("Staying")), process, patience.Token).GetAsyncEnumerator(patience.Token);
        Assert.True(await leaving.MoveNextAsync());
        Assert.True(await staying.MoveNextAsync());
        replica.Revoke(officer.Subject);
        Assert.False(await leaving.MoveNextAsync());
        await fixture.AdvanceAsync(process, "EARLY_ENGAGEMENT");
        Assert.True(await staying.MoveNextAsync());
    }

    [Fact, Rule("R127")]
    public async Task Who_is_named_no_more_hears_nothing_more()
    {
        var process = await fixture.ProcessAsync("STRICTLY_CONFIDENTIAL");
        await using var replica = await fixture.ReplicaAsync(_ => { });
        var officer = fixture.Officer("Named", clearance: Classification.StrictlyConfidential);
        replica.Name(officer, process["/api/v1/".Length..]);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await using var watch = WatchAsync(replica.As(officer), process, patience.Token).GetAsyncEnumerator(patience.Token);
        Assert.True(await watch.MoveNextAsync());
        replica.Name(officer);
        Assert.False(await watch.MoveNextAsync());
    }

    [Fact, Rule("R20"), Rule("R139")]
    public async Task A_partner_hears_nothing_more_once_the_share_has_ended_and_nobody_else_notices()
    {
        var process = await fixture.ProcessAsync();
        var partner = TestCaller.Person(fixture.Neighbours.Organization("Hears", "INTERNATIONAL_NGO"), Roles.Partner);
        var share = (await fixture.As(fixture.Support).PostAsync($"{process}/shares", ShareSituation.Terms(partner.Organization!))).Is(HttpStatusCode.Created).Location!;
        await using var replica = await fixture.ReplicaAsync(); // another one than where the share ends
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await using var watch = WatchAsync(replica.As(partner), process, patience.Token).GetAsyncEnumerator(patience.Token);
        await using var other = WatchAsync(replica.As(fixture.Officer("Stays")), process, patience.Token).GetAsyncEnumerator(patience.Token);
        Assert.True(await watch.MoveNextAsync());
        Assert.True(await other.MoveNextAsync());
        var first = other.Current;
        (await fixture.As(fixture.Support).PostAsync($"{share}:end", new { reason = "Over" })).Is(HttpStatusCode.OK);
        Assert.False(await watch.MoveNextAsync());
        await fixture.AdvanceAsync(process, "EARLY_ENGAGEMENT");
        Assert.True(await other.MoveNextAsync());
        Assert.Equal(first + 1, other.Current); // the one change, and not the end of the share before
    }

    /// <summary>Only what is measured moves, not the time of day, by which tokens are judged.</summary>
    private sealed class ShiftedTime : TimeProvider
    {
        public TimeSpan Shift { get; set; }

        public override long GetTimestamp() => base.GetTimestamp() + (long)(Shift.TotalSeconds * TimestampFrequency);
    }

    [Fact]
    public async Task Nobody_watches_what_he_may_not_see()
    {
        var process = await fixture.ProcessAsync("STRICTLY_CONFIDENTIAL");
        (await fixture.As(fixture.Officer("Outsider")).ReadAsync($"{process}:watch")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    private static async IAsyncEnumerable<long> WatchAsync(HttpClient client, string process, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var answer = await client.GetAsync(new Uri($"{process}:watch", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        answer.EnsureSuccessStatusCode();
        await foreach (var item in SseParser.Create(await answer.Content.ReadAsStreamAsync(cancellationToken)).EnumerateAsync(cancellationToken))
        {
            Assert.Equal("revision", item.EventType);
            yield return JsonDocument.Parse(item.Data).RootElement.GetProperty("revision").GetInt64();
        }
    }
}
