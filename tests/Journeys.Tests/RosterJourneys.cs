using System.Net;
using Concord.Support;

namespace Concord.Journeys.Tests;

/// <summary>The Mediation Support Unit finds people on the roster.</summary>
public sealed class RosterJourneys(JourneyPlatform platform)
{
    [Fact, Rule("R27"), Rule("R157")]
    public async Task Women_who_speak_arabic_and_know_ceasefires_are_found_with_the_reason_for_each()
    {
        var msu = await platform.AsAsync("msu.officer");
        var found = (await msu.PostAsync("/api/v1/profiles:search", new
        {
            languages = new[] { new { code = "ar", minimumLevel = "WORKING" } },
            expertise = new[] { new { area = "CEASEFIRE" } },
            regions = new[] { "002" },
            genders = new[] { "WOMAN" },
            availability = new { startDate = "2027-03-01", endDate = "2027-03-14", mode = "REMOTE" },
        }, "")).Is(HttpStatusCode.OK);

        Assert.True(found["total"].GetValue<int>() > 0, found.Text);
        Assert.All(found["items"].AsArray(), i =>
        {
            Assert.Equal("WOMAN", (string)i!["gender"]!);
            Assert.True((bool)i["synthetic"]!);
            string[] wishes = ["languages", "expertise", "regions", "genders", "availability"];
            Assert.Equal(wishes.Order(), i["reasons"]!.AsArray().Select(r => (string)r!["wish"]!).Distinct().Order());
        });
    }

    [Fact]
    public async Task The_whole_synthetic_roster_is_there_and_only_what_one_may_see_is_counted()
    {
        var all = (await (await platform.AsAsync("authority.proposer")).PostAsync("/api/v1/profiles:search", new { pageSize = 1 }, "")).Is(HttpStatusCode.OK);
        var fewer = (await (await platform.AsAsync("msu.officer")).PostAsync("/api/v1/profiles:search", new { pageSize = 1 }, "")).Is(HttpStatusCode.OK);

        Assert.InRange(all["total"].GetValue<int>(), 1500, 2000);
        Assert.InRange(fewer["total"].GetValue<int>(), 1, all["total"].GetValue<int>());
        (await (await platform.AsAsync("analyst")).PostAsync("/api/v1/profiles:search", new { languages = new[] { new { code = "xx-wrong" } } }, "")).Is(HttpStatusCode.Forbidden);
    }
}
