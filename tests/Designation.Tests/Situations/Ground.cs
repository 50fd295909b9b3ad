using System.Net;
using Concord.Contracts.Access;
using Concord.Support;

namespace Concord.Designation.Tests.Situations;

/// <summary>Short ways to what a process stands on.</summary>
internal static class Ground
{
    /// <summary>Lets an organization lead a process that nobody leads yet.</summary>
    /// <returns>Its mediator.</returns>
    public static async Task<TestCaller> MediatorAsync(this DesignationFixture fixture, string process)
    {
        var mediator = TestCaller.Person(fixture.Neighbours.Organization($"Leads {Guid.NewGuid():N}"), Roles.LeadMediator);
        await fixture.DesignateAsync(process, 0, mediator.Organization!);
        return mediator;
    }

    /// <summary>A mediator of an organization that leads nothing.</summary>
    public static TestCaller Rival { get; } = TestCaller.Person($"organizations/{Guid.NewGuid()}", Roles.LeadMediator);

    public static object Party(string displayName, string kind = "ARMED_GROUP", string? distinctBecause = null) =>
        new { kind, displayName, aliases = Array.Empty<object>(), standing = "AT_TABLE", distinctBecause, reason = "Took part in the first meeting." };

    /// <returns>Resource name of the party.</returns>
    public static async Task<string> PartyAsync(this DesignationFixture fixture, string process, string displayName) =>
        (await fixture.As(fixture.Support).PostAsync($"{process}/parties", Party(displayName))).Is(HttpStatusCode.Created).TextOf("name");

    /// <returns>Resource name of the situation.</returns>
    public static async Task<string> SituationAsync(this DesignationFixture fixture, string classification = "CONFIDENTIAL") =>
        (await fixture.As(fixture.Support).PostAsync("/api/v1/situations", Situation(classification))).Is(HttpStatusCode.Created).TextOf("name");

    public static object Situation(string classification = "CONFIDENTIAL", string? region = "014") =>
        new { title = "A conflict over pastures", description = "Two communities, one river.", countries = new[] { "UGA", "KEN" }, region, classification };

    public static string NameOf(string path) => path["/api/v1/".Length..];

    /// <summary>The same answer for what is hidden as for what is not there.</summary>
    public static async Task IsHiddenAsync(this DesignationFixture fixture, TestCaller caller, string process, string collection)
    {
        var nothing = $"/api/v1/processes/{Guid.NewGuid()}";
        var there = (await fixture.As(caller).ReadAsync($"{process}/{collection}")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND").TextOf("detail");
        var nowhere = (await fixture.As(caller).ReadAsync($"{nothing}/{collection}")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND").TextOf("detail");
        Assert.Equal(there.Replace(NameOf(process), "x", StringComparison.Ordinal), nowhere.Replace(NameOf(nothing), "x", StringComparison.Ordinal));
    }
}
