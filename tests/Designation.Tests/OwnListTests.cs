using System.Net;
using Concord.Contracts.Access;
using Concord.Support;

namespace Concord.Designation.Tests;

/// <summary>What one organization claims and supports, across the processes that the caller may see.</summary>
public sealed class OwnListTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    [Theory]
    [InlineData("claims")]
    [InlineData("supportRoles")]
    public async Task An_organization_s_own_is_listed_across_processes_page_by_page(string list)
    {
        var officer = fixture.Officer($"Owner of {list}");
        List<string> made = [];
        for (var i = 0; i < 3; i++)
        {
            made.Add(await MakeAsync(await fixture.ProcessAsync(), list, officer));
        }

        await MakeAsync(await fixture.ProcessAsync(), list, fixture.Officer($"Somebody else of {list}"));
        var found = await fixture.As(officer).ReadAllAsync($"/api/v1/processes/-/{list}?organization={officer.Organization}&pageSize=2");
        Assert.Equal(made, found.Select(c => $"/api/v1/{c["name"]}"));
    }

    [Theory]
    [InlineData("claims")]
    [InlineData("supportRoles")]
    public async Task What_belongs_to_a_process_beyond_the_caller_s_clearance_is_left_out(string list)
    {
        var officer = fixture.Officer($"Cleared of {list}", clearance: Classification.StrictlyConfidential);
        var hidden = await fixture.ProcessAsync("STRICTLY_CONFIDENTIAL");
        fixture.Service.Name(officer, hidden["/api/v1/".Length..]);
        await MakeAsync(hidden, list, officer);
        var seen = await MakeAsync(await fixture.ProcessAsync(), list, officer);
        var colleague = officer with { Clearance = Classification.Confidential };
        var found = await fixture.As(colleague).ReadAllAsync($"/api/v1/processes/-/{list}?organization={officer.Organization}");
        Assert.Equal([seen], found.Select(c => $"/api/v1/{c["name"]}"));
    }

    /// <returns>Path of the claim or support role.</returns>
    private async Task<string> MakeAsync(string process, string list, TestCaller officer) =>
        (await fixture.As(officer).PostAsync($"{process}/{list}", list == "claims" ? DesignationFixture.Claim() : new { role = "HOST", scope = "Hosts", from = "2026-12-01" }))
            .Is(HttpStatusCode.Created).Location!.ToString();
}
