using System.Net;
using Concord.Contracts.Reference;
using Concord.Designation.Situations;
using Concord.Support;

namespace Concord.Designation.Tests.Situations;

public sealed class CompetentBodiesTests(DesignationFixture fixture) : IClassFixture<DesignationFixture>
{
    [Fact, Rule("R44")]
    public void Of_TellsWhoseMembersAllAndSomeOfTheCountriesAre_WithTheDateAndTheGapsOfEachList()
    {
        var bodies = CompetentBodies.Of(["UGA", "SSD"]);
        var (igad, icglr) = (bodies.Bodies.Single(b => b.Code == "IGAD"), bodies.Bodies.Single(b => b.Code == "ICGLR"));
        Assert.Equal((true, 2), (igad.EveryCountry, igad.Members.Count));
        Assert.Equal(WellKnown.Organization("IGAD"), igad.Organization);
        Assert.False(icglr.EveryCountry);
        Assert.Equal(["UGA"], icglr.Members);
        Assert.Equal(["SSD"], icglr.Others);
        Assert.Equal(new DateOnly(2013, 7, 9), icglr.AsOf);
        Assert.Contains("South Sudan", icglr.Gaps, StringComparison.Ordinal);
        Assert.Contains(bodies.WithoutList, b => b.Code == "ECCAS" && b.Gaps.Length > 0);
        Assert.DoesNotContain(bodies.Bodies, b => b.Code is "UN" or "ASEAN" or "AUPSC");
        Assert.Null(bodies.Bodies.Single(b => b.Code == "EAC").Gaps);
    }

    [Fact, Rule("R44"), Rule("R157")]
    public void Of_IsInTheOrderOfNames_WhateverIsAsked()
    {
        foreach (var countries in (string[][])[["SSD", "UGA"], ["MLI"], ["FRA", "DEU"]])
        {
            var names = CompetentBodies.Of(countries).Bodies.Select(b => b.DisplayName).ToList();
            Assert.Equal(names.Order(StringComparer.Ordinal), names);
            Assert.NotEmpty(names);
        }
    }

    [Fact, Rule("R44")]
    public void Of_SaysWhoseMembershipIsSuspended()
    {
        var suspended = ReferenceData.MembershipsOf("AU").First(m => m.Status == MembershipStatus.Suspended).Alpha3;
        var union = CompetentBodies.Of([suspended]).Bodies.Single(b => b.Code == "AU");
        Assert.Equal([suspended], union.Members);
        Assert.Equal([suspended], union.Suspended);
        Assert.Empty(CompetentBodies.Of(["XXA"]).Bodies);
    }

    [Fact, Rule("R44")]
    public async Task The_competent_bodies_of_a_process_are_shown_to_who_sees_it()
    {
        var process = await fixture.ProcessAsync("STRICTLY_CONFIDENTIAL");
        var read = (await fixture.As(fixture.Support).ReadAsync($"{process}/competentBodies")).Is(HttpStatusCode.OK);
        Assert.Contains(read["bodies"].AsArray(), b => (string)b!["code"]! == "IGAD" && (bool)b["everyCountry"]!);
        await fixture.IsHiddenAsync(fixture.Analyst, process, "competentBodies");
    }
}
