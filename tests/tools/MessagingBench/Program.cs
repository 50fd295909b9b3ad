// How fast facts get from one service's commit to another's, over a RabbitMQ node of its own.
//   dotnet run -c Release --project tests/tools/MessagingBench                      on SQLite files
//   dotnet run -c Release --project tests/tools/MessagingBench -- "Host=...;..."    on that PostgreSQL server, in databases named bench_*
using System.Diagnostics;
using System.Globalization;
using Concord.Messaging.Tests.Modules;
using Concord.MessagingBench;
using Concord.Platform.Messaging;
using Concord.Platform.Persistence;
using Concord.Support;
using Concord.Support.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

const int Backlog = 5000;
const int Single = 500;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
await using var broker = await RabbitMqServer.StartAsync();
var host = broker.NextHost();
var times = new CommitTimes();
await using var listener = await Service.ListenerAsync(host, configure: b => { Place(b, "listener"); b.Services.AddSingleton<ICommitListener>(times); });
await using var teller = await Service.TellerAsync(host, b => Place(b, "teller"));
await SingleAsync("warm", 50);
await BacklogAsync("warm backlog", 500);
await BacklogAsync("backlog", Backlog);
await SingleAsync("single", Single);

void Place(WebApplicationBuilder builder, string service)
{
    if (args is [var server])
    {
        builder.Configuration["Database:Provider"] = "PostgreSql";
        builder.Configuration[$"ConnectionStrings:{service}"] = $"{server};Database=bench_{service}_{Environment.ProcessId}";
    }
}

async Task BacklogAsync(string name, int count)
{
    var started = Stopwatch.GetTimestamp();
    await teller.ReadAsync(async db =>
    {
        for (var i = 0; i < count; i++)
        {
            db.Raise(new Happened($"{name}/{i}", "once upon a time"), DateTime.UtcNow);
        }

        return await db.SaveChangesAsync();
    });
    var committed = Stopwatch.GetElapsedTime(started);
    await Eventually.TrueAsync(async () => (await teller.OutboxAsync()).Waiting == 0, "all are sent");
    var sent = Stopwatch.GetElapsedTime(started) - committed;
    await Eventually.TrueAsync(() => Task.FromResult(times.Heard.Keys.Count(k => k.StartsWith(name + "/", StringComparison.Ordinal)) == count), "all are heard");
    var heard = Stopwatch.GetElapsedTime(started) - committed;
    Console.WriteLine($"{name}: {count} facts relayed at {count / sent.TotalSeconds:0}/s, applied at {count / heard.TotalSeconds:0}/s");
}

async Task SingleAsync(string name, int count)
{
    List<double> latencies = [];
    for (var i = 0; i < count; i++)
    {
        await teller.TellAsync(new Happened($"{name}/{i}", "once upon a time"));
        var committed = Stopwatch.GetTimestamp();
        long heard;
        while (!times.Heard.TryGetValue($"{name}/{i}", out heard))
        {
            await Task.Delay(1);
        }

        latencies.Add(Stopwatch.GetElapsedTime(committed, heard).TotalMilliseconds);
    }

    latencies.Sort();
    Console.WriteLine($"{name}: commit to applied p50 {latencies[count / 2]:0.0} ms, p99 {latencies[count * 99 / 100]:0.0} ms");
}
