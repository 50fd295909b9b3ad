using System.Net;
using Concord.Contracts.Audit;
using Concord.Roster.Persistence;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using static Concord.Roster.Tests.RosterClient;
using static Concord.Roster.Tests.Standby.StandbyClient;

namespace Concord.Roster.Tests.Standby;

/// <summary>Who was called and what they said; and the link by which a person answers without an account.</summary>
public sealed class CallTests : IAsyncLifetime
{
    private const string Open = "/standby/calls:open";
    private const string Answer = "/standby/calls:answer";
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 28, 8, 0, 0, TimeSpan.Zero));
    private readonly Canaries _said = new();
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await StartAsync(b => b.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_time)));

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R12")]
    public async Task A_person_is_called_several_times_and_the_last_answer_counts()
    {
        var request = await _service.AskAsync();
        var (ama, bela, cora) = (await _service.ActiveAsync(Body("Ama")), await _service.ActiveAsync(Body("Bela")), await _service.ActiveAsync(Body("Cora")));
        await CallAsync(request, ama, "DECLINED", "2026-11-28T06:00:00Z", "A feast");
        await CallAsync(request, ama, "ACCEPTED", "2026-11-28T07:00:00Z");
        await CallAsync(request, ama, "NOT_REACHED", "2026-11-28T07:30:00Z");
        await CallAsync(request, bela, "ACCEPTED", "2026-11-28T06:00:00Z");
        await CallAsync(request, bela, "DECLINED", "2026-11-28T07:00:00Z");
        await CallAsync(request, cora, "NOT_REACHED", "2026-11-28T07:00:00Z");
        var figures = (await _service.As(Desk).ReadAsync($"{request}/callFigures")).Is(HttpStatusCode.OK);
        Assert.Equal("""{"calls":6,"people":3,"accepted":1,"declined":1,"open":1}""", figures.Text);
        Assert.Equal(6, (await _service.As(Desk).ReadAllAsync($"{request}/calls?pageSize=2")).Count);
        (await _service.As(Envoy).ReadAsync($"{request}/calls")).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await _service.As(Desk).PostAsync($"{request}/calls", new { profile = NameOf(ama), outcome = "ACCEPTED", callTime = "2026-11-28T08:00:01Z" })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
    }

    [Fact]
    public async Task What_was_said_is_read_one_by_one_and_lies_open_nowhere()
    {
        var (request, person) = (await _service.AskAsync(), await _service.ActiveAsync(Body("Ama")));
        var recorded = (await _service.As(Desk).PostAsync($"{request}/calls", new { profile = NameOf(person), outcome = "DECLINED", remark = _said.Text() })).Is(HttpStatusCode.Created);
        Assert.False(_said.AreIn(recorded.Text));
        Assert.False(_said.AreIn((await _service.As(Desk).ReadAsync($"{request}/calls")).Text));
        Assert.True(_said.AreIn((await _service.As(Desk).ReadAsync(recorded.Location!.ToString())).TextOf("remark")));
        Assert.Empty(await _said.ColumnsInAsync(_service.Services));
    }

    [Fact]
    public async Task Whoever_holds_the_link_is_told_what_the_caller_chose_to_tell_and_answers_once_without_signing_in()
    {
        var (request, person) = (await _service.AskAsync(Ask(purpose: _said.Text())), await _service.ActiveAsync(Body("Ama")));
        var token = await LinkAsync(request, person);
        var told = (await _service.As(null).PostAsync(Open, new { token }, key: "")).Is(HttpStatusCode.OK);
        Assert.Equal("""{"askedBy":"Test Person","told":"A draft, in the region","firstDay":"2027-03-01","lastDay":"2027-03-31","mode":"IN_PERSON","expireTime":"2026-12-01T08:00:00Z"}""", told.Text);
        (await _service.As(null).PostAsync(Answer, new { token }, key: "")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await _service.As(null).PostAsync(Answer, new { token, available = true, remark = "From noon on" }, key: "")).Is(HttpStatusCode.NoContent);
        var call = Assert.Single(await _service.As(Desk).ReadAllAsync($"{request}/calls"));
        Assert.Equal(("ACCEPTED", "2026-11-28T08:00:00Z"), ((string)call["outcome"]!, (string)call["answerTime"]!));
        Assert.Equal("From noon on", (await _service.As(Desk).ReadAsync($"/api/v1/{(string)call["name"]!}")).TextOf("remark"));

        await using var scope = _service.Services.CreateAsyncScope();
        var entry = AuditContent.Read(await scope.ServiceProvider.GetRequiredService<RosterDb>().AuditEntries.OrderByDescending(e => e.Sequence).Where(e => e.Action.Contains("calls:answer")).Select(e => e.Content)
            .FirstAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal(NameOf(person), entry.Actor);
    }

    [Fact]
    public async Task Unknown_answered_expired_and_overtaken_links_are_one_answer()
    {
        var (request, person) = (await _service.AskAsync(), await _service.ActiveAsync(Body("Ama")));
        var (used, late, declined) = (await LinkAsync(request, person), await LinkAsync(request, person), "");
        (await _service.As(null).PostAsync(Answer, new { token = used, available = false }, key: "")).Is(HttpStatusCode.NoContent);
        var unknown = Told(await RefusedAsync("nothing"));
        Assert.Equal(unknown, Told(await RefusedAsync(used)));
        Assert.Equal(unknown, Told(await RefusedAsync(null)));
        _time.Advance(TimeSpan.FromHours(72));
        Assert.Equal(unknown, Told(await RefusedAsync(late)));
        declined = await LinkAsync(request, person);
        await _service.DoAsync(request, "decline", new { reason = "Off." });
        Assert.Equal(unknown, Told(await RefusedAsync(declined)));

        async Task<ApiAnswer> RefusedAsync(string? token)
        {
            var opened = (await _service.As(null).PostAsync(Open, new { token }, key: "")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
            var answered = (await _service.As(null).PostAsync(Answer, new { token, available = true }, key: "")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
            Assert.Equal(Told(opened), Told(answered));
            return opened;
        }

        static (string, string) Told(ApiAnswer answer) => (answer.TextOf("detail"), answer.TextOf("reason"));
    }

    [Fact]
    public async Task Of_eight_answers_at_the_same_moment_one_is_taken()
    {
        var (request, person) = (await _service.AskAsync(), await _service.ActiveAsync(Body("Ama")));
        var token = await LinkAsync(request, person);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => _service.As(null).PostAsync(Answer, new { token, available = i % 2 == 0 }, key: ""))));
        Assert.Single(answers, a => a.Status == HttpStatusCode.NoContent);
        Assert.All(answers.Where(a => a.Status != HttpStatusCode.NoContent), a => a.IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND"));
    }

    [Fact]
    public async Task The_secret_of_a_link_is_shown_once_and_the_store_holds_only_its_hash()
    {
        var (request, person) = (await _service.AskAsync(), await _service.ActiveAsync(Body("Ama")));
        var token = await LinkAsync(request, person, "once");
        _said.Add(token);
        Assert.Empty(await _said.ColumnsInAsync(_service.Services));
        Assert.True(token.Length >= 43);
        (await _service.As(Desk).PostAsync($"{request}/calls:askByLink", new { profile = NameOf(person), told = "A draft, in the region" }, key: "once")).IsProblem(HttpStatusCode.Conflict, "ANSWER_NOT_KEPT");
    }

    private async Task<string> LinkAsync(string request, string person, string? key = null) =>
        (await _service.As(Desk).PostAsync($"{request}/calls:askByLink", new { profile = NameOf(person), told = "A draft, in the region" }, key)).Is(HttpStatusCode.Created).TextOf("token");

    private async Task CallAsync(string request, string person, string outcome, string callTime, string? remark = null) =>
        (await _service.As(Desk).PostAsync($"{request}/calls", new { profile = NameOf(person), outcome, callTime, remark })).Is(HttpStatusCode.Created);
}
