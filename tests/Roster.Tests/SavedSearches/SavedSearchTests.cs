using System.Net;
using Concord.Contracts.Events;
using Concord.Platform.Alerts;
using Concord.Roster.Mediators;
using Concord.Roster.SavedSearches;
using Concord.Roster.Search;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Concord.Roster.Tests.RosterClient;
using static Concord.Roster.Tests.SavedSearches.SavedSearchFixture;

namespace Concord.Roster.Tests.SavedSearches;

public sealed class SavedSearchTests : IAsyncLifetime
{
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await SavedSearchFixture.StartAsync(most: "2");

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R27")]
    public async Task A_search_is_kept_changed_run_with_what_the_owner_may_see_and_forgotten()
    {
        await _service.ActiveAsync(Body("Ama Open", "CONFIDENTIAL"));
        await _service.ActiveAsync(Body("Ama Secret", "STRICTLY_CONFIDENTIAL"));
        var path = await _service.SaveAsync(new { text = "ama", genders = new[] { "WOMAN" } });

        var read = await _service.As(Owner).ReadAsync(path);
        Assert.Equal(("For March", "ama", true), ((string?)read["displayName"], (string?)read["search.text"], (bool)read["alert"]));
        Assert.Equal(["Ama Open"], (await _service.As(Owner).PostAsync($"{path}:run", new { }, key: "")).Is(HttpStatusCode.OK).NamesIn());
        (await _service.As(Owner).PatchAsync(path, new { search = new { text = "nobody", genders = (string[]?)null } }, read.ETag)).Is(HttpStatusCode.OK);
        Assert.Equal(0, (await _service.As(Owner).PostAsync($"{path}:run", new { pageSize = 5 }, key: "")).Is(HttpStatusCode.OK)["total"].GetValue<int>());
        (await _service.As(Owner).PatchAsync(path, new { displayName = "x" }, read.ETag)).IsProblem(HttpStatusCode.PreconditionFailed, "ETAG_MISMATCH");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await _service.As(Owner).DeleteAsync($"{path}:run")).StatusCode);
        (await _service.As(Owner).DeleteAsync(path)).EnsureSuccessStatusCode();
        Assert.Empty((await _service.As(Owner).ReadAsync("/api/v1/savedSearches"))["items"].AsArray());
        (await _service.As(Owner).ReadAsync(path)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Fact]
    public async Task Nobody_but_the_owner_sees_it_runs_it_or_is_told()
    {
        var path = await _service.SaveAsync(new { text = "ama" });
        await _service.ActiveAsync(Body("Ama New"));
        await _service.LookAsync();
        Assert.Single(await _service.ToldAsync());

        Assert.Empty((await _service.As(Cleared).ReadAsync("/api/v1/savedSearches"))["items"].AsArray());
        Assert.Empty(await _service.ToldAsync(Cleared));
        (await _service.As(Cleared).ReadAsync(path)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(Cleared).PostAsync($"{path}:run", new { }, key: "")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        (await _service.As(Cleared).PatchAsync(path, new { displayName = "x" }, "*")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.Equal(HttpStatusCode.NotFound, (await _service.As(Cleared).DeleteAsync(path)).StatusCode);
    }

    [Fact]
    public async Task A_wrong_search_is_refused_field_by_field_and_one_too_many_is_refused_too()
    {
        var wrong = await _service.As(Owner).PostAsync("/api/v1/savedSearches", new { displayName = " ", search = new { regions = new[] { "999" }, pageSize = 5 } });
        wrong.IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        foreach (var field in (string[])["displayName", "search.regions", "search.pageSize"])
        {
            Assert.NotNull(wrong["errors"][field]);
        }

        (await _service.As(Owner).PostAsync("/api/v1/savedSearches", new { displayName = "x" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        await _service.SaveAsync(new { text = "a" });
        await _service.SaveAsync(new { text = "b" });
        (await _service.As(Owner).PostAsync("/api/v1/savedSearches", new { displayName = "x", search = new { } })).IsProblem(HttpStatusCode.Conflict, "TOO_MANY_SAVED_SEARCHES");
        await _service.SaveAsync(new { text = "c" }, owner: Cleared); // each person for itself
    }

    [Fact]
    public async Task An_alert_is_for_a_search_that_finds_no_more_people_than_somebody_reads()
    {
        var keeper = _service.Services.GetRequiredService<RosterIndexKeeper>();
        keeper.Committed([.. Enumerable.Range(0, 1001).Select(_ => Versioned(Some.In(ProfileState.Active)))]);
        (await _service.As(Owner).PostAsync("/api/v1/savedSearches", new { displayName = "x", search = new { }, alert = true })).IsProblem(HttpStatusCode.Conflict, "SEARCH_TOO_WIDE");
        await _service.SaveAsync(new { }, alert: false);
        await _service.SaveAsync(new { genders = new[] { "MAN" } });
    }

    [Fact]
    public async Task Whoever_hands_over_keeps_no_searches_and_is_told_no_more()
    {
        await _service.SaveAsync(new { text = "ama" });
        var other = await _service.SaveAsync(new { text = "ama" }, owner: Cleared);
        await _service.ActiveAsync(Body("Ama New"));
        await _service.LookAsync();
        var fact = new AccountHandedOver(Owner.Subject, Cleared.Subject, 2, DateTime.UtcNow.AddMinutes(1));
        var id = Guid.CreateVersion7();
        await _service.HearAsync(fact, id);
        await _service.HearAsync(fact, id);

        Assert.Empty((await _service.As(Owner).ReadAsync("/api/v1/savedSearches"))["items"].AsArray());
        Assert.Empty(await _service.ToldAsync());
        Assert.Equal([NameOf(other)], (await _service.As(Cleared).ReadAsync("/api/v1/savedSearches"))["items"].AsArray().Select(i => (string?)i!["name"]));
        Assert.Equal(1, await _service.InStoreAsync(db => db.Set<Alert<SavedSearchId>>().CountAsync()));
    }

    private static object Versioned(Profile profile)
    {
        profile.Version = 1;
        return profile;
    }
}
