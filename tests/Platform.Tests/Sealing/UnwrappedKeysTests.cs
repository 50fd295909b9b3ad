using System.Net;
using Concord.Platform.Sealing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Concord.Platform.Tests.Sealing;

/// <summary>What is kept of unwrapped keys: few, for moments, and never in place of asking whether the key is still good.</summary>
public sealed class UnwrappedKeysTests
{
    private static readonly WrappedKey s_wrapped = new("000001-a", [1, 2, 3]);

    [Fact]
    public void A_key_is_there_for_its_moment_and_then_gone_without_being_asked_for()
    {
        var time = new FakeTimeProvider();
        using var keys = new UnwrappedKeys(time);
        keys.Keep("people/a", s_wrapped, [9]);
        Assert.Equal([9], keys.Find("people/a", s_wrapped));
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(0, keys.Count);
        Assert.Null(keys.Find("people/a", s_wrapped));
    }

    [Fact]
    public void Another_wrapping_another_subject_and_a_forgotten_one_are_not_found()
    {
        using var keys = new UnwrappedKeys(new FakeTimeProvider());
        keys.Keep("people/a", s_wrapped, [9]);
        Assert.Null(keys.Find("people/a", s_wrapped with { RingKey = "000002-b" }));
        Assert.Null(keys.Find("people/a", s_wrapped with { Bytes = [1, 2, 4] }));
        Assert.Null(keys.Find("people/b", s_wrapped));
        keys.Forget("people/a");
        Assert.Null(keys.Find("people/a", s_wrapped));
    }

    [Fact]
    public void What_is_handed_out_is_a_copy_and_no_more_than_so_many_are_kept()
    {
        using var keys = new UnwrappedKeys(new FakeTimeProvider());
        for (var i = 0; i < UnwrappedKeys.Most + 5; i++)
        {
            keys.Keep($"people/{i}", s_wrapped, [9]);
        }

        Assert.Equal(UnwrappedKeys.Most, keys.Count);
        keys.Find("people/0", s_wrapped)![0] = 0;
        Assert.Equal([9], keys.Find("people/0", s_wrapped));
    }

    [Fact]
    public async Task The_ring_unwraps_once_for_what_is_read_in_one_moment()
    {
        var ring = new CountingRing();
        await using var vault = await VaultModule.StartAsync(configure: b =>
        {
            b.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(DateTimeOffset.UtcNow));
            b.Services.AddSingleton<IKeyRing>(p => ring.Over(new KeyDirectory(p.GetRequiredService<IConfiguration>(), TimeProvider.System)));
        });
        (await vault.DepositAsync("ama", "x")).Is(HttpStatusCode.NoContent);
        for (var i = 0; i < 5; i++)
        {
            (await vault.TakeAsync("ama")).Is(HttpStatusCode.OK);
        }

        Assert.Equal(1, ring.Unwrapped);
        (await vault.EraseAsync("ama")).Is(HttpStatusCode.NoContent);
        (await vault.TakeAsync("ama")).IsProblem(HttpStatusCode.Conflict, "SUBJECT_ERASED");
    }

    private sealed class CountingRing : IKeyRing
    {
        private IKeyRing _inner = null!;

        public int Unwrapped { get; private set; }

        public IKeyRing Over(IKeyRing inner)
        {
            _inner = inner;
            return this;
        }

        public Task PrepareAsync(Func<CancellationToken, Task<bool>> isInUse, CancellationToken cancellationToken) => _inner.PrepareAsync(isInUse, cancellationToken);

        public ValueTask<string> CurrentAsync(CancellationToken cancellationToken) => _inner.CurrentAsync(cancellationToken);

        public ValueTask<string> RenewAsync(CancellationToken cancellationToken) => _inner.RenewAsync(cancellationToken);

        public ValueTask<WrappedKey> WrapAsync(ReadOnlyMemory<byte> key, string subject, CancellationToken cancellationToken) => _inner.WrapAsync(key, subject, cancellationToken);

        public ValueTask<byte[]> UnwrapAsync(WrappedKey wrapped, string subject, CancellationToken cancellationToken)
        {
            Unwrapped++;
            return _inner.UnwrapAsync(wrapped, subject, cancellationToken);
        }
    }
}
