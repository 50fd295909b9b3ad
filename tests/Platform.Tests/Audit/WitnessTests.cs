using Concord.Auditor;
using Concord.Platform.Audit.Heads;
using Concord.Platform.Tests.Notes;
using Concord.Support;
using Microsoft.EntityFrameworkCore;

namespace Concord.Platform.Tests.Audit;

/// <summary>A witness against somebody who has the whole store and the key of the service, and uses both.</summary>
public sealed class WitnessTests : IAsyncLifetime
{
    private SignedNotes _notes = null!;
    private Witness _witness = null!;

    public async ValueTask InitializeAsync()
    {
        _notes = await SignedNotes.StartAsync();
        _witness = new Witness(_notes.Service.As(SignedNotes.Witness), NotesModule.Name, SignedNotes.Witness.Subject, _notes.WitnessKey, _notes.WitnessDirectory);
        await _notes.WriteAsync(5);
        await _notes.SignAsync();
    }

    public ValueTask DisposeAsync() => _notes.DisposeAsync();

    [Fact]
    public async Task A_chain_that_goes_on_is_signed_head_by_head()
    {
        Assert.Equal(5, (await LookAsync())!.Size);
        Assert.Equal(5, (await LookAsync())!.Size);
        await _notes.WriteAsync(3);
        await _notes.SignAsync(60);
        var head = await LookAsync();
        Assert.Equal((8, SignedNotes.Witness.Subject), (head!.Size, Assert.Single(head.Witnesses!).Witness));
        Assert.Equal([5, 8], HeadFiles.Read(_notes.WitnessDirectory).Select(h => h.Size).Order());
    }

    [Fact]
    public async Task Before_the_first_head_there_is_nothing_to_sign()
    {
        await _notes.ForgetHeadsAsync();
        Assert.Null(await LookAsync());
    }

    [Fact]
    public async Task A_witness_that_died_before_it_signed_signs_next_time()
    {
        await LookAsync();
        await _notes.ChangeAsync(db => db.AuditCosignatures.ExecuteDeleteAsync());
        Assert.Single((await LookAsync())!.Witnesses!);
    }

    [Theory, Rule("R138"), Abuse(27)]
    [InlineData("rewritten", "two different heads")]
    [InlineData("rewritten and gone on", "does not continue")]
    [InlineData("taken back", "it had signed one of 5")]
    [InlineData("all heads gone", "shows no head any more")]
    [InlineData("another key", "no trusted key has signed")]
    public async Task What_was_changed_is_told_and_not_signed(string what, string alarm)
    {
        await LookAsync();
        switch (what)
        {
            case "rewritten":
                await _notes.RewriteAsync(2);
                await SignAnewAsync(_notes.Keys);
                break;
            case "rewritten and gone on":
                await _notes.RewriteAsync(2);
                await _notes.WriteAsync(2);
                await SignAnewAsync(_notes.Keys);
                break;
            case "taken back":
                await _notes.CutOffAsync(4);
                await SignAnewAsync(_notes.Keys);
                break;
            case "all heads gone":
                await _notes.ForgetHeadsAsync();
                break;
            default:
                await _notes.WriteAsync(1);
                using (var own = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256))
                using (var keys = SigningKeys.Read(own.ExportPkcs8PrivateKeyPem()))
                {
                    await SignAnewAsync(keys);
                }

                break;
        }

        var kept = HeadFiles.Read(_notes.WitnessDirectory).Count;
        for (var i = 0; i < 2; i++)
        {
            Assert.Contains(alarm, (await Assert.ThrowsAsync<ForkException>(LookAsync)).Message, StringComparison.Ordinal);
        }

        Assert.Equal(kept, HeadFiles.Read(_notes.WitnessDirectory).Count);
        await _notes.ChangeAsync(async db => Assert.Equal(0, await db.AuditCosignatures.CountAsync()));
    }

    private async Task SignAnewAsync(SigningKeys keys)
    {
        await _notes.ForgetHeadsAsync();
        await _notes.ChangeAsync(db => HeadSigning.SignDueAsync(db, NotesModule.Name, keys, SignedNotes.Start.AddSeconds(60), CancellationToken.None));
    }

    private Task<Contracts.Audit.SignedHead?> LookAsync() => _witness.LookAsync(CancellationToken.None);
}
