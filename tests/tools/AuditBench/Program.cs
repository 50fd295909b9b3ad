// What the audit chain costs: the same commits, and the same requests over HTTP, with and without it, in turn, on SQLite and on a PostgreSQL server of its own.
//   dotnet run -c Release --project tests/tools/AuditBench
// With the word decisions, only how long a decision of the access policy takes; with questions, only what mutual TLS between services costs.
using System.Diagnostics;
using System.Globalization;
using Concord.AuditBench;
using Concord.Contracts.Audit;
using Concord.Platform.Audit;
using Concord.Platform.Hosting;
using Concord.Platform.Persistence;
using Concord.Support;
using Concord.Support.Servers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

if (args is ["questions"])
{
    await QuestionBench.RunAsync();
    return;
}

DecisionBench.Run();
if (args is ["decisions"])
{
    return;
}

const int Rounds = 9;
const int Commits = 200;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var directory = Directory.CreateTempSubdirectory("concord-audit-bench-").FullName;
await using var server = await PostgreSqlServer.StartAsync(durable: true);
await server.ExecuteAsync("CREATE DATABASE with_audit");
await server.ExecuteAsync("CREATE DATABASE without_audit");
await CompareAsync("SQLite", DatabaseProvider.Sqlite, name => $"Data Source={Path.Combine(directory, name)}.db");
await CompareAsync("PostgreSQL", DatabaseProvider.PostgreSql, server.ConnectionString);
await server.ExecuteAsync("CREATE DATABASE audited");
await server.ExecuteAsync("CREATE DATABASE bare");
await CompareRequestsAsync("SQLite", DatabaseProvider.Sqlite, name => $"Data Source={Path.Combine(directory, name)}.db");
await CompareRequestsAsync("PostgreSQL", DatabaseProvider.PostgreSql, server.ConnectionString);
Directory.Delete(directory, recursive: true);
await CheckingAsync();

async Task CompareRequestsAsync(string title, DatabaseProvider provider, Func<string, string> connection)
{
    await using var with = await StartAsync<AuditedModule>(provider, connection);
    await using var without = await StartAsync<BareModule>(provider, connection);
    var caller = TestCaller.Person("organizations/0197a000-0000-7000-8000-000000000001", "writer");
    await CompareInTurnAsync($"{title}, over HTTP", "request", writers => RequestAsync(with.As(caller), writers), writers => RequestAsync(without.As(caller), writers));
}

Task<TestService> StartAsync<TModule>(DatabaseProvider provider, Func<string, string> connection) where TModule : IServiceModule => TestService.StartAsync<TModule>(
    b =>
    {
        b.Configuration["Database:Provider"] = provider.ToString();
        b.Configuration[$"ConnectionStrings:{TModule.Name}"] = connection(TModule.Name);
    },
    prepare: async services =>
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ServiceDbContext>().Database.EnsureCreatedAsync();
    });

async Task<double> RequestAsync(HttpClient client, int writers)
{
    var started = Stopwatch.GetTimestamp();
    await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
    {
        for (var i = 0; i < Commits / writers; i++)
        {
            (await client.PostAsync("/api/v1/records", new { title = "A title of ordinary length", text = new string('t', 400) })).Is(System.Net.HttpStatusCode.Created);
        }
    })));
    return Stopwatch.GetElapsedTime(started).TotalMilliseconds / Commits;
}

async Task CompareAsync(string title, DatabaseProvider provider, Func<string, string> connection)
{
    var with = Store(provider, connection("with_audit"), audited: true);
    var without = Store(provider, connection("without_audit"), audited: false);
    foreach (var store in (Func<BenchDb>[])[with, without])
    {
        await using var db = store();
        await db.Database.EnsureCreatedAsync();
    }

    await CompareInTurnAsync(title, "commit", writers => WriteAsync(with, writers), writers => WriteAsync(without, writers));
}

async Task CompareInTurnAsync(string title, string what, Func<int, Task<double>> with, Func<int, Task<double>> without)
{
    foreach (var writers in (int[])[1, 8])
    {
        List<(double With, double Without)> rounds = [];
        for (var round = -1; round < Rounds; round++)
        {
            var times = (With: await with(writers), Without: await without(writers));
            if (round >= 0)
            {
                rounds.Add(times); // the first one warms
            }
        }

        var ratio = Median(rounds.Select(r => r.With / r.Without));
        Console.WriteLine($"{title}, {writers} at once: {Median(rounds.Select(r => r.Without)):F2} ms a {what} without, {Median(rounds.Select(r => r.With)):F2} ms with the chain: {ratio:F2} times");
    }
}

Func<BenchDb> Store(DatabaseProvider provider, string connection, bool audited)
{
    var options = ServiceDatabase.Options(provider, connection);
    var access = new StoreAccess(provider == DatabaseProvider.Sqlite ? new WriteGate() : null, new ActSource(new HttpContextAccessor(), TimeProvider.System, "bench"), []);
    return () =>
    {
        var db = new BenchDb(options, audited);
        db.Attach(access);
        return db;
    };
}

async Task<double> WriteAsync(Func<BenchDb> store, int writers)
{
    var started = Stopwatch.GetTimestamp();
    await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
    {
        for (var i = 0; i < Commits / writers; i++)
        {
            await using var db = store();
            db.Add(new Record { Id = Guid.CreateVersion7(), Title = "A title of ordinary length", Text = new string('t', 400) });
            await db.SaveChangesAsync();
        }
    })));
    return Stopwatch.GetElapsedTime(started).TotalMilliseconds / Commits;
}

async Task CheckingAsync()
{
    const int Entries = 100_000;
    var previous = ChainCheck.Beginning;
    List<string> lines = [];
    for (var i = 0; i < Entries; i++)
    {
        var text = new AuditContent(i, previous, DateTime.UtcNow, "bench", "accounts/1", "organizations/1", null, "bench.write", AuditOutcome.Done, null, null, [$"records/{i}"], []).Write();
        previous = Convert.ToHexStringLower(MerkleTree.Leaf(System.Text.Encoding.UTF8.GetBytes(text)));
        lines.Add(text);
    }

    var started = Stopwatch.GetTimestamp();
    var (_, fault) = await AuditExport.CheckAsync(new StringReader(string.Join('\n', [new AuditExport("bench", Entries, previous).Write(), .. lines])), [], [], CancellationToken.None);
    Console.WriteLine(fault is null ? $"Checking: {Entries / Stopwatch.GetElapsedTime(started).TotalSeconds:F0} entries a second" : "The chain is not good.");
}

static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
