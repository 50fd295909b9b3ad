using System.Net;
using Concord.Contracts.Access;
using Concord.Platform.Alerts;
using Concord.Roster.SavedSearches;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using static Concord.Roster.Tests.RosterClient;
using static Concord.Roster.Tests.SavedSearches.SavedSearchFixture;

namespace Concord.Roster.Tests.SavedSearches;

public sealed class FoundAnewTests : IAsyncLifetime
{
    private readonly string _directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await SavedSearchFixture.StartAsync(_directory);

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R27")]
    public async Task The_owner_is_told_once_of_each_person_who_was_not_found_before()
    {
        var old = await _service.ActiveAsync(Body("Ama Old"));
        await _service.SaveAsync(new { text = "ama" });
        await _service.LookAsync();
        Assert.Empty(await _service.ToldAsync());

        var other = await _service.ActiveAsync(Body("Berta New"));
        var path = await _service.ActiveAsync(Body("Ama New"));
        await RenameAsync(old, "Ama Older"); // was found before and is still
        await _service.LookAsync();
        Assert.Equal([NameOf(path)], await _service.ToldAsync());

        await RenameAsync(other, "Ama Berta"); // found by a change
        (await _service.As(Desk).PostAsync($"{path}:suspend", new { reason = "x" })).Is(HttpStatusCode.OK);
        await _service.LookAsync();
        Assert.Equal([NameOf(other)], await _service.ToldAsync()); // nobody is told of somebody whom the search does not show

        (await _service.As(Desk).PostAsync($"{path}:reinstate", Nothing)).Is(HttpStatusCode.OK);
        await _service.LookAsync();
        Assert.Equal(new[] { NameOf(path), NameOf(other) }.Order(StringComparer.Ordinal), await _service.ToldAsync());
        Assert.Equal(2, await _service.InStoreAsync(db => db.Set<Alert<SavedSearchId>>().CountAsync())); // the same alert as before
    }

    [Fact]
    public async Task Nobody_is_told_of_a_person_above_the_clearance_and_is_as_soon_as_the_search_would_show_the_person()
    {
        await _service.SaveAsync(new { text = "ama" });
        var path = await _service.ActiveAsync(Body("Ama Secret", "STRICTLY_CONFIDENTIAL"));
        await _service.LookAsync();
        Assert.Empty(await _service.ToldAsync());
        Assert.Equal([NameOf(path)], await _service.ToldAsync(Owner with { Clearance = Classification.StrictlyConfidential }));

        await _service.ClassifyAsync(path, "CONFIDENTIAL");
        Assert.Equal([NameOf(path)], await _service.ToldAsync());
        (await _service.As(Desk).PostAsync($"{path}:withdrawConsent", new { scope = "SEARCH" })).Is(HttpStatusCode.OK);
        Assert.Empty(await _service.ToldAsync());
    }

    [Fact]
    public async Task Two_instances_that_look_at_the_same_moment_tell_once()
    {
        await using var other = await SavedSearchFixture.StartAsync(_directory);
        var search = await _service.SaveAsync(new { text = "ama" });
        for (var i = 0; i < 5; i++)
        {
            await _service.ActiveAsync(Body($"Ama {i}"));
        }

        await Eventually.TrueAsync(async () => (await other.SearchAsync(Desk, new { text = "ama" })).NamesIn().Length == 5, "both know all five");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => (i % 2 == 0 ? _service : other).LookAsync())));
        await _service.LookAsync();
        await other.LookAsync();
        Assert.Equal(5, (await other.ToldAsync()).Distinct().Count());
        Assert.Equal(5, await _service.InStoreAsync(db => db.Set<Alert<SavedSearchId>>().CountAsync()));
        Assert.NotEmpty(search);
    }

    [Fact]
    public async Task Another_question_begins_anew_and_an_alert_that_is_settled_or_no_longer_wanted_is_over()
    {
        var path = await _service.SaveAsync(new { text = "ama" });
        await _service.ActiveAsync(Body("Ama One"));
        await _service.LookAsync();
        var alert = (await _service.As(Owner).ReadAsync("/api/v1/alerts/roster"))["items.0"]!;
        Assert.Equal(("SAVED_SEARCH_FOUND", "NOTICE", null, null), ((string?)alert["kind"], (string?)alert["severity"], (string?)alert["escalatedTo"], (string?)alert["dueTime"]));
        (await _service.As(Owner).PostAsync($"/api/v1/{(string?)alert["name"]}:resolve", new { reason = "Read." })).Is(HttpStatusCode.OK);
        Assert.Empty(await _service.ToldAsync());

        await _service.ActiveAsync(Body("Ama Two"));
        await _service.LookAsync();
        Assert.Single(await _service.ToldAsync());
        (await _service.As(Owner).PatchAsync(path, new { search = new { genders = new[] { "WOMAN" } } }, "*")).Is(HttpStatusCode.OK);
        await _service.LookAsync();
        Assert.Empty(await _service.ToldAsync()); // both are found by the new question from its beginning on
    }

    [Fact]
    public async Task Of_an_erased_person_nothing_says_which_search_found_the_person()
    {
        await _service.SaveAsync(new { text = "ama" });
        var path = await _service.ActiveAsync(Body("Ama Gone"));
        await _service.LookAsync();
        Assert.Equal(1, await _service.InStoreAsync(db => db.SavedSearchMatches.CountAsync()));
        var proposed = (await _service.As(Desk).PostAsync($"{path}:erase", new { reason = "Asked for by letter.", basis = "REQUEST_OF_THE_PERSON" })).Is(HttpStatusCode.Accepted);
        (await _service.As(SecondDesk).PostAsync($"{proposed.Location}:approve", Nothing)).Is(HttpStatusCode.OK);
        Assert.Equal(0, await _service.InStoreAsync(db => db.SavedSearchMatches.CountAsync()));
        await _service.LookAsync();
        Assert.Empty(await _service.ToldAsync());
    }

    private async Task RenameAsync(string path, string name) =>
        (await _service.As(Desk).PatchAsync(path, new { displayName = name }, (await _service.As(Desk).ReadAsync(path)).ETag)).Is(HttpStatusCode.OK);
}
