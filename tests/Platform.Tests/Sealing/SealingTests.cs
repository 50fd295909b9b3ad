using System.Net;
using System.Text;
using Concord.Contracts.Access;
using Concord.Platform.Errors;
using Concord.Platform.Sealing;
using Concord.Support;
using Microsoft.EntityFrameworkCore;

namespace Concord.Platform.Tests.Sealing;

/// <summary>What is sealed opens in its place with its key, and nowhere else with no other.</summary>
public sealed class SealingTests : IAsyncLifetime
{
    private const string Text = "+243 81 000 17 42 زيتونة";
    private TestService _vault = null!;

    public async ValueTask InitializeAsync()
    {
        _vault = await VaultModule.StartAsync();
        (await _vault.DepositAsync("ama", Text)).Is(HttpStatusCode.NoContent);
        (await _vault.DepositAsync("bob", "another")).Is(HttpStatusCode.NoContent);
    }

    public ValueTask DisposeAsync() => _vault.DisposeAsync();

    [Fact]
    public async Task What_was_sealed_is_read_again_and_stands_nowhere_in_the_store()
    {
        Assert.Equal(Text, (await _vault.TakeAsync("ama")).TextOf("text"));
        await _vault.WithinAsync(async (db, _) =>
        {
            var stored = (await db.Deposits.AsNoTracking().SingleAsync(d => d.Id == "ama")).First.ToArray();
            Assert.Equal(-1, stored.AsSpan().IndexOf("243"u8));
            var key = await db.Keys.AsNoTracking().SingleAsync(k => k.Subject == "people/ama");
            Assert.Equal(Envelope.KeyLength + Envelope.Overhead, key.Wrapped!.Length);
        });
    }

    [Fact]
    public async Task Sealed_twice_the_same_value_looks_different_each_time() => await _vault.WithinAsync(async (_, sealer) =>
    {
        var place = Deposit.PlaceOf("ama");
        Assert.NotEqual(await sealer.SealAsync(place, Text, Token), await sealer.SealAsync(place, Text, Token));
    });

    [Fact]
    public async Task The_chain_tells_that_it_changed_and_nothing_of_what_it_is() => await _vault.WithinAsync(async (db, _) =>
    {
        var entries = await db.AuditEntries.AsNoTracking().Select(e => e.Content).ToListAsync();
        Assert.All(entries, e => Assert.DoesNotContain("+243", e, StringComparison.Ordinal));
        Assert.Contains(entries, e => e.Contains("\"first\":{\"masked\":true}", StringComparison.Ordinal) && e.Contains("\"wrapped\":{\"masked\":true}", StringComparison.Ordinal));
    });

    public static TheoryData<string> Moves => ["row", "column", "table", "label", "subject"];

    [Theory, MemberData(nameof(Moves)), Abuse(28)]
    public async Task Moved_to_another_place_it_does_not_open(string what) => await _vault.WithinAsync(async (_, sealer) =>
    {
        var place = Deposit.PlaceOf("ama");
        var value = await sealer.SealAsync(place, Text, Token);
        Assert.Equal(Text, await sealer.OpenAsync<string>(place, value, Token));
        var moved = what switch
        {
            "row" => place with { Row = "bob" },
            "column" => place with { Column = nameof(Deposit.Second) },
            "table" => place with { Table = "Withdrawals" },
            "label" => place with { Label = Classification.Unclassified },
            _ => place with { Subject = "people/bob" },
        };
        Assert.Equal(SealingReasons.SealBroken, (await Assert.ThrowsAsync<DomainException>(() => sealer.OpenAsync<string>(moved, value, Token))).Reason);
    });

    [Fact]
    public void No_two_places_are_bound_to_the_same_bytes()
    {
        var place = new SealedPlace("a/1", "T", "1|1:C", "C", Classification.Confidential);
        Assert.NotEqual(place.Binding, (place with { Row = "1", Column = "C|1:C" }).Binding);
    }

    [Fact, Abuse(28)]
    public async Task Two_fields_that_somebody_swaps_in_the_store_open_no_more_and_the_answer_is_no_error_of_ours()
    {
        await _vault.WithinAsync(async (db, _) =>
        {
            var both = await db.Deposits.ToListAsync(Token);
            (both[0].First, both[1].First) = (both[1].First, both[0].First);
            await db.SaveChangesAsync(Token);
        });
        (await _vault.TakeAsync("ama")).IsProblem(HttpStatusCode.ServiceUnavailable, "SEAL_BROKEN");
        (await _vault.TakeAsync("bob")).IsProblem(HttpStatusCode.ServiceUnavailable, "SEAL_BROKEN");
    }

    [Fact, Abuse(28)]
    public void Any_flipped_bit_any_other_key_and_any_shorter_form_is_noticed()
    {
        var (key, bound, clear) = (Envelope.NewKey(), "place"u8.ToArray(), Encoding.UTF8.GetBytes(Text));
        var good = Envelope.Seal(key, clear, bound);
        Assert.Equal(clear, Envelope.Open(key, good, bound));
        for (var bit = 0; bit < good.Length * 8; bit++)
        {
            var bad = (byte[])good.Clone();
            bad[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(Envelope.Open(key, bad, bound));
        }

        Assert.Null(Envelope.Open(Envelope.NewKey(), good, bound));
        Assert.All(Enumerable.Range(0, good.Length), length => Assert.Null(Envelope.Open(key, good.AsSpan(0, length), bound)));
    }

    [Fact]
    public async Task Of_many_who_make_a_subject_s_key_at_once_none_seals_with_a_lost_one()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => _vault.DepositAsync("new", $"text {i}")));
        Assert.Contains(answers, a => a.Status == HttpStatusCode.NoContent);
        Assert.All(answers, a => Assert.True(a.Status is HttpStatusCode.NoContent or HttpStatusCode.Conflict or HttpStatusCode.ServiceUnavailable, a.Text));
        Assert.StartsWith("text ", (await _vault.TakeAsync("new")).TextOf("text"), StringComparison.Ordinal);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
