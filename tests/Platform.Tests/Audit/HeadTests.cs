using Concord.Contracts.Audit;
using Concord.Platform.Audit.Heads;
using Concord.Platform.Hosting;
using Concord.Platform.Tests.Notes;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Platform.Tests.Audit;

/// <summary>Heads are signed in time, and show a chain that was rewritten so well that nothing in it is broken.</summary>
public sealed class HeadTests
{
    [Fact]
    public async Task A_head_is_signed_at_once_then_after_a_minute_or_a_thousand_entries_and_never_without_an_entry()
    {
        await using var notes = await SignedNotes.StartAsync();
        Assert.Null(await notes.SignAsync());
        await notes.WriteAsync(1);
        Assert.Equal(1, (await notes.SignAsync())!.Size);
        await notes.WriteAsync(998);
        Assert.Null(await notes.SignAsync(54));
        Assert.Equal(999, (await notes.SignAsync(55))!.Size);
        Assert.Null(await notes.SignAsync(1000));
        await notes.WriteAsync(HeadSigning.MostUnsigned);
        var head = (await notes.SignAsync(55.001))!;
        Assert.Equal(1999, head.Size);
        Assert.True(head.IsSignedBy(notes.Keys.All));
        Assert.Null(await notes.CheckAsync());

        // Added a few at a time they are the same.
        await notes.ChangeAsync(async db =>
        {
            var before = await db.AuditNodes.OrderBy(n => n.Position).Select(n => n.Hash).ToListAsync();
            await db.AuditNodes.ExecuteDeleteAsync();
            var nodes = new StoredNodes(db);
            Assert.False(await nodes.GrowAsync(1999, 3, CancellationToken.None));
            Assert.False(await nodes.GrowAsync(1999, 3, CancellationToken.None));
            Assert.True(await nodes.GrowAsync(1999, 3, CancellationToken.None));
            Assert.Equal(before, await db.AuditNodes.OrderBy(n => n.Position).Select(n => n.Hash).ToListAsync());
        });

        // Nodes over 256 entries each are stored, and checked like the entries themselves.
        await notes.ChangeAsync(async db => Assert.Equal(7, await db.AuditNodes.CountAsync(n => n.Level == 1)));
        await notes.ChangeAsync(db => db.AuditNodes.Where(n => n.Position == 2).ExecuteUpdateAsync(s => s.SetProperty(n => n.Hash, new byte[32])));
        Assert.Equal(512, (await notes.CheckAsync())?.Sequence);
    }

    [Fact, Abuse(26)]
    public async Task A_chain_written_anew_as_a_whole_does_not_agree_with_the_heads_in_its_store()
    {
        await using var notes = await SignedNotes.StartAsync();
        await notes.WriteAsync(3);
        await notes.SignAsync();
        await notes.WriteAsync(3);
        await notes.SignAsync(60);
        Assert.Null(await notes.CheckAsync());
        await notes.RewriteAsync(4);
        var fault = await notes.CheckAsync();
        Assert.Equal(3, fault?.Sequence); // the first three are those of the first head
        Assert.Contains("rewritten as a whole", fault!.What, StringComparison.Ordinal);
    }

    [Theory, Rule("R138"), Abuse(26)]
    [InlineData("rewritten", 0)]
    [InlineData("cut off", 4)]
    public async Task Where_the_heads_were_taken_from_the_store_those_kept_elsewhere_still_tell(string what, long place)
    {
        await using var notes = await SignedNotes.StartAsync();
        await notes.WriteAsync(6);
        await notes.SignAsync();
        await notes.ChangeAsync(db => HeadDirectory.ExportAsync(db, NotesModule.Name, notes.HeadFiles, CancellationToken.None));
        await (what == "rewritten" ? notes.RewriteAsync(4) : notes.CutOffAsync(4));
        await notes.ForgetHeadsAsync();
        Assert.Null(await notes.CheckAsync());

        // The export holds an entry of its own: what is cut off must be more than that.
        var export = await notes.Service.As(SignedNotes.Auditor).GetStringAsync($"{SignedNotes.Api}/entries:export");
        var kept = Auditor.HeadFiles.Read(notes.HeadFiles);
        Assert.Single(kept);
        Assert.Null((await AuditExport.CheckAsync(new StringReader(export), [], notes.Keys.All, CancellationToken.None)).Fault);
        Assert.Equal(what == "rewritten" ? place : place + 1, (await AuditExport.CheckAsync(new StringReader(export), kept, notes.Keys.All, CancellationToken.None)).Fault?.Sequence);
    }

    [Fact]
    public async Task A_head_signed_with_another_key_is_none()
    {
        await using var notes = await SignedNotes.StartAsync();
        await notes.WriteAsync(2);
        await notes.SignAsync();
        using var other = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        await notes.ChangeAsync(async db =>
        {
            var forged = SignedHead.Sign((await db.AuditHeads.SingleAsync()).Told(NotesModule.Name).Head, other);
            await db.AuditHeads.ExecuteUpdateAsync(s => s.SetProperty(h => h.Signature, forged.Signature).SetProperty(h => h.Key, forged.Key));
        });
        Assert.Contains("not signed by a trusted key", (await notes.CheckAsync())?.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_replicas_that_sign_at_once_one_does_and_none_fails()
    {
        var directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
        await using var one = await SignedNotes.StartAsync(directory);
        await using var other = await SignedNotes.StartAsync(directory);
        await one.WriteAsync(300);
        var heads = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => (i % 2 == 0 ? one : other).SignAsync())));
        Assert.Equal(300, Assert.Single(heads.OfType<SignedHead>()).Size);
        Assert.Equal(one.Keys.Current.ExportSubjectPublicKeyInfoPem(), other.Keys.Current.ExportSubjectPublicKeyInfoPem());
        Assert.Null(await one.CheckAsync());
    }

    [Fact]
    public async Task The_directory_of_heads_catches_up_and_changes_nothing_that_is_there()
    {
        await using var notes = await SignedNotes.StartAsync();
        await notes.WriteAsync(1);
        await notes.SignAsync();
        await notes.ChangeAsync(db => HeadDirectory.ExportAsync(db, NotesModule.Name, notes.HeadFiles, CancellationToken.None));
        var first = Assert.Single(Directory.GetFiles(notes.HeadFiles, "*.json", SearchOption.AllDirectories));
        var (text, written) = (await File.ReadAllTextAsync(first), File.GetLastWriteTimeUtc(first));
        for (var i = 1; i <= 3; i++)
        {
            await notes.WriteAsync(1);
            await notes.SignAsync(60 * i);
        }

        await notes.ChangeAsync(db => HeadDirectory.ExportAsync(db, NotesModule.Name, notes.HeadFiles, CancellationToken.None));
        var heads = Auditor.HeadFiles.Read(notes.HeadFiles);
        Assert.Equal([1, 2, 3, 4], heads.Select(h => h.Size).Order());
        Assert.All(heads, h => Assert.True(h.IsSignedBy(notes.Keys.All)));
        Assert.Equal((text, written), (await File.ReadAllTextAsync(first), File.GetLastWriteTimeUtc(first)));
    }

    [Fact]
    public async Task A_running_service_signs_without_being_told()
    {
        var directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
        await using (var before = await NotesModule.StartAsync(directory: directory))
        {
            await before.As(NotesModule.Writer).PostAsync("/api/v1/notes", new { text = "n" });
        }

        await using var service = await NotesModule.StartAsync(b => b.Configuration["Audit:SigningKeyFile"] = Path.Combine(directory, "keys", "signing.pem"), directory);
        await Eventually.TrueAsync(async () => (await service.As(SignedNotes.Auditor).ReadAsync($"{SignedNotes.Api}/heads"))["items"].AsArray().Count == 1, "a signed head");
    }

    [Fact]
    public void After_a_key_was_replaced_its_signatures_stay_good_and_the_new_one_signs()
    {
        using var former = SigningKeys.Read(NewKey());
        var head = SignedHead.Sign(new AuditHead("notes", 1, new string('0', 64), SignedNotes.Start), former.Current);
        using var keys = SigningKeys.Read(NewKey() + former.Current.ExportSubjectPublicKeyInfoPem());
        Assert.Equal(2, keys.All.Count);
        Assert.True(head.IsSignedBy(keys.All));
        Assert.False(head.IsSignedBy([keys.Current]));
        Assert.Equal(keys.All.Select(HeadKey.IdOf), HeadKey.ReadAll(keys.PublicPem).Select(HeadKey.IdOf));
        Assert.DoesNotContain("PRIVATE", keys.PublicPem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no key")]
    [InlineData("public")]
    [InlineData("P-384")]
    public async Task A_key_that_cannot_sign_is_told_at_the_start(string what)
    {
        var directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
        var file = Path.Combine(directory, "signing.pem");
        using var p384 = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP384);
        using var good = SigningKeys.Read(NewKey());
        await File.WriteAllTextAsync(file, what switch { "public" => good.Current.ExportSubjectPublicKeyInfoPem(), "P-384" => p384.ExportPkcs8PrivateKeyPem(), _ => what });
        var refused = await Assert.ThrowsAsync<SettingException>(() => NotesModule.StartAsync(b => b.Configuration["Audit:SigningKeyFile"] = file, directory));
        Assert.StartsWith("Audit:SigningKeyFile cannot be used", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_that_is_made_is_its_owner_s_alone()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("concord-test-").FullName, "keys", "signing.pem");
        using var keys = SigningKeys.In(new ConfigurationManager { ["Audit:SigningKeyFile"] = file })!;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        using var again = SigningKeys.In(new ConfigurationManager { ["Audit:SigningKeyFile"] = file })!;
        Assert.Equal(HeadKey.IdOf(keys.Current), HeadKey.IdOf(again.Current));
        Assert.Null(SigningKeys.In(new ConfigurationManager()));
    }

    private static string NewKey()
    {
        using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem() + "\n";
    }
}
