using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Concord.Contracts.Audit;
using Concord.Platform.Audit;
using Concord.Platform.Hosting;
using Concord.Platform.Sealing;
using Concord.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;

namespace Concord.Platform.Tests.Sealing;

/// <summary>A new key of the ring, while others read and write at two replicas.</summary>
public sealed class KeyRotationTests
{
    private readonly string _directory = Directory.CreateTempSubdirectory("concord-test-").FullName;

    [Fact, Abuse(31)]
    public async Task Nobody_notices_it_and_afterwards_every_key_is_wrapped_by_the_new_one()
    {
        await using var one = await VaultModule.StartAsync(_directory);
        await using var other = await VaultModule.StartAsync(_directory);
        for (var i = 0; i < 30; i++)
        {
            (await one.DepositAsync($"p{i}", $"text {i}")).Is(HttpStatusCode.NoContent);
        }

        (await one.EraseAsync("p29")).Is(HttpStatusCode.NoContent);
        using var enough = new CancellationTokenSource();
        var answers = new ConcurrentBag<ApiAnswer>();
        var readers = Enumerable.Range(0, 2).Select(r => Task.Run(async () =>
        {
            for (var i = 0; !enough.IsCancellationRequested; i = (i + 7) % 29)
            {
                answers.Add(await (r == 0 ? one : other).TakeAsync($"p{i}"));
            }
        })).ToList();
        var writers = Enumerable.Range(0, 2).Select(w => Task.Run(async () =>
        {
            for (var i = 0; !enough.IsCancellationRequested; i++)
            {
                var name = $"new-{w}-{i}";
                answers.Add(await (w == 0 ? one : other).DepositAsync(name, name));
                answers.Add(await (w == 0 ? other : one).TakeAsync(name));
            }
        })).ToList();
        var current = "";
        for (var round = 0; round < 3; round++)
        {
            // They have been answered since the key before, so that each key comes while they work.
            for (var before = answers.Count; answers.Count < before + 12 && !readers.Concat(writers).Any(t => t.IsCompleted);)
            {
                await Task.Delay(1, Token);
            }

            current = await RotateAsync();
        }

        await enough.CancelAsync();
        await Task.WhenAll([.. readers, .. writers]);

        Assert.All(answers, a => Assert.True(a.Status is HttpStatusCode.OK or HttpStatusCode.NoContent, a.Text));
        current = await RotateAsync();
        await one.WithinAsync(async (db, _) =>
        {
            Assert.Equal([current], await db.Keys.Where(k => k.RingKey != null).Select(k => k.RingKey!).Distinct().ToListAsync(Token));
            Assert.NotNull((await db.Keys.SingleAsync(k => k.Subject == "people/p29", Token)).DestroyTime);
            Assert.Null((await AuditReading.CheckAsync(db, VaultModule.Name, [], Token)).Fault);
            var entry = (await db.AuditEntries.Where(e => e.Action == "rotate-key").OrderBy(e => e.Sequence).Select(e => e.Content).ToListAsync(Token)).Select(AuditContent.Read).First();
            Assert.Equal(("services/vault", AuditOutcome.Done), (entry!.Actor, entry.Outcome));
            Assert.Contains("people/p0", entry!.Resources);
        });
        for (var i = 0; i < 29; i++)
        {
            Assert.Equal($"text {i}", (await other.TakeAsync($"p{i}")).TextOf("text"));
        }

        (await other.TakeAsync("p29")).IsProblem(HttpStatusCode.Conflict, "SUBJECT_ERASED");
        (await other.DepositAsync("later", "x")).Is(HttpStatusCode.NoContent);
        await other.WithinAsync(async (db, _) => Assert.Equal(current, (await db.Keys.SingleAsync(k => k.Subject == "people/later", Token)).RingKey));
    }

    [Fact, Abuse(31)]
    public async Task More_than_a_batch_is_wrapped_and_the_old_keys_may_then_go()
    {
        await using var vault = await VaultModule.StartAsync(_directory);
        await vault.WithinAsync(async (db, sealer) =>
        {
            for (var i = 0; i < 450; i++)
            {
                db.Add(new Deposit { Id = $"p{i}", First = await sealer.SealAsync(Deposit.PlaceOf($"p{i}"), $"text {i}", Token) });
            }

            await db.SaveChangesAsync(Token);
        });
        var current = await RotateAsync(expected: 450);
        foreach (var old in Directory.GetFiles(Path.Combine(_directory, "sealing-keys", VaultModule.Name)).Where(f => !f.Contains(current, StringComparison.Ordinal)))
        {
            File.Delete(old);
        }

        await using var fresh = await VaultModule.StartAsync(_directory);
        Assert.Equal("text 449", (await fresh.TakeAsync("p449")).TextOf("text"));
    }

    [Fact]
    public async Task Where_the_directory_is_empty_it_is_not_done()
    {
        await using (await VaultModule.StartAsync(_directory))
        {
        }

        Directory.GetFiles(Path.Combine(_directory, "sealing-keys", VaultModule.Name)).ToList().ForEach(File.Delete);
        Assert.Equal(1, await Verbs.RunAsync<VaultModule>(RotateKeyVerb.Word, [], Configure, TextWriter.Null));
    }

    private async Task<string> RotateAsync(int? expected = null)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        Assert.Equal(0, await Verbs.RunAsync<VaultModule>(RotateKeyVerb.Word, [], Configure, output));
        if (expected is not null)
        {
            Assert.Contains($"wraps {expected} keys", output.ToString(), StringComparison.Ordinal);
        }

        return output.ToString().Split(' ')[1];
    }

    private void Configure(WebApplicationBuilder builder)
    {
        builder.Configuration["Sealing:KeyDirectory"] = Path.Combine(_directory, "sealing-keys", VaultModule.Name);
        TestStore.Current.Use(builder, VaultModule.Name, _directory);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
