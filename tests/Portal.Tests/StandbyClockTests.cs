using Concord.Platform.Texts;
using Concord.Portal.Access;
using Concord.Portal.Components;
using Concord.Portal.Standby;
using Concord.Portal.Texts;
using Concord.Support;

namespace Concord.Portal.Tests;

/// <summary>What the clock of a request for people on standby says at one moment (R12).</summary>
public sealed class StandbyClockTests
{
    private static readonly DateTimeOffset s_asked = new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero);

    [Theory, Rule("R12")]
    [InlineData("REQUESTED", 1, Tone.Wait, "acknowledge", "mediation-support", "71 hours left")]
    [InlineData("ACKNOWLEDGED", 48, Tone.Warn, "approve", "appointing-authority", "24 hours left")]
    [InlineData("APPROVED", 71.5, Tone.Warn, "depart", "mediation-support", "30 minutes left")]
    [InlineData("APPROVED", 73, Tone.Bad, "depart", "mediation-support", "1 hour over")]
    public void It_says_how_much_time_is_left_or_over_what_comes_next_and_who_is_waited_for(string state, double hours, Tone tone, string next, string asked, string text)
    {
        var clock = StandbyClock.Of(Request(state, null), s_asked.AddHours(hours));
        Assert.Equal((tone, next, asked, text), (clock.Tone, clock.Next, clock.Asked, clock.Text(PortalTexts.In(Language.English))));
    }

    [Theory, Rule("R12")]
    [InlineData(70, Tone.Good, "departed in time, 2 hours before")]
    [InlineData(75, Tone.Warn, "departed 3 hours late")]
    public void Once_they_have_left_it_stands_still(double departed, Tone tone, string text)
    {
        var clock = StandbyClock.Of(Request("DEPARTED", s_asked.AddHours(departed)), s_asked.AddDays(90));
        Assert.Equal((tone, text), (clock.Tone, clock.Text(PortalTexts.In(Language.English))));
    }

    [Fact]
    public void Nobody_is_waited_for_where_a_request_was_declined() => Assert.Null(StandbyClock.Of(Request("DECLINED", null), s_asked).Next);

    private static StandbyRequest Request(string state, DateTimeOffset? departed) => new(
        "standbyRequests/1", "organizations/1", new ActPerson("accounts/1", "Somebody"), "ENVOY", null, "CONFIDENTIAL", "TCD", null, "For talks.", [], [], [], 1, "REMOTE", new(2026, 11, 5), new(2026, 11, 5), new(2026, 11, 9),
        state, new SupportPackage(null, null, null, null, null), [], s_asked.AddHours(72), null, null, null, null, null, departed, null, null, null, null, null, s_asked, "1");
}
