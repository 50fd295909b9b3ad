using System.Text.Json;
using Concord.Designation.Alerts;
using Concord.Platform.Alerts;
using Concord.Platform.Texts;
using Concord.Support;

namespace Concord.Designation.Tests.Alerts;

/// <summary>Every kind of alert is whole: somebody finds it, somebody is asked who may see and settle it, and it has words.</summary>
public sealed class AlertCatalogueTests
{
    public static TheoryData<string> Kinds => [.. DesignationAlerts.All.Select(k => k.Code)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_role_on_the_ladder_may_see_and_settle_it(string code)
    {
        var kind = Of(code);
        Assert.Matches("^[A-Z][A-Z_]{1,59}$", code);
        Assert.True(kind.Ladder.Count > 1 && kind.AcknowledgeWithin > TimeSpan.Zero, "an alert that is asked of one role only is forgotten with it");
        Assert.All(kind.Ladder, role =>
        {
            Assert.Contains(role, kind.Permission.Roles);
            Assert.Contains(role, DesignationPermissions.ReadAlerts.Roles);
            Assert.Contains(role, DesignationPermissions.SettleAlerts.Roles);
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

    private static AlertKind Of(string code) => DesignationAlerts.All.Single(k => k.Code == code);
}
