using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Concord.Support;
using Concord.Support.LeadHistories;

namespace Concord.Distributed.Tests;

/// <summary>
/// The register at three replicas on PostgreSQL while they are killed and paused in the middle of requests and the broker is cut. <c>CONCORD_LEAD_HISTORIES</c> says how many histories are recorded.
/// </summary>
public sealed class LeadHistoryTests(RunningPlatform running, ITestOutputHelper output)
{
    private const int AtOnce = 10;
    private const int Clients = 8;
    private const int Calls = 8;

    [Fact, Rule("R28"), Rule("R48"), Rule("R49"), Rule("R143")]
    public async Task Every_history_is_that_of_one_register_while_replicas_are_killed_and_paused_and_the_broker_is_cut()
    {
        var wanted = Environment.GetEnvironmentVariable("CONCORD_LEAD_HISTORIES") is { } many ? int.Parse(many) : AtOnce;
        var seed = Environment.GetEnvironmentVariable("CONCORD_LEAD_SEED") is { } text ? int.Parse(text) : Random.Shared.Next();
        var replicas = running.Platform.Services.Where(s => s.Program == "Designation").ToList();
        var (histories, calls, done, unknown, retries, disturbances) = (0, 0, 0, 0, 0, 0);
        for (var round = 0; histories < wanted; round++)
        {
            using var people = await PeopleAsync(replicas);
            var run = new LeadRun(new DemonstrationPeople(people.Client), seed + round, patience: TimeSpan.FromSeconds(60));
            var processes = await run.OpenAsync(AtOnce);
            await using var nemesis = Nemesis.Begin(replicas, running.Platform.Broker, new Random(seed + round));
            var recorded = await run.RecordAsync(processes, Clients, Calls);
            await nemesis.EndAsync();

            Assert.All(recorded, h => Assert.Equal("", HistoryCheck.Violation(h) ?? ""));
            histories += recorded.Count;
            calls += recorded.Sum(h => h.Count);
            done += recorded.Sum(h => h.Count(o => o.Outcome is Outcome.Done));
            unknown += recorded.Sum(h => h.Count(o => o.Outcome is Outcome.Unknown));
            retries += run.Retries;
            disturbances += nemesis.Disturbances;
        }

        output.WriteLine($"CONCORD_LEAD_SEED={seed}: {histories} histories, {calls} calls, {done} changes, {unknown} never answered, {retries} asked again, {disturbances} kills, pauses and cuts");
        Assert.True(disturbances > 0 && retries > 0, "Nobody was disturbed: the run shows nothing.");
    }

    private async Task<People> PeopleAsync(IReadOnlyList<ServiceProcess> replicas)
    {
        var signIns = SignIn.Read(running.Platform.SignInFile);
        var tokens = new Dictionary<string, string>();
        foreach (var email in DemonstrationPeople.All)
        {
            tokens[email] = await SignIn.TokenAsync(running.Platform.Address, signIns, email);
        }

        return new People(replicas, tokens);
    }

    /// <summary>A client for each person at each replica; two calls of one person mostly meet two replicas.</summary>
    private sealed class People(IReadOnlyList<ServiceProcess> replicas, Dictionary<string, string> tokens) : IDisposable
    {
        private readonly ConcurrentDictionary<(string Email, int Replica), HttpClient> _clients = new();
        private int _next;

        public HttpClient Client(string email)
        {
            var replica = (int)((uint)Interlocked.Increment(ref _next) % replicas.Count);
            return _clients.GetOrAdd((email, replica), _ =>
            {
                var client = replicas[replica].Client();
                client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens[email]);
                return client;
            });
        }

        public void Dispose()
        {
            foreach (var client in _clients.Values)
            {
                client.Dispose();
            }
        }
    }
}
