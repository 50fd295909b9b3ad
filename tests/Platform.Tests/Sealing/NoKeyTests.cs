using System.Net;
using Concord.Platform.Sealing;
using Concord.Support;
using Microsoft.EntityFrameworkCore;

namespace Concord.Platform.Tests.Sealing;

/// <summary>Three ways to have no key: never made, destroyed, out of reach. None of them is "there is nothing".</summary>
public sealed class NoKeyTests : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
    private TestService _vault = null!;

    private string Keys => Path.Combine(_directory, "sealing-keys", VaultModule.Name);

    public async ValueTask InitializeAsync()
    {
        _vault = await VaultModule.StartAsync(_directory);
        (await _vault.DepositAsync("ama", "a secret")).Is(HttpStatusCode.NoContent);
    }

    public ValueTask DisposeAsync() => _vault.DisposeAsync();

    [Fact]
    public async Task A_destroyed_key_opens_and_seals_nothing_more_at_any_replica_at_once()
    {
        await using var other = await VaultModule.StartAsync(_directory);
        (await other.TakeAsync("ama")).Is(HttpStatusCode.OK);
        (await _vault.EraseAsync("ama")).Is(HttpStatusCode.NoContent);
        foreach (var replica in (TestService[])[_vault, other])
        {
            (await replica.TakeAsync("ama")).IsProblem(HttpStatusCode.Conflict, "SUBJECT_ERASED");
            (await replica.DepositAsync("ama", "again")).IsProblem(HttpStatusCode.Conflict, "SUBJECT_ERASED");
            await replica.WithinAsync(async (_, sealer) => Assert.Equal(SubjectKeyState.Destroyed, await sealer.StateAsync("people/ama", Token)));
        }

        await _vault.WithinAsync(async (db, _) => Assert.Equal((null, null), await db.Keys.Where(k => k.Subject == "people/ama").Select(k => new ValueTuple<byte[]?, string?>(k.Wrapped, k.RingKey)).SingleAsync(Token)));
    }

    [Fact, Abuse(30)]
    public async Task Who_is_erased_before_anything_was_sealed_gets_no_key_afterwards()
    {
        await _vault.WithinAsync(async (_, sealer) => Assert.Equal(SubjectKeyState.NeverMade, await sealer.StateAsync("people/late", Token)));
        (await _vault.EraseAsync("late")).Is(HttpStatusCode.NoContent);
        (await _vault.DepositAsync("late", "too late")).IsProblem(HttpStatusCode.Conflict, "SUBJECT_ERASED");
    }

    [Fact]
    public async Task In_one_request_too_nothing_is_sealed_after_the_key_was_destroyed() => await _vault.WithinAsync(async (_, sealer) =>
    {
        await sealer.DestroyAsync("people/ama", Token);
        Assert.Equal(SealingReasons.SubjectErased, (await Assert.ThrowsAsync<Errors.DomainException>(() => sealer.SealAsync(Deposit.PlaceOf("ama"), "x", Token))).Reason);
    });

    [Fact]
    public async Task What_is_sealed_without_a_key_ever_made_is_an_outage_that_says_so()
    {
        await _vault.WithinAsync(async (db, _) =>
        {
            await using var write = await db.BeginWriteAsync(Token);
            await db.Keys.ExecuteDeleteAsync(Token);
            await write.CommitAsync(Token);
        });
        (await _vault.TakeAsync("ama")).IsProblem(HttpStatusCode.ServiceUnavailable, "SUBJECT_KEY_MISSING");
    }

    [Fact]
    public async Task A_key_of_the_ring_that_is_away_is_an_outage_and_over_when_it_is_back()
    {
        var file = Directory.GetFiles(Keys).Single();
        File.Move(file, file + ".away");
        await Eventually.TrueAsync(async () => (await _vault.TakeAsync("ama")).Status == HttpStatusCode.ServiceUnavailable, "the missing key is noticed");
        (await _vault.TakeAsync("ama")).IsProblem(HttpStatusCode.ServiceUnavailable, "SUBJECT_KEY_UNAVAILABLE");
        (await _vault.DepositAsync("new", "x")).IsProblem(HttpStatusCode.ServiceUnavailable, "SUBJECT_KEY_UNAVAILABLE");
        File.Move(file + ".away", file);
        Assert.Equal("a secret", (await _vault.TakeAsync("ama")).TextOf("text"));
    }

    [Fact]
    public async Task Another_key_under_the_same_name_is_the_same_outage()
    {
        var file = Directory.GetFiles(Keys).Single();
        await File.WriteAllTextAsync(file, Convert.ToHexStringLower(Envelope.NewKey()), Token);
        await Eventually.TrueAsync(async () => (await _vault.TakeAsync("ama")).Status == HttpStatusCode.ServiceUnavailable, "the wrong key is noticed");
        (await _vault.TakeAsync("ama")).IsProblem(HttpStatusCode.ServiceUnavailable, "SUBJECT_KEY_UNAVAILABLE");
    }

    // As docs/security/keys.md tells it; what it removes there by SQL is removed here by the same statements of another maker.
    [Fact]
    public async Task After_ring_keys_are_lost_for_good_a_new_one_is_put_in_place_by_hand_and_what_was_sealed_is_asked_for_again()
    {
        (await _vault.EraseAsync("gone")).Is(HttpStatusCode.NoContent);
        await _vault.DisposeAsync();
        var lost = Directory.GetFiles(Keys).Single();
        File.Delete(lost);
        await Assert.ThrowsAsync<Hosting.SettingException>(() => VaultModule.StartAsync(_directory));
        var anew = Path.Combine(Keys, "000001-anew.key");
        await File.WriteAllTextAsync(anew, Convert.ToHexStringLower(Envelope.NewKey()) + "\n", Token);
        File.SetUnixFileMode(anew, UnixFileMode.UserRead | UnixFileMode.UserWrite);

        _vault = await VaultModule.StartAsync(_directory);
        (await _vault.TakeAsync("ama")).IsProblem(HttpStatusCode.ServiceUnavailable, "SUBJECT_KEY_UNAVAILABLE");
        (await _vault.DepositAsync("ama", "again")).IsProblem(HttpStatusCode.ServiceUnavailable, "SUBJECT_KEY_UNAVAILABLE");
        (await _vault.DepositAsync("kofi", "somebody new")).Is(HttpStatusCode.NoContent);
        await _vault.WithinAsync(async (db, _) =>
        {
            await using var write = await db.BeginWriteAsync(Token);
            var ring = Path.GetFileNameWithoutExtension(lost);
            Assert.Equal(1, await db.Deposits.Where(d => db.Keys.Any(k => k.RingKey == ring && k.Subject == "people/" + d.Id)).ExecuteDeleteAsync(Token));
            Assert.Equal(1, await db.Keys.Where(k => k.RingKey == ring).ExecuteDeleteAsync(Token));
            await write.CommitAsync(Token);
        });
        (await _vault.TakeAsync("ama")).Is(HttpStatusCode.NotFound);
        (await _vault.DepositAsync("ama", "told once more")).Is(HttpStatusCode.NoContent);
        Assert.Equal("told once more", (await _vault.TakeAsync("ama")).TextOf("text"));
        Assert.Equal("somebody new", (await _vault.TakeAsync("kofi")).TextOf("text"));
        (await _vault.DepositAsync("gone", "x")).IsProblem(HttpStatusCode.Conflict, "SUBJECT_ERASED"); // whose key was destroyed has no ring key to lose
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
