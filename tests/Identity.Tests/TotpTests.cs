using System.Text;
using Concord.Identity.Accounts;
using Concord.Identity.Factors;

namespace Concord.Identity.Tests;

public sealed class TotpTests
{
    private static readonly byte[] s_secret = Encoding.ASCII.GetBytes("12345678901234567890");
    private static readonly DateTime s_now = new(2026, 11, 28, 4, 0, 10, DateTimeKind.Utc);

    /// <summary>RFC 6238, appendix B, the column of SHA-1.</summary>
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void Codes_are_those_of_the_standard(long seconds, string expected)
    {
        var step = Totp.StepAt(DateTime.UnixEpoch.AddSeconds(seconds));
        Assert.Equal(expected, Totp.CodeAt(s_secret, step, digits: 8));
        Assert.Equal(expected[2..], Totp.CodeAt(s_secret, step));
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_clock_may_be_off_by_one_step(int off, bool accepted)
    {
        var step = Totp.StepAt(s_now) + off;
        Assert.Equal(accepted ? step : null, Totp.FindStep(s_secret, Totp.CodeAt(s_secret, step), s_now, after: 0));
    }

    [Fact]
    public void A_code_is_good_once_and_none_before_it_is_good_after_it()
    {
        var step = Totp.StepAt(s_now);
        Assert.Null(Totp.FindStep(s_secret, Totp.CodeAt(s_secret, step), s_now, after: step));
        Assert.Null(Totp.FindStep(s_secret, Totp.CodeAt(s_secret, step - 1), s_now, after: step));
        Assert.Equal(step + 1, Totp.FindStep(s_secret, Totp.CodeAt(s_secret, step + 1), s_now, after: step));
    }

    [Theory]
    [InlineData("")]
    [InlineData("000000")]
    [InlineData("94287082")]
    [InlineData("ä")]
    public void What_is_no_code_is_none(string typed) => Assert.Null(Totp.FindStep(s_secret, typed, s_now, after: 0));

    /// <summary>RFC 4648, section 10, without padding.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Secrets_are_written_in_base32(string text, string written)
    {
        Assert.Equal(written, Base32.Encode(Encoding.ASCII.GetBytes(text)));
        Assert.Equal(text, Encoding.ASCII.GetString(Base32.Decode(written.ToLowerInvariant())));
    }

    [Fact]
    public void A_recovery_code_is_good_once_and_is_not_kept()
    {
        var (kept, codes) = RecoveryCodes.Make(AccountId.New(), s_now);
        Assert.Equal(RecoveryCodes.Count, codes.Distinct().Count());
        var code = codes[3].Replace("-", "", StringComparison.Ordinal);
        Assert.DoesNotContain(kept.Hashes, h => h.Contains(code, StringComparison.OrdinalIgnoreCase));
        Assert.False(kept.Spend("AAAABBBBCCCCDDDD"));
        Assert.True(kept.Spend(code));
        Assert.False(kept.Spend(code));
        Assert.Equal(RecoveryCodes.Count - 1, kept.Hashes.Count);
    }
}
