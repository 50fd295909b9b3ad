using System.Security.Cryptography;
using System.Text;
using Concord.Contracts.Access;
using Concord.Contracts.Audit;
using Concord.Platform.Audit;
using Concord.Platform.Audit.Heads;
using Concord.Platform.Persistence;
using Concord.Platform.Tests.Notes;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Concord.Platform.Tests.Audit;

/// <summary>A service whose heads are signed when the test says so, at instants that it names, and somebody who can write its whole store.</summary>
internal sealed class SignedNotes : IAsyncDisposable
{
    public const string Api = "/api/v1/audit/notes";
    public static readonly DateTime Start = new(2026, 11, 24, 8, 0, 0, DateTimeKind.Utc);
    public static readonly TestCaller Auditor = TestCaller.Person("organizations/0197a000-0000-7000-8000-000000000002", Roles.Auditor) with { Clearance = Classification.StrictlyConfidential };
    public static readonly TestCaller Witness = new("clients/second-party", "Witness", "organizations/0197a000-0000-7000-8000-000000000003", [Roles.Witness]) { Scopes = ["notes.audit.cosign", "notes.audit.readHeads"] };

    private SignedNotes(TestService service, string directory) => (Service, Root) = (service, directory);

    public TestService Service { get; }

    public ECDsa WitnessKey { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private string Root { get; }

    public string HeadFiles => Path.Combine(Root, "heads");

    public string WitnessDirectory => Path.Combine(Root, "witness");

    public SigningKeys Keys => Service.Services.GetRequiredService<SigningKeySource>().Keys!;

    public static async Task<SignedNotes> StartAsync(string? directory = null)
    {
        directory ??= Directory.CreateTempSubdirectory("concord-test-").FullName;
        var service = await NotesModule.StartAsync(b =>
        {
            b.Services.RemoveAll<IHostedService>(typeof(HeadSigner));
            b.Configuration["Audit:SigningKeyFile"] = Path.Combine(directory, "keys", "signing.pem");
            b.Configuration["Audit:HeadDirectory"] = Path.Combine(directory, "heads");
            b.Configuration["Audit:WitnessKeyDirectory"] = Path.Combine(directory, "witnesses");
        }, directory);
        var notes = new SignedNotes(service, directory);
        var key = Path.Combine(Directory.CreateDirectory(Path.Combine(directory, "witnesses")).FullName, "second-party.pem");
        await File.WriteAllTextAsync(key, notes.WitnessKey.ExportSubjectPublicKeyInfoPem());
        return notes;
    }

    public async Task WriteAsync(int count)
    {
        for (var i = 0; i < count; i++)
        {
            await ChangeAsync(db => db.RecordAsync(AuditOutcome.Done, null, [$"notes/{i}"], CancellationToken.None));
        }
    }

    /// <summary>Signs what is due at that many seconds after the start.</summary>
    public async Task<SignedHead?> SignAsync(double seconds = 0)
    {
        SignedHead? head = null;
        await ChangeAsync(async db => head = await HeadSigning.SignDueAsync(db, NotesModule.Name, Keys, Start.AddSeconds(seconds), CancellationToken.None));
        return head;
    }

    public async Task ChangeAsync(Func<ServiceDbContext, Task> change)
    {
        await using var scope = Service.Services.CreateAsyncScope();
        await change(scope.ServiceProvider.GetRequiredService<ServiceDbContext>());
    }

    public async Task<ChainFault?> CheckAsync()
    {
        ChainFault? fault = null;
        await ChangeAsync(async db => fault = (await AuditReading.CheckAsync(db, NotesModule.Name, Keys.All, CancellationToken.None)).Fault);
        return fault;
    }

    /// <summary>Changes who acted in an entry and writes everything after it anew, so that the chain is unbroken: what whoever has the whole database can do.</summary>
    public Task RewriteAsync(long sequence) => ChangeAsync(async db =>
    {
        var previous = ChainCheck.Beginning;
        foreach (var row in await db.AuditEntries.AsNoTracking().OrderBy(e => e.Sequence).ToListAsync())
        {
            var content = AuditContent.Read(row.Content)! with { Previous = previous };
            content = row.Sequence == sequence ? content with { Actor = "accounts/somebody-else" } : content;
            var (text, hash) = (content.Write(), MerkleTree.Leaf(Encoding.UTF8.GetBytes(content.Write())));
            await db.AuditEntries.Where(e => e.Sequence == row.Sequence).ExecuteUpdateAsync(s => s.SetProperty(e => e.Content, text).SetProperty(e => e.Hash, hash).SetProperty(e => e.Actor, content.Actor));
            previous = Convert.ToHexStringLower(hash);
        }

        await db.AuditTips.ExecuteUpdateAsync(s => s.SetProperty(t => t.Hash, Convert.FromHexString(previous)));
        await db.AuditNodes.ExecuteDeleteAsync();
    });

    /// <summary>Takes the last entries away, with the heads that count them.</summary>
    public Task CutOffAsync(long size) => ChangeAsync(async db =>
    {
        await db.AuditCosignatures.Where(w => w.Size > size).ExecuteDeleteAsync();
        await db.AuditHeads.Where(h => h.Size > size).ExecuteDeleteAsync();
        await db.Set<AuditTouch>().Where(t => t.Sequence >= size).ExecuteDeleteAsync();
        await db.AuditEntries.Where(e => e.Sequence >= size).ExecuteDeleteAsync();
        var last = await db.AuditEntries.Where(e => e.Sequence == size - 1).Select(e => e.Hash).SingleAsync();
        await db.AuditTips.ExecuteUpdateAsync(s => s.SetProperty(t => t.Size, size).SetProperty(t => t.Hash, last));
    });

    public Task ForgetHeadsAsync() => ChangeAsync(async db =>
    {
        await db.AuditCosignatures.ExecuteDeleteAsync();
        await db.AuditHeads.ExecuteDeleteAsync();
    });

    public async ValueTask DisposeAsync()
    {
        WitnessKey.Dispose();
        await Service.DisposeAsync();
    }
}
