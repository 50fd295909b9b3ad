using System.Net;
using System.Text.Json.Nodes;
using Concord.Contracts.Access;
using Concord.Roster.Persistence;
using Concord.Roster.Tests.Insiders;
using Concord.Roster.Tests.Slates;
using Concord.Roster.Tests.Standby;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests;

/// <summary>A change to what is there already is none: whoever has read the record keeps the tag, and nobody is told of a change.</summary>
public sealed class SameAgainTests : IAsyncLifetime
{
    private static readonly TestCaller s_officer = Officer with { Clearance = Classification.StrictlyConfidential };
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await StartAsync();

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R143")]
    public async Task A_profile_stays_as_it_was_read_and_that_it_was_shown_is_on_record()
    {
        var path = await _service.ActiveAsync(Body("Ama Same"));
        (await _service.As(Desk).PatchAsync(path, """
            {"culturalKnowledge":[{"kind":"HISTORY","place":"KEN","note":"Taught it"}],"trainings":[{"kind":"GENDER","title":"Listening","day":"2022-05-01"}],"deployability":{"noticeDays":5,"modes":["REMOTE"]}}
            """, "*")).Is(HttpStatusCode.OK);
        await SameAsync(Desk, path, """{}""", """{"displayName":" Ama Same "}""", """{"deployability":{"noticeDays":5}}""", """{"trainings":[{"kind":"GENDER","title":"Listening","day":"2022-05-01"}]}""");
        await ChangedAsync(Desk, path, """{"deployability":{"noticeDays":6}}""");
    }

    [Fact, Rule("R26")]
    public async Task Whoever_is_vetted_is_vetted_anew_only_where_something_changes()
    {
        var path = await _service.DraftAsync(Body("Ama Vetted"));
        (await _service.As(Desk).PostAsync($"{path}:submit", Nothing)).Is(HttpStatusCode.OK);
        (await _service.As(Desk).PostAsync($"{path}:vet", Nothing)).Is(HttpStatusCode.OK);
        await SameAsync(Desk, path, """{}""");
        Assert.Equal("UNDER_VETTING", (await _service.As(Desk).ReadAsync(path)).TextOf("state"));
        await ChangedAsync(Desk, path, """{"displayName":"Ama Anew"}""");
        Assert.Equal("SUBMITTED", (await _service.As(Desk).ReadAsync(path)).TextOf("state"));
    }

    [Fact]
    public async Task What_the_person_says_again_of_the_own_profile_changes_nothing()
    {
        var person = TestCaller.Person(Some.Owner, Roles.Analyst);
        var path = await _service.ActiveAsync(Body("Ama Own"));
        (await _service.As(Desk).PatchAsync(path, new { person = person.Subject }, "*")).Is(HttpStatusCode.OK);
        await SameAsync(person, "/api/v1/me/profile", """{}""", """{"displayName":"Ama Own"}""");
        await ChangedAsync(person, "/api/v1/me/profile", """{"displayName":"Ama Otherwise"}""");
    }

    [Fact, Rule("R17")]
    public async Task An_insider_stays_under_the_same_seal()
    {
        var path = await _service.IntroduceAsync(s_officer, InsiderClient.Teacher());
        await SameAsync(s_officer, path, """{}""", """{"place":"Brings both sides to the school."}""");
        await ChangedAsync(s_officer, path, """{"place":"Bol"}""");
        Assert.Equal("Bol", (await _service.As(s_officer).ReadAsync(path)).TextOf("person.place"));
    }

    [Fact, Rule("R12")]
    public async Task A_request_for_standby_and_a_deployment_stay_as_they_were_read()
    {
        var path = await _service.PlannedAsync(StandbyClient.Ask(), await _service.ActiveAsync(Body("Ama Sent")));
        (await _service.As(Desk).PatchAsync(path, new { package = StandbyClient.Package }, "*")).Is(HttpStatusCode.OK);
        await SameAsync(Desk, path, """{}""", """{"package":{}}""");
        await ChangedAsync(Desk, path, """{"package":{"logistics":"A boat"}}""");

        var deployment = Assert.Single(await _service.DeploymentsAsync(path));
        var request = (await _service.As(Desk).ReadAsync(path)).ETag;
        await SameAsync(Desk, deployment, """{}""", """{"function":"DRAFTING","tasks":" "}""");
        Assert.Equal(request, (await _service.As(Desk).ReadAsync(path)).ETag);
        await ChangedAsync(Desk, deployment, """{"tasks":"Listens."}""");
    }

    [Fact, Rule("R19")]
    public async Task A_slate_stays_as_it_was_read_by_whoever_composes_it()
    {
        var slate = await _service.BeginSlateAsync();
        await SameAsync(Desk, slate, """{}""");
        await ChangedAsync(Desk, slate, """{"title":"Another envoy"}""");
    }

    private async Task SameAsync(TestCaller caller, string path, params string[] patches)
    {
        var read = (await _service.As(caller).ReadAsync(path)).Is(HttpStatusCode.OK);
        foreach (var patch in patches)
        {
            var before = await EntriesAsync();
            var answer = (await _service.As(caller).PatchAsync(path, patch, read.ETag)).Is(HttpStatusCode.OK);
            Assert.Equal(read.ETag, answer.ETag);
            Assert.Equal(read.Find("updateTime")?.ToString(), answer.Find("updateTime")?.ToString());
            Assert.Equal("[]", JsonNode.Parse(Assert.Single(await EntriesAsync(before.Count)))!["changes"]!.ToJsonString()); // that it was shown, and no more
        }

        Assert.Equal(read.Text, (await _service.As(caller).ReadAsync(path)).Text);
    }

    private async Task ChangedAsync(TestCaller caller, string path, string patch)
    {
        var read = (await _service.As(caller).ReadAsync(path)).Is(HttpStatusCode.OK);
        Assert.NotEqual(read.ETag, (await _service.As(caller).PatchAsync(path, patch, read.ETag)).Is(HttpStatusCode.OK).ETag);
    }

    private async Task<List<string>> EntriesAsync(int after = 0)
    {
        await using var scope = _service.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<RosterDb>().AuditEntries.OrderBy(e => e.Sequence).Skip(after).Select(e => e.Content).ToListAsync(TestContext.Current.CancellationToken);
    }
}
