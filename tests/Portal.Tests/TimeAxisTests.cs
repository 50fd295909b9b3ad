using Concord.Portal.Components;

namespace Concord.Portal.Tests;

public sealed class TimeAxisTests
{
    [Theory]
    [InlineData("2026-11-23", "2026-11-23", "2026-11-01")]
    [InlineData("2026-01-15", "2026-03-02", "2026-01-01 2026-02-01 2026-03-01")]
    [InlineData("2026-02-15", "2027-01-02", "2026-01-01 2026-04-01 2026-07-01 2026-10-01 2027-01-01")]
    [InlineData("2018-09-12", "2027-02-22", "2018-01-01 2020-01-01 2022-01-01 2024-01-01 2026-01-01")]
    public void The_scale_has_few_ticks_and_begins_with_a_whole_step(string first, string last, string ticks) =>
        Assert.Equal(ticks, string.Join(' ', Axis(first, last).Ticks.Select(t => $"{t.Day:yyyy-MM-dd}")));

    [Fact]
    public void It_goes_on_for_centuries_without_more_ticks() => Assert.InRange(Axis("1946-01-01", "2500-01-01").Ticks.Count(), 2, 12);

    [Fact]
    public void A_day_is_where_it_is_in_time_and_one_beyond_the_end_is_at_the_end()
    {
        var axis = Axis("2026-01-01", "2026-04-30"); // 120 days
        Assert.Equal(0, axis.At(new DateOnly(2026, 1, 1)));
        Assert.Equal(25, axis.At(new DateOnly(2026, 1, 31)), 3);
        Assert.Equal(100, axis.At(new DateOnly(2031, 1, 1)));
        Assert.Equal(0, axis.At(new DateOnly(2020, 1, 1)));
        Assert.Equal((0, 25), axis.Span(new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 30)));
    }

    [Fact]
    public void Mirrored_it_runs_from_the_right()
    {
        var axis = new TimeAxis(new DateOnly(2026, 1, 1), new DateOnly(2026, 4, 30), mirrored: true);
        Assert.Equal(100, axis.At(new DateOnly(2026, 1, 1)));
        Assert.Equal((75, 25), axis.Span(new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 30)));
        Assert.Equal(axis.Ticks.OrderByDescending(t => t.At), axis.Ticks);
    }

    private static TimeAxis Axis(string first, string last) => new(DateOnly.Parse(first), DateOnly.Parse(last), mirrored: false);
}
