using System.Net;
using Concord.Contracts.Access;
using Concord.Support;

namespace Concord.Designation.Tests.Friends;

/// <summary>What is kept around a process that is led, one of each.</summary>
internal static class Around
{
    /// <returns>Names of a Friend, of an issued summary, and of a recommendation of a Council mission.</returns>
    public static async Task<(string Friend, string Summary, string Recommendation)> OfAsync(DesignationFixture fixture, string process)
    {
        var lead = (await fixture.LeadAsync(process))["lead.organizations"][0]!.GetValue<string>();
        var friend = await MadeAsync(TestCaller.Person(lead, Roles.LeadMediator), $"{process}/friends", new { leadEpoch = 1, organization = fixture.Neighbours.Organization("Befriends", "STATE") });
        var today = DateTime.UtcNow.ToString("yyyy-MM-dd");
        var summary = await MadeAsync(fixture.Support, $"{process}/councilSummaries", new { from = today, until = today, classification = "CONFIDENTIAL" });
        (await fixture.IssueAsync(fixture.Support, $"/api/v1/{summary}")).Is(HttpStatusCode.OK);
        var mission = await MadeAsync(fixture.Support, $"{process}/councilMissions", new { objective = "A ceasefire", coordination = "With the Department", from = "2026-06-01", until = "2026-06-04", members = new[] { fixture.Neighbours.Organization("A Member", "STATE") } });
        return (friend, summary, await MadeAsync(fixture.Support, $"/api/v1/{mission}/recommendations", new { text = "Name observers." }));

        async Task<string> MadeAsync(TestCaller caller, string collection, object body) => (await fixture.As(caller).PostAsync(collection, body)).Is(HttpStatusCode.Created).TextOf("name");
    }
}
