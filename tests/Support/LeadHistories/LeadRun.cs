using System.Collections.Concurrent;
using System.Net;
using Xunit;

namespace Concord.Support.LeadHistories;

/// <summary>Clients that claim, designate, hand over, end and read at once, each as soon as its last call has returned, and what each of them saw: one history for each process.</summary>
/// <param name="platform">Where.</param>
/// <param name="seed">Of what each client does next; when, nobody can repeat.</param>
/// <param name="patience">How long a client asks again before it gives up on an answer; 20 seconds where null.</param>
public sealed class LeadRun(ILeadPlatform platform, int seed, TimeSpan? patience = null)
{
    private readonly TimeSpan _patience = patience ?? TimeSpan.FromSeconds(20);
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private long _clock;
    private int _retries;

    /// <summary>What was asked again, because no answer had come or none of ours.</summary>
    public int Retries => _retries;

    /// <summary>Processes for a recording, while everything is still well.</summary>
    public async Task<IReadOnlyList<string>> OpenAsync(int processes)
    {
        List<string> opened = [];
        for (var i = 0; i < processes; i++)
        {
            opened.Add(await platform.OpenProcessAsync());
        }

        return opened;
    }

    /// <param name="processes">Each gets a history of its own.</param>
    /// <param name="clients">Of each process.</param>
    /// <param name="calls">Of each client.</param>
    public async Task<IReadOnlyList<IReadOnlyList<Operation>>> RecordAsync(IReadOnlyList<string> processes, int clients, int calls) =>
        await Task.WhenAll(processes.Select((process, number) => HistoryAsync(process, number, clients, calls)));

    private async Task<IReadOnlyList<Operation>> HistoryAsync(string process, int number, int clients, int calls)
    {
        var seen = new ConcurrentBag<Operation>();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            var random = new Random(HashCode.Combine(seed, number, client));
            for (var i = 0; i < calls; i++)
            {
                await CallAsync(process, client, random, seen);
            }
        })));
        return [.. seen];
    }

    private Task CallAsync(string process, int client, Random random, ConcurrentBag<Operation> seen) => random.Next(10) switch
    {
        < 2 => ReadLeadAsync(process, client, seen),
        < 4 => ReadClaimsAsync(process, client, seen),
        < 6 => ClaimAsync(process, client, random.Next(platform.Organizations.Count), seen),
        _ => ChangeAsync(process, client, random, seen),
    };

    private async Task<Outcome.Lead?> ReadLeadAsync(string process, int client, ConcurrentBag<Operation> seen)
    {
        var invoked = Now();
        var answer = await AskAsync(() => platform.Reader(), HttpMethod.Get, $"{process}/lead", null);
        if (answer?.Status != HttpStatusCode.OK)
        {
            return null; // a read that was not answered says nothing
        }

        var lead = new Outcome.Lead((long)answer["leadEpoch"], answer.Find("lead.organizations.0") is { } holder ? NumberOf((string)holder!) : LeadState.Nobody);
        seen.Add(new Operation(client, new Call.ReadLead(), lead, invoked, Now()));
        return lead;
    }

    private async Task ReadClaimsAsync(string process, int client, ConcurrentBag<Operation> seen)
    {
        var invoked = Now();
        var answer = await AskAsync(() => platform.Reader(), HttpMethod.Get, $"{process}/claims?state=PROPOSED&pageSize=100", null);
        if (answer?.Status == HttpStatusCode.OK)
        {
            var open = answer["items"].AsArray().Aggregate(0, (bits, c) => bits | (1 << NumberOf((string)c!["organization"]!)));
            seen.Add(new Operation(client, new Call.ReadClaims(), new Outcome.Claims(open), invoked, Now()));
        }
    }

    private async Task ClaimAsync(string process, int client, int organization, ConcurrentBag<Operation> seen)
    {
        var invoked = Now();
        var answer = await AskAsync(() => platform.Officer(organization), HttpMethod.Post, $"{process}/claims", new { mandate = "A mandate", advantages = "near", disadvantages = "an interest" });
        seen.Add(new Operation(client, new Call.Claim(organization), OutcomeOf(answer, HttpStatusCode.Created), invoked, Now()));
    }

    /// <summary>Reads, proposes on what was read, and has it approved: the approval is the call.</summary>
    private async Task ChangeAsync(string process, int client, Random random, ConcurrentBag<Operation> seen)
    {
        if (await ReadLeadAsync(process, client, seen) is not { } lead)
        {
            return;
        }

        var organization = random.Next(platform.Organizations.Count);
        var (verb, body, call) = lead.Holder == LeadState.Nobody
            ? ("designate", new { leadEpoch = lead.Epoch, lead = Terms(organization) }, new Call.Designate(lead.Epoch, organization))
            : random.Next(3) == 0
                ? ("end", new { leadEpoch = lead.Epoch, reason = "over" }, new Call.End(lead.Epoch))
                : ("handOver", (object)new { leadEpoch = lead.Epoch, lead = Terms(organization), handOver = new { partiesInformed = "by letter", dossierTransfer = "all files" } },
                    (Call)new Call.HandOver(lead.Epoch, organization));
        var proposed = await AskAsync(() => platform.Proposer(), HttpMethod.Post, $"{process}/lead:{verb}", body);
        if (proposed?.Status != HttpStatusCode.Created)
        {
            return; // overtaken before anybody could decide on it
        }

        var invoked = Now();
        var answer = await AskAsync(() => platform.Approver(), HttpMethod.Post, $"{proposed.Location}:approve", null);
        seen.Add(new Operation(client, call, OutcomeOf(answer, HttpStatusCode.OK), invoked, Now()));
    }

    private Outcome OutcomeOf(ApiAnswer? answer, HttpStatusCode done)
    {
        if (answer is null)
        {
            return new Outcome.Unknown();
        }

        if (answer.Status == done)
        {
            return new Outcome.Done();
        }

        Assert.True(answer.Status == HttpStatusCode.Conflict, $"{(int)answer.Status} {answer.Text}");
        return answer.TextOf("reason") switch
        {
            "STALE_LEAD_EPOCH" => new Outcome.Stale(answer.Find("metadata.holderOrganizations") is { } holder ? NumberOf((string)holder!) : LeadState.Nobody),
            "CLAIM_ALREADY_OPEN" => new Outcome.AlreadyClaimed(),
            _ => new Outcome.Refused(),
        };
    }

    /// <summary>Asks under one key until somebody answers for good: at another replica where one is gone, and again where one does not answer.</summary>
    /// <returns>Null where none did.</returns>
    private async Task<ApiAnswer?> AskAsync(Func<HttpClient> client, HttpMethod method, string path, object? body)
    {
        var key = method == HttpMethod.Get ? null : Guid.NewGuid().ToString();
        var end = DateTime.UtcNow + _patience;
        while (DateTime.UtcNow < end)
        {
            using var within = new CancellationTokenSource(AnswerWithin);
            try
            {
                var answer = await client().SendAsync(method, path, body, key, cancellationToken: within.Token);
                if ((int)answer.Status is < 500 and not 429)
                {
                    return answer;
                }
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
            {
                // Nobody knows what became of it; the key lets it be asked again.
            }

            Interlocked.Increment(ref _retries);
            await Task.Delay(Pause);
        }

        return null;
    }

    private object Terms(int organization) => new
    {
        organizations = new[] { platform.Organizations[organization] },
        model = "LEAD_WITH_SUPPORT",
        singleCandidateReason = "No other organization offered.",
        reason = "best placed",
    };

    private int NumberOf(string organization) => Enumerable.Range(0, platform.Organizations.Count).First(i => platform.Organizations[i] == organization);

    private long Now() => Interlocked.Increment(ref _clock);
}
