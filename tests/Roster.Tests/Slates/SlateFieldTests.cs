using System.Net;
using Concord.Support;
using static Concord.Roster.Tests.RosterClient;
using static Concord.Roster.Tests.Slates.SlateClient;

namespace Concord.Roster.Tests.Slates;

/// <summary>What a slate is made of, at its limits and beyond them.</summary>
public sealed class SlateFieldTests : IAsyncLifetime
{
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await StartAsync();

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Theory, Rule("R19")]
    [InlineData("""{}""", "kind", "title", "authority", "criteria")]
    [InlineData("""{"criteria":[]}""", "criteria")]
    [InlineData("""{"criteria":[null]}""", "criteria")]
    [InlineData("""{"criteria":[{"text":"x","mandatory":false,"kind":"JUDGED"}]}""", "criteria")]
    [InlineData("""{"criteria":[{"mandatory":true}]}""", "criteria[0].text", "criteria[0].kind")]
    [InlineData("""{"criteria":[{"text":"x","mandatory":true,"kind":"LANGUAGE"}]}""", "criteria[0].language")]
    [InlineData("""{"criteria":[{"text":"x","mandatory":true,"kind":"LANGUAGE","language":{"code":"xx","level":"FLUENT"}}]}""", "criteria[0].language")]
    [InlineData("""{"criteria":[{"text":"x","mandatory":true,"kind":"EXPERTISE","expertise":{"area":"GENDER"}}]}""", "criteria[0].expertise")]
    [InlineData("""{"criteria":[{"text":"x","mandatory":true,"kind":"JUDGED","years":3}]}""", "criteria[0].years")]
    [InlineData("""{"criteria":[{"text":"x","mandatory":true,"kind":"YEARS","years":0}]}""", "criteria[0].years")]
    [InlineData("""{"criteria":[{"text":"x","mandatory":true,"kind":"PLACE","place":"Chad"}]}""", "criteria[0].place")]
    [InlineData("""{"criteria":[{"text":"x","mandatory":true,"kind":"PLACE"}]}""", "criteria[0].place")]
    [InlineData("""{"authority":"organizations/0197a000-0000-7000-8000-0000000000ff"}""", "authority")]
    [InlineData("""{"process":"profiles/0197a000-0000-7000-8000-000000000001"}""", "process")]
    [InlineData("""{"conflictCountries":["Chad"]}""", "conflictCountries")]
    [InlineData("""{"conflictParties":[""]}""", "conflictParties[0]")]
    [InlineData("""{"classification":"UNCLASSIFIED"}""", "classification")]
    [InlineData("""{"classification":"STRICTLY_CONFIDENTIAL"}""", "classification")]
    [InlineData("""{"weight":3}""", "weight")]
    [InlineData("""{"terms":{}}""", "terms")]
    public async Task What_is_wrong_with_a_slate_is_told_by_its_field(string change, params string[] fields) =>
        WrongIn(fields, await _service.As(Desk).PostAsync(Collection, change == "{}" ? change : Merged(Terms(), change)));

    [Theory, Rule("R19")]
    [InlineData("""{}""", "profile")]
    [InlineData("""{"profile":"profiles/0197a000-0000-7000-8000-000000000001","outside":{}}""", "profile")]
    [InlineData("""{"outside":{},"note":"x"}""", "outside.displayName", "outside.gender", "outside.nationalities", "outside.background")]
    [InlineData("""{"profile":"x","note":"x"}""", "profile")]
    [InlineData("""{"outside":{"displayName":"A","gender":"MAN","nationalities":["TCD"],"background":"x"}}""", "note")]
    [InlineData("""{"outside":{"displayName":"A","gender":"MAN","nationalities":["TCD"],"background":"x"},"note":"x","statements":[{"criterion":6}]}""", "statements[0].criterion", "statements[0].met", "statements[0].evidence")]
    [InlineData("""{"outside":{"displayName":"A","gender":"MAN","nationalities":["TCD"],"background":"x"},"note":"x","statements":[{"criterion":1,"met":true,"evidence":"x"},{"criterion":1,"met":false,"evidence":"x"}]}""", "statements")]
    [InlineData("""{"outside":{"displayName":"A","gender":"MAN","nationalities":["TCD"],"background":"x"},"note":"x","statements":[null]}""", "statements")]
    public async Task What_is_wrong_with_a_candidate_is_told_by_its_field(string body, params string[] fields) =>
        WrongIn(fields, await _service.As(Desk).PostAsync($"{await _service.BeginSlateAsync()}/candidates", body));

    [Fact]
    public async Task At_their_longest_they_fit()
    {
        var text = new string('&', 4000);
        var countries = Concord.Contracts.Reference.ReferenceData.Areas.Select(a => a.Alpha3).ToArray();
        var criteria = Enumerable.Range(0, 27).Select(object (_) => new { text = text[..300], mandatory = true, kind = "JUDGED" }).Concat(Criteria[1..4]).ToArray();
        var slate = await _service.BeginSlateAsync(new
        {
            kind = "DEPUTY_HEAD_OF_MISSION",
            title = text[..200],
            authority = Council,
            criteria,
            conflictCountries = countries[..50],
            conflictParties = Enumerable.Range(0, 30).Select(_ => text[..200]),
        });
        var candidate = await _service.ListAsync(slate, new
        {
            outside = new
            {
                displayName = text[..200],
                gender = "UNDISCLOSED",
                nationalities = countries[..10],
                background = text,
                interests = Enumerable.Range(0, 10).Select(_ => new { kind = "PROFESSIONAL", country = "TCD", party = text[..200], note = text[..500] }),
            },
            list = "SHORT",
            note = text[..2000],
            statements = Enumerable.Range(1, 30).Select(i => new { criterion = i, met = true, evidence = text[..1000] }),
        });
        (await _service.SubmitAsync(slate, new string('<', 2000))).Is(HttpStatusCode.OK);
        (await _service.ApproveAsync(slate, candidate, text[..199])).Is(HttpStatusCode.OK);
        Assert.Equal(30, (await _service.As(Authority).ReadAsync(slate)).Is(HttpStatusCode.OK)["candidates.0.findings"].AsArray().Count);
    }
}
