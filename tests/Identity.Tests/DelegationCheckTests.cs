using Concord.Identity.Delegations;
using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Concord.Support;

namespace Concord.Identity.Tests;

/// <summary>What may be said of a delegation, whoever it is about.</summary>
public sealed class DelegationCheckTests
{
    private static readonly DateTime s_now = new(2026, 12, 1, 0, 0, 0, DateTimeKind.Utc);

    [Theory, Rule("R137")]
    [InlineData("accounts/0197a000-0000-7000-8000-000000000001", "x@un.example", "why", 0, 10, "delegate")]
    [InlineData(null, null, " ", 0, 10, "delegate,reason")]
    [InlineData("people/1", null, "why", 0, 10, "delegate")]
    [InlineData(null, "x@un.example", "why", 0, 61, "untilTime")]
    [InlineData(null, "x@un.example", "why", 5, 5, "untilTime")]
    [InlineData(null, "x@un.example", "why", -20, -10, "fromTime,untilTime")]
    [InlineData(null, "x@un.example", "why", -1, 10, "fromTime")]
    [InlineData(null, "x@un.example", "why", 367, 380, "fromTime")]
    public void What_could_not_be_named_is_refused_by_the_field(string? account, string? email, string reason, int from, int until, string fields)
    {
        var wrong = Assert.Throws<DomainException>(() => Delegation.Check(new NameDelegate(account, email, reason, s_now.AddDays(from), s_now.AddDays(until)), s_now));
        Assert.Equal(fields, string.Join(',', wrong.Errors.Select(f => f.Field).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Sixty_days_are_not_too_many()
    {
        Delegation.Check(new NameDelegate(null, "x@un.example", "why", s_now.AddDays(366), s_now.AddDays(426)), s_now);
    }

    [Fact]
    public void It_may_begin_now_and_does_where_nothing_is_said()
    {
        Delegation.Check(new NameDelegate(null, "x@un.example", "why", s_now, s_now.AddDays(1)), s_now);
        Delegation.Check(new NameDelegate(null, "x@un.example", "why", null, s_now.AddDays(1)), s_now);
    }

    [Theory]
    [InlineData(DateTimeKind.Unspecified)]
    [InlineData(DateTimeKind.Utc)]
    [InlineData(DateTimeKind.Local)]
    public void A_time_without_an_offset_is_meant_in_utc(DateTimeKind kind)
    {
        var noon = new DateTime(2026, 12, 1, 12, 0, 0, DateTimeKind.Utc);
        var written = kind == DateTimeKind.Local ? noon.ToLocalTime() : DateTime.SpecifyKind(noon, kind);
        Assert.Equal((noon, DateTimeKind.Utc), (Instant.Utc(written), Instant.Utc(written).Kind));
    }
}
