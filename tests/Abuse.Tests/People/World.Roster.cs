using System.Net;
using System.Text.Json.Nodes;
using Concord.Support;

namespace Concord.Abuse.Tests.People;

/// <summary>People on the roster: how they are reached, who is erased, and whose own record it is; and records that are shared.</summary>
internal sealed partial class World
{
    /// <summary>What contacts are read for.</summary>
    public const string Purpose = "?purpose=EMERGENCY&purposeNote=Round+of+March";

    private int _ownDays;

    public static JsonObject ContactBody(string note = "In the evening only.") => Json(new { emails = new[] { "a.example@mediator.example" }, phones = new[] { "+221 33 000 00 00" }, note });

    /// <summary>A fresh profile of IGAD, and how its person is reached.</summary>
    public async Task<string> ReachedAsync()
    {
        var profile = await ProfileAsync("active");
        await KeepContactAsync("igad.officer", profile, ContactBody());
        return profile;
    }

    /// <summary>What one person proposed and a second one, who is cleared for the profile, decides on.</summary>
    public async Task<string> ErasureAsync(string proposer, string? profile = null, string reason = "Asked for by letter.") =>
        (await (await crowd.AsAsync(proposer)).PostAsync($"/api/v1/{profile ?? await ProfileAsync("active")}:erase", new { reason, basis = "REQUEST_OF_THE_PERSON" })).Is(HttpStatusCode.Accepted).TextOf("name");

    public static JsonObject ShareBody(string? organization = null, string purpose = "Prepares a meeting.") => Json(new
    {
        organization = organization ?? Eccas,
        scope = "READ",
        purpose,
        consent = new { by = "Both communities", date = "2026-01-31", form = "ORAL", evidence = "Minutes of the first meeting" },
        exposedToReprisals = "The elders; none of them is named.",
        untilTime = DateTime.UtcNow.AddDays(30),
    });

    /// <summary>Shares a record with ECCAS.</summary>
    public Task<string> ShareAsync(string person, string record, JsonObject? body = null) => MadeAsync(person, $"{record}/shares", body ?? ShareBody());

    /// <summary>Shares people of the United Nations with IGAD.</summary>
    public static JsonObject SharingBody(string? receiver = null, string purpose = "A joint pool for the region.") => Json(new
    {
        receivers = new[] { receiver ?? Igad },
        purpose,
        scope = new { languages = new[] { "sw" } },
        fields = new[] { "SKILLS" },
        untilDay = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(90),
        exposedToReprisals = "Nobody by name.",
    });

    public Task<string> ProposedSharingAsync() => MadeAsync("msu.officer", "sharingAgreements", SharingBody());

    /// <summary>Approved, so that IGAD knows of it.</summary>
    public async Task<string> OfferedSharingAsync()
    {
        var agreement = await ProposedSharingAsync();
        await DoAsync("msu.chief", $"{agreement}:approve", new { });
        return agreement;
    }

    /// <summary>Two records that IGAD keeps.</summary>
    public async Task<string> TwoAsync() => $"{await ProfileAsync("draft")} {await ProfileAsync("draft")}";

    /// <param name="two">The second one is kept.</param>
    public static JsonObject SameBody(string two) => Json(new { first = two.Split(' ')[0], second = two.Split(' ')[1], kept = two.Split(' ')[1], reason = "Both name the same passport." });

    /// <summary>Merged by IGAD, which keeps both.</summary>
    public async Task<string> MergedAsync() => await MadeAsync("igad.officer", "duplicates", SameBody(await TwoAsync()));

    /// <summary>One that ECCAS keeps, and one that IGAD shares with it, are of one person, as ECCAS says.</summary>
    public async Task<string> ProposedSameAsync()
    {
        var theirs = await ProfileAsync("active");
        await ShareAsync("igad.officer", theirs);
        return await MadeAsync("eccas.officer", "duplicates", SameBody($"{await MadeAsync("eccas.officer", "profiles", ProfileBody())} {theirs}"));
    }

    /// <summary>A search that mediation support's officer keeps.</summary>
    public Task<string> SavedSearchAsync(string text = "amina", bool alert = false) => MadeAsync("msu.officer", "savedSearches", new { displayName = "For the round of March", search = new { text }, alert });

    /// <summary>The alert that such a search finds somebody who was not there before.</summary>
    public async Task<string> FoundAnewAsync()
    {
        var word = $"Rare{Guid.NewGuid():N}";
        var (search, support, name) = (await SavedSearchAsync(word, alert: true), await crowd.AsAsync("msu.officer"), "");
        await ProfileAsync("active", $"A. {word}");
        await Eventually.TrueAsync(async () => (name = (string?)(await support.ReadAsync($"/api/v1/alerts/roster?subject={search}")).Find("items.0.name") ?? "").Length > 0, "an alert of somebody new");
        return name;
    }

    /// <summary>A day of which nobody has said anything yet.</summary>
    public JsonObject OwnDayBody()
    {
        var day = new DateOnly(2027, 1, 1).AddDays(Interlocked.Increment(ref _ownDays));
        return Json(new { startDate = day, endDate = day, kind = "REMOTE" });
    }

    /// <summary>Number of what somebody has said of a day.</summary>
    public async Task<string> OwnWindowAsync() => (await MadeAsync(Crowd.TakesDaysBack, "me/profile/availability", OwnDayBody())).Split('/')[^1];

    private async Task KeepContactAsync(string person, string profile, JsonObject contact) =>
        (await (await crowd.AsAsync(person)).SendAsync(HttpMethod.Put, $"/api/v1/{profile}/contact", contact, ifMatch: "*")).Is(HttpStatusCode.OK);

    /// <summary>A profile that is this person's.</summary>
    private async Task<string> AboutAsync(string person)
    {
        var account = (await (await crowd.AsAsync(person)).ReadAsync("/api/v1/me")).TextOf("name");
        var profile = await ProfileAsync("active");
        (await (await crowd.AsAsync("igad.officer")).PatchAsync($"/api/v1/{profile}", new { person = account }, "*")).Is(HttpStatusCode.OK);
        return profile;
    }
}
