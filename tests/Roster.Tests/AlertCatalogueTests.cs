using System.Text.Json;
using Concord.Platform.Alerts;
using Concord.Platform.Texts;
using Concord.Support;
using Microsoft.Extensions.DependencyInjection;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests;

/// <summary>Every kind of alert that the service finds is whole: somebody is asked who may see and settle it, and it has words, and so has what it is about.</summary>
public sealed class AlertCatalogueTests : IAsyncLifetime
{
    private TestService _service = null!;
    private AsyncServiceScope _scope;
    private (AlertKind Kind, string Collection)[] _kinds = [];

    public async ValueTask InitializeAsync()
    {
        IServiceCollection registered = new ServiceCollection();
        _service = await StartAsync(b => registered = b.Services);
        _scope = _service.Services.CreateAsyncScope();
        var rules = registered.Select(s => s.ServiceType).Where(t => t.IsGenericType && t.GetGenericTypeDefinition() == typeof(IAlertRule<>)).Distinct();
        _kinds =
        [
            .. from type in rules
               from rule in _scope.ServiceProvider.GetServices(type)
               select ((AlertKind)type.GetProperty(nameof(IAlertRule<>.Kind))!.GetValue(rule)!, (string)type.GenericTypeArguments[0].GetProperty("Collection")!.GetValue(null)!),
        ];
    }

    public async ValueTask DisposeAsync()
    {
        await _scope.DisposeAsync();
        await _service.DisposeAsync();
    }

    [Fact]
    public void Every_role_on_the_ladder_may_see_and_settle_it()
    {
        Assert.True(_kinds.Length >= 8, "The kinds are not found.");
        foreach (var (kind, _) in _kinds)
        {
            Assert.True(kind.IsOfOnePerson || (kind.Ladder.Count > 1 && kind.AcknowledgeWithin > TimeSpan.Zero), $"{kind.Code}: an alert that is asked of one role only is forgotten with it");
            Assert.All(kind.Ladder, role =>
            {
                Assert.Contains(role, kind.Permission.Roles);
                Assert.Contains(role, RosterPermissions.ReadAlerts.Roles);
                Assert.Contains(role, RosterPermissions.SettleAlerts.Roles);
            });
        }
    }

    [Fact]
    public void It_has_words_in_six_languages() => Assert.All(Language.All, language =>
    {
        var said = JsonElement.Parse(File.ReadAllText(Repository.PathOf("gateway", "Portal", "Alerts", "Texts", $"{language.Tag}.json")));
        Assert.All(_kinds, k => Assert.All(
            (string[])[$"alertKind.{k.Kind.Code}", $"alertMeaning.{k.Kind.Code}", $"alertEvidence.{k.Collection}"],
            key => Assert.True(said.TryGetProperty(key, out var word) && word.GetString() is { Length: > 0 }, $"{language.Tag} has no {key}")));
    });
}
