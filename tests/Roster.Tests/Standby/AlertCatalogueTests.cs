using System.Text.Json;
using Concord.Platform.Alerts;
using Concord.Platform.Texts;
using Concord.Roster.Alerts;
using Concord.Support;

namespace Concord.Roster.Tests.Standby;

/// <summary>Every kind of alert is whole: somebody is asked who may see and settle it, and it has words.</summary>
public sealed class AlertCatalogueTests
{
    public static TheoryData<string> Kinds => [.. All.Select(k => k.Code)];

    private static AlertKind[] All => [RosterAlerts.DeadlineNear, RosterAlerts.DeadlinePassed, RosterAlerts.NotBriefed, RosterAlerts.ReviewOverdue];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_role_on_the_ladder_may_see_and_settle_it(string code)
    {
        var kind = All.Single(k => k.Code == code);
        Assert.True(kind.Ladder.Count > 1 && kind.AcknowledgeWithin > TimeSpan.Zero, "an alert that is asked of one role only is forgotten with it");
        Assert.All(kind.Ladder, role =>
        {
            Assert.Contains(role, kind.Permission.Roles);
            Assert.Contains(role, RosterPermissions.ReadAlerts.Roles);
            Assert.Contains(role, RosterPermissions.SettleAlerts.Roles);
        });
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_has_words_in_six_languages(string code) => Assert.All(Language.All, language =>
    {
        var said = JsonElement.Parse(File.ReadAllText(Repository.PathOf("gateway", "Portal", "Alerts", "Texts", $"{language.Tag}.json")));
        Assert.NotEqual("", said.GetProperty($"alertKind.{code}").GetString());
        Assert.NotEqual("", said.GetProperty($"alertMeaning.{code}").GetString());
    });
}
