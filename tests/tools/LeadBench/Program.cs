using System.Collections.Concurrent;
using System.Diagnostics;
using Concord.Distributed;
using Concord.LeadBench;
using Npgsql;

// Proposals and approvals of a lead through the gateway, beside the same SQL transactions sent by a bare client to the same PostgreSQL; and how much a contest on one process slows down another one.
//   dotnet run -c Release --project tests/tools/LeadBench [ROUNDS]
const int Workers = 4;
const int OfARound = 60;
var rounds = args.Length > 0 ? int.Parse(args[0]) : 5;
await using var platform = await DistributedPlatform.StartAsync(replicas: 1, more: new Dictionary<string, string>
{
    ["Gateway:Limits:Reads"] = "off",
    ["Gateway:Limits:Writes"] = "off",
    ["Gateway:Limits:Costly"] = "off",
    ["Gateway:Limits:Addresses"] = "off",
});
var acts = await Acts.SignInAsync(platform);
foreach (var process in await acts.OpenAsync(40))
{
    await acts.ApproveAsync(await acts.ProposeAsync(process)); // everything has been compiled, and every plan made
}

var (proposing, approving, captured) = await CaptureAsync();
Console.WriteLine($"{Workers} clients; {rounds} rounds of {OfARound} each, one way and the other by turns. A proposal is a transaction of {proposing.Statements} statements, an approval one of {approving.Statements}.");
List<(double Gateway, double Bare)> proposals = [], approvals = [];
var processor = new Dictionary<string, TimeSpan>();
for (var round = 0; round < rounds; round++)
{
    var (through, bare) = (await acts.OpenAsync(OfARound), await acts.OpenAsync(OfARound));
    var made = new ConcurrentDictionary<string, string>();
    var proposed = await RateAsync(through, async p => made[p] = await acts.ProposeAsync(p));
    proposals.Add((proposed, await BareAsync(bare, proposing, _ => null)));
    await Parallel.ForEachAsync(bare, new ParallelOptions { MaxDegreeOfParallelism = Workers }, async (p, _) => made[p] = await acts.ProposeAsync(p)); // those that the bare client made stay undecided
    var before = Processors.Now(platform);
    var approved = await RateAsync(through, async p => await acts.ApproveAsync(made[p]));
    Processors.Add(processor, before, Processors.Now(platform));
    approvals.Add((approved, await BareAsync(bare, approving, p => made[p])));
}

Print("proposals", proposals);
Print("approvals", approvals);
Console.WriteLine("Processor time of one approval through the gateway:");
foreach (var (program, time) in processor.OrderByDescending(p => p.Value))
{
    Console.WriteLine($"  {program,-12} {time.TotalMilliseconds / (rounds * OfARound),6:0.00} ms");
}

await ContentionAsync();
return;

// One proposal and one approval, with every statement in the log.
async Task<(CapturedTransaction Proposing, CapturedTransaction Approving, string[] Names)> CaptureAsync()
{
    foreach (var setting in (string[])["log_line_prefix = 's=%c '", "log_statement = 'all'", "log_parameter_max_length = -1"])
    {
        await platform.Database.ExecuteAsync($"ALTER SYSTEM SET {setting}");
    }

    await platform.Database.ExecuteAsync("SELECT pg_reload_conf()");
    await Task.Delay(500);
    var log = Path.Combine(platform.Database.FilesIn, "log");
    var from = new FileInfo(log).Length;
    var process = await acts.OpenAsync();
    var proposal = await acts.ProposeAsync(process);
    await acts.ApproveAsync(proposal);
    await platform.Database.ExecuteAsync("ALTER SYSTEM RESET ALL");
    await platform.Database.ExecuteAsync("SELECT pg_reload_conf()");
    await Task.Delay(500);
    await using var stream = File.Open(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
    stream.Seek(from, SeekOrigin.Begin);
    var lines = (await new StreamReader(stream).ReadToEndAsync()).Split('\n');
    return (CapturedTransaction.Find(lines, "INSERT INTO \"LeadProposals\""), CapturedTransaction.Find(lines, "INSERT INTO \"LeadDesignations\""), [IdOf(process), IdOf(proposal)]);
}

async Task<double> BareAsync(IReadOnlyList<string> processes, CapturedTransaction transaction, Func<string, string?> proposalOf)
{
    await using var source = NpgsqlDataSource.Create($"{platform.Database.ConnectionString("designation")};Maximum Pool Size={Workers};Minimum Pool Size={Workers}");
    return await RateAsync(processes, async process =>
    {
        var names = new Dictionary<string, string> { [captured[0]] = IdOf(process) };
        if (proposalOf(process) is { } proposal)
        {
            names[captured[1]] = IdOf(proposal);
        }

        await using var connection = await source.OpenConnectionAsync();
        await transaction.SendAsync(connection, names);
    });
}

static async Task<double> RateAsync(IReadOnlyList<string> processes, Func<string, Task> act)
{
    var watch = Stopwatch.StartNew();
    await Parallel.ForEachAsync(processes, new ParallelOptions { MaxDegreeOfParallelism = Workers }, async (process, _) => await act(process));
    return processes.Count / watch.Elapsed.TotalSeconds;
}

static string IdOf(string path) => path.Split('/')[^1];

static void Print(string what, List<(double Gateway, double Bare)> rates)
{
    var ratios = rates.Select(r => r.Bare / r.Gateway).Order().ToList();
    Console.WriteLine($"{what,-10} {Middle(rates.Select(r => r.Gateway)),6:0} a second through the gateway, {Middle(rates.Select(r => r.Bare)),6:0} bare; the bare client is {ratios[ratios.Count / 2]:0.0} times as fast ({ratios[0]:0.0} to {ratios[^1]:0.0})");
}

static double Middle(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);

// One person changes the lead of A again and again, while three others work on processes of their own, or all three on B.
async Task ContentionAsync()
{
    List<double> ratios = [];
    for (var round = 0; round < rounds; round++)
    {
        var (a, own, b) = (await acts.OpenAsync(), await acts.OpenAsync(3), await acts.OpenAsync());
        var apart = await TimeOfAsync(a, own);
        ratios.Add(await TimeOfAsync(a, [b, b, b]) / apart);
    }

    ratios.Sort();
    Console.WriteLine($"A change of the lead of A takes {ratios[ratios.Count / 2]:0.00} times as long ({ratios[0]:0.00} to {ratios[^1]:0.00}) while three others contend for B as while they work on three processes.");
}

async Task<double> TimeOfAsync(string a, IReadOnlyList<string> others)
{
    using var end = new CancellationTokenSource();
    var work = others.Select(o => Task.Run(async () =>
    {
        while (!end.IsCancellationRequested)
        {
            await acts.ChangeAsync(o);
        }
    })).ToList();
    await Task.Delay(300);
    var watch = Stopwatch.StartNew();
    for (var i = 0; i < 25; i++)
    {
        await acts.ChangeAsync(a);
    }

    var time = watch.Elapsed.TotalMilliseconds / 25;
    await end.CancelAsync();
    await Task.WhenAll(work);
    return time;
}
