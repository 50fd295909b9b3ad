using System.Net;
using Concord.Platform.Audit;
using Concord.Platform.Sealing;
using Concord.Roster.Insiders;
using Concord.Roster.Persistence;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using static Concord.Roster.Tests.Insiders.InsiderClient;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests.Insiders;

/// <summary>An insider is on record as long as the person wants, and no longer.</summary>
public sealed class InsiderConsentTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 5, 9, 0, 0, TimeSpan.Zero));
    private readonly Canaries _said = new();
    private TestService _service = null!;

    public async ValueTask InitializeAsync() => _service = await RosterClient.StartAsync(b =>
    {
        b.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_time));
        b.Configuration["Roster:Reading:MostPeople"] = "3";
    });

    public async ValueTask DisposeAsync() => await _service.DisposeAsync();

    [Fact, Rule("R17")]
    public async Task Past_the_last_day_of_the_consent_only_who_introduced_the_person_is_shown_who_it_is_and_nothing_changes_before_it_is_renewed()
    {
        var path = await IntroduceAsync(new DateOnly(2026, 3, 31));
        (await _service.ReachAsync(Officer, path, "By an elder.")).Is(HttpStatusCode.OK);
        _time.Advance(TimeSpan.FromDays(26)); // to its last day
        Assert.NotNull((await _service.As(Desk).ReadAsync(path)).Is(HttpStatusCode.OK).Find("person"));
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Null((await _service.As(Desk).ReadAsync(path)).Is(HttpStatusCode.OK).Find("person"));
        (await _service.As(Desk).ReadAsync($"{path}/contact{ForDeployment}")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.NotNull((await _service.As(Officer).ReadAsync(path)).Is(HttpStatusCode.OK).Find("person"));
        (await _service.As(Officer).ReadAsync($"{path}/contact{ForDeployment}")).Is(HttpStatusCode.OK);

        var refused = (await _service.As(Officer).PatchAsync(path, new { place = "Bol" }, "*")).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Equal(["consent.until"], refused["errors"].AsObject().Select(e => e.Key));
        (await _service.As(Officer).PatchAsync(path, new { consent = new { givenOn = "2026-04-01", until = "2027-03-31" } }, "*")).Is(HttpStatusCode.OK);
        Assert.NotNull((await _service.As(Desk).ReadAsync(path)).Is(HttpStatusCode.OK).Find("person"));
    }

    [Fact, Rule("R17")]
    public async Task Where_the_person_takes_it_back_nobody_is_shown_any_more_who_it_is_and_the_record_is_closed()
    {
        var path = await IntroduceAsync();
        (await _service.ReachAsync(Officer, path, "By an elder.")).Is(HttpStatusCode.OK);
        (await _service.As(Officer).PostAsync($"{path}:retire", new { reason = "She has moved." })).Is(HttpStatusCode.OK);
        (await _service.As(Officer).ReadAsync($"{path}/contact{ForDeployment}")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.Equal(("RETIRED", "She has moved."), await ClosedAsync(Desk));
        (await _service.As(Officer).PostAsync($"{path}:withdrawConsent", new { })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        (await _service.As(Officer).PostAsync($"{path}:withdrawConsent", new { reason = "She asked for it." })).Is(HttpStatusCode.OK);
        Assert.Equal(("CONSENT_WITHDRAWN", "She asked for it."), await ClosedAsync(Officer));
        Assert.Null((await _service.As(Officer).ReadAsync(path)).Find("person"));
        foreach (var answer in (ApiAnswer[])[
            await _service.As(Officer).PatchAsync(path, new { place = "Bol" }, "*"), await _service.ReachAsync(Officer, path, "x"),
            await _service.As(Officer).PostAsync($"{path}:retire", new { reason = "x" }), await _service.As(Officer).PostAsync($"{path}:withdrawConsent", new { reason = "x" })])
        {
            answer.IsProblem(HttpStatusCode.Conflict, "INSIDER_CLOSED");
        }

        async Task<(string, string)> ClosedAsync(TestCaller caller)
        {
            var read = (await _service.As(caller).ReadAsync(path)).Is(HttpStatusCode.OK);
            return (read.TextOf("state"), read.TextOf("closeReason"));
        }
    }

    [Fact, Rule("R17"), Abuse(11), Abuse(29)]
    public async Task Two_of_mediation_support_erase_it_and_no_byte_of_who_it_was_is_left()
    {
        var path = await IntroduceAsync();
        (await _service.ReachAsync(Officer, path, _said.Text())).Is(HttpStatusCode.OK);
        (await _service.As(Officer).PostAsync($"{path}:withdrawConsent", new { reason = _said.Text() })).Is(HttpStatusCode.OK);
        (await _service.As(Officer).PostAsync($"{path}:erase", new { reason = "x", basis = "UNLAWFUL" })).IsProblem(HttpStatusCode.Forbidden, "PERMISSION_DENIED");
        (await _service.As(Desk).PostAsync($"{path}:erase", new { })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        var proposal = await _service.ProposeErasureAsync(Desk, path, _said.Text());
        (await _service.As(Cleared).PostAsync($"{path}:erase", new { reason = "x", basis = "UNLAWFUL" })).IsProblem(HttpStatusCode.Conflict, "ERASURE_PROPOSED");
        (await _service.As(Desk).PostAsync($"{proposal}:approve", Nothing)).IsProblem(HttpStatusCode.Conflict, "FOUR_EYES_REQUIRED");
        (await _service.As(SecondDesk).PostAsync($"{proposal}:approve", Nothing)).Is(HttpStatusCode.OK);

        (await _service.As(Cleared).ReadAsync(path)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        Assert.Empty(await _service.As(Cleared).ReadAllAsync($"{Collection}?country=TCD"));
        Assert.Empty(await _said.ColumnsInAsync(_service.Services));
        await using var scope = _service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<RosterDb>();
        var left = await db.Insiders.SingleAsync(Token);
        Assert.Equal((InsiderState.Erased, "", null, null, null, Roster.Erasure.ErasureBasis.ConsentWithdrawn), (left.State, left.Country, left.Person, left.Contacts, left.CloseReason, left.ErasureBasis));
        Assert.Null((await AuditReading.CheckAsync(db, RosterModule.Name, [], Token)).Fault);
        Assert.Equal(SubjectKeyState.Destroyed, await scope.ServiceProvider.GetRequiredService<Sealer>().StateAsync(left.Id.ToString(), Token));
    }

    [Fact, Rule("R17"), Abuse(29)]
    public async Task What_a_backup_brings_back_is_erased_again_also_where_it_brings_nothing_back()
    {
        var names = new[] { (await IntroduceAsync())["/api/v1/".Length..], InsiderId.New().ToString(), "profiles/x" };
        for (var again = 0; again < 2; again++)
        {
            await using var scope = _service.Services.CreateAsyncScope();
            foreach (var erasure in scope.ServiceProvider.GetServices<ISubjectErasure>())
            {
                foreach (var name in names)
                {
                    await erasure.EraseAsync(name, Token);
                }
            }

            await scope.ServiceProvider.GetRequiredService<RosterDb>().SaveChangesAsync(Token);
        }

        await using var look = _service.Services.CreateAsyncScope();
        Assert.Equal(InsiderState.Erased, (await look.ServiceProvider.GetRequiredService<RosterDb>().Insiders.SingleAsync(Token)).State);
        foreach (var name in names[..2])
        {
            Assert.Equal(SubjectKeyState.Destroyed, await look.ServiceProvider.GetRequiredService<Sealer>().StateAsync(name, Token));
        }
    }

    [Fact, Rule("R17"), Rule("R20"), Abuse(21)]
    public async Task Nobody_carries_insiders_away_one_by_one_or_by_lists()
    {
        var paths = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            paths.Add(await IntroduceAsync());
        }

        (await _service.As(Desk).ReadAsync($"{Collection}?country=TCD")).IsProblem(HttpStatusCode.TooManyRequests, "TOO_MANY_PEOPLE");
        foreach (var path in paths[..3])
        {
            (await _service.As(Desk).ReadAsync(path)).Is(HttpStatusCode.OK);
        }

        (await _service.As(Desk).ReadAsync(paths[3])).IsProblem(HttpStatusCode.TooManyRequests, "TOO_MANY_PEOPLE");
        (await _service.As(Desk).ReadAsync(paths[0])).Is(HttpStatusCode.OK);
    }

    private Task<string> IntroduceAsync(DateOnly? until = null) => _service.IntroduceAsync(Officer, Teacher(_said.Text(), "CONFIDENTIAL", until: until ?? new DateOnly(2027, 3, 1)));

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
