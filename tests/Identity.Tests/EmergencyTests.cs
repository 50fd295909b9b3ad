using System.Net;
using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Contracts.Reference;
using Concord.Identity.Accounts;
using Concord.Identity.Compartments;
using Concord.Identity.Persistence;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Security;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Concord.Identity.Tests;

/// <summary>A compartment whose keepers are gone: who is told of whoever comes in, and that a minute of it does not become a year.</summary>
public sealed class EmergencyTests(EmergencyTests.Platform platform) : IClassFixture<EmergencyTests.Platform>
{
    private static readonly string s_un = WellKnown.Organization("UN");
    private static readonly DateTime s_now = new(2026, 11, 28, 8, 0, 0, DateTimeKind.Utc);

    [Fact, Rule("R137"), Abuse(32)]
    public async Task Where_no_keeper_is_left_those_who_are_named_and_who_kept_it_before_are_told_and_have_the_last_word()
    {
        var (chief, adviser, officer, stranger) = (await platform.PersonAsync("chief"), await platform.PersonAsync("adviser"), await platform.PersonAsync("officer"), await platform.PersonAsync("stranger"));
        var compartment = await platform.KeptByAsync(chief, days: 1, adviser);
        platform.Time.Advance(TimeSpan.FromDays(1));
        await platform.EnterAsync(compartment, officer);
        Assert.Equal([chief.DisplayName, adviser.DisplayName], await platform.ToldAsync(compartment));
        var review = (await platform.WaitingAsync(chief, compartment)).Single();
        Assert.Equal(review, (await platform.WaitingAsync(adviser, compartment)).Single());
        Assert.Empty(await platform.WaitingAsync(stranger, compartment));
        Assert.Equal(review, (await platform.WaitingAsync(officer, compartment)).Single());
        (await platform.As(officer).PostAsync($"/api/v1/{review}:withdraw", new { reason = "Nothing to see" })).IsProblem(HttpStatusCode.Conflict, "NOT_WITHDRAWABLE");

        (await platform.As(officer).PostAsync($"{compartment}/members", platform.Wish(officer, keeper: true))).IsProblem(HttpStatusCode.Forbidden, "NOT_FOR_ONESELF");
        (await platform.As(adviser).PostAsync($"/api/v1/{review}:reject", new { reason = "Nobody needs to be here" })).Is(HttpStatusCode.OK);
        (await platform.As(officer).ReadAsync($"{compartment}/members")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
    }

    [Fact, Rule("R137")]
    public async Task Whom_he_names_is_told_to_the_same_people_who_may_end_it_and_neither_of_the_two_agrees_to_the_other()
    {
        var (chief, successor, officer) = (await platform.PersonAsync("chief"), await platform.PersonAsync("successor"), await platform.PersonAsync("officer"));
        var compartment = await platform.KeptByAsync(chief, days: 1);
        platform.Time.Advance(TimeSpan.FromDays(1));
        await platform.EnterAsync(compartment, officer);
        (await platform.As(officer).PostAsync($"{compartment}/members", platform.Wish(successor, keeper: true))).Is(HttpStatusCode.Created);
        Assert.Equal([chief.DisplayName, chief.DisplayName], await platform.ToldAsync(compartment));
        Assert.Empty(await platform.WaitingAsync(successor, compartment));
        var told = await platform.WaitingAsync(chief, compartment);
        Assert.Equal(2, told.Count);
        foreach (var act in told)
        {
            (await platform.As(successor).PostAsync($"/api/v1/{act}:approve", body: null)).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
            (await platform.As(successor).PostAsync($"/api/v1/{act}:reject", new { reason = "Then nobody else looks" })).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        }

        (await platform.As(officer).PostAsync($"{(await platform.As(officer).ReadAllAsync($"{compartment}/members")).Where(m => (string?)m["person"]!["name"] == officer.Subject).Select(m => $"/api/v1/{m["name"]}").Single()}:end", new { reason = "He stays" })).Is(HttpStatusCode.OK);
        (await platform.As(successor).PostAsync($"{compartment}/members", platform.Wish(officer, keeper: true))).IsProblem(HttpStatusCode.Forbidden, "NOT_A_KEEPER");

        foreach (var act in told)
        {
            (await platform.As(chief).PostAsync($"/api/v1/{act}:reject", new { reason = "Not by this way" })).Is(HttpStatusCode.OK);
        }

        (await platform.As(successor).ReadAsync($"{compartment}/members")).IsProblem(HttpStatusCode.NotFound, "RESOURCE_NOT_FOUND");
        await platform.EnterAsync(compartment, officer);
        Assert.Equal([chief.DisplayName, chief.DisplayName, chief.DisplayName], await platform.ToldAsync(compartment));
        Assert.Empty(await platform.WaitingAsync(successor, compartment));
    }

    [Fact, Rule("R137")]
    public async Task Once_it_was_agreed_to_whom_he_named_keeps_it_as_any_keeper_does()
    {
        var (chief, successor, officer, other) = (await platform.PersonAsync("chief"), await platform.PersonAsync("successor"), await platform.PersonAsync("officer"), await platform.PersonAsync("other"));
        var compartment = await platform.KeptByAsync(chief, days: 1);
        platform.Time.Advance(TimeSpan.FromDays(1));
        await platform.EnterAsync(compartment, officer);
        (await platform.As(officer).PostAsync($"{compartment}/members", platform.Wish(successor, keeper: true))).Is(HttpStatusCode.Created);
        foreach (var act in await platform.WaitingAsync(chief, compartment))
        {
            (await platform.As(chief).PostAsync($"/api/v1/{act}:approve", body: null)).Is(HttpStatusCode.OK);
        }

        platform.Time.Advance(TimeSpan.FromHours(1));
        (await platform.As(successor).PostAsync($"{compartment}/members", platform.Wish(other, keeper: false))).Is(HttpStatusCode.Created);
    }

    [Fact, Rule("R137")]
    public async Task Whom_a_keeper_has_put_out_is_neither_told_nor_asked()
    {
        var (chief, second, officer) = (await platform.PersonAsync("chief"), await platform.PersonAsync("second"), await platform.PersonAsync("officer"));
        var compartment = await platform.KeptByAsync(chief, days: 1);
        (await platform.As(chief).PostAsync($"{compartment}/members", platform.Wish(second, keeper: true))).Is(HttpStatusCode.Created);
        var own = (await platform.As(second).ReadAllAsync($"{compartment}/members")).Single(m => (string?)m["person"]!["name"] == chief.Subject);
        (await platform.As(second).PostAsync($"/api/v1/{own["name"]}:end", new { reason = "Is not trusted" })).Is(HttpStatusCode.OK);
        platform.Time.Advance(TimeSpan.FromDays(30));
        await platform.EnterAsync(compartment, officer);
        Assert.Equal([second.DisplayName], await platform.ToldAsync(compartment));
        Assert.Empty(await platform.WaitingAsync(chief, compartment));
    }

    [Fact, Rule("R137")]
    public async Task Where_nobody_is_left_the_auditors_are_told_without_the_words_that_were_for_the_few()
    {
        var (chief, officer, auditor) = (await platform.PersonAsync("chief"), await platform.PersonAsync("officer"), await platform.PersonAsync("auditor", Roles.Auditor, Classification.Confidential));
        var compartment = await platform.KeptByAsync(chief, days: 30);
        var administrator = platform.As(TestCaller.Person(s_un, Roles.Administrator));
        (await administrator.PatchAsync($"/api/v1/{chief.Subject}", new { active = false }, (await administrator.ReadAsync($"/api/v1/{chief.Subject}")).ETag)).Is(HttpStatusCode.OK);
        await platform.EnterAsync(compartment, officer);
        Assert.Equal([auditor.DisplayName], await platform.ToldAsync(compartment));
        var review = (await platform.WaitingAsync(auditor, compartment)).Single();
        Assert.Equal(review, (await platform.WaitingAsync(officer, compartment)).Single());
        Assert.DoesNotContain("Nobody keeps it", await platform.As(auditor).GetStringAsync($"/api/v1/{review}"), StringComparison.Ordinal);
        (await platform.As(auditor).PostAsync($"/api/v1/{review}:approve", body: null)).Is(HttpStatusCode.OK);
    }

    [Fact, Rule("R137")]
    public async Task He_does_not_name_whoever_acts_for_him()
    {
        var (chief, officer, stand) = (await platform.PersonAsync("chief"), await platform.PersonAsync("officer"), await platform.PersonAsync("stand"));
        var compartment = await platform.KeptByAsync(chief, days: 1);
        platform.Time.Advance(TimeSpan.FromDays(1));
        await platform.EnterAsync(compartment, officer);
        (await platform.As(officer).PostAsync("/api/v1/me/delegations", new { @delegate = stand.Subject, reason = "away", untilTime = platform.Now.AddDays(2) })).Is(HttpStatusCode.Created);
        (await platform.As(officer).PostAsync($"{compartment}/members", platform.Wish(stand, keeper: true))).IsProblem(HttpStatusCode.Forbidden, "NOT_FOR_ONESELF");
    }

    [Theory, Rule("R137")]
    [InlineData("leaves")]
    [InlineData("is a keeper no more")]
    [InlineData("shortens it")]
    public void No_keeper_leaves_it_to_one_who_goes_sooner(string how)
    {
        var (chief, second) = (AccountId.New(), AccountId.New());
        var compartment = Compartment.Found(new CompartmentId(Guid.NewGuid()), s_now);
        compartment.Keep(chief, DateTime.MaxValue, s_now);
        compartment.Name(second, Wished(true, s_now.AddSeconds(25)), chief.ToString(), null, s_now);
        Refused(IdentityReasons.LastKeeper, () => Leave());
        compartment.Name(second, Wished(true, s_now + Compartment.LongestMembership), chief.ToString(), second.ToString(), s_now);
        Leave();
        Assert.False(compartment.IsKeptBy(chief.ToString(), s_now.AddSeconds(30)));

        void Leave()
        {
            if (how == "leaves")
            {
                compartment.End(compartment.Current(chief, s_now)!, "leaving", CallerOf(chief), s_now);
            }
            else
            {
                compartment.Name(chief, Wished(how != "is a keeper no more", s_now.AddSeconds(25)), chief.ToString(), second.ToString(), s_now);
            }
        }
    }

    [Fact, Rule("R137")]
    public void Who_keeps_it_in_an_emergency_ends_nobody_s_membership_but_his_own_and_of_whom_he_named()
    {
        var (founder, adviser, officer, named) = (AccountId.New(), AccountId.New(), AccountId.New(), AccountId.New());
        var compartment = Compartment.Found(new CompartmentId(Guid.NewGuid()), s_now);
        compartment.Keep(founder, s_now.AddDays(1), s_now);
        compartment.Name(adviser, Wished(false, s_now.AddDays(9)), founder.ToString(), null, s_now);
        var later = s_now.AddDays(1);
        compartment.BreakGlass(officer, "nobody keeps it", TimeSpan.FromMinutes(1), later);
        Refused(IdentityReasons.NotAKeeper, () => compartment.End(compartment.Current(adviser, later)!, "in the way", CallerOf(officer), later));
        compartment.Name(named, Wished(false, later.AddDays(9)), officer.ToString(), null, later);
        compartment.End(compartment.Current(named, later)!, "by mistake", CallerOf(officer), later);
        Assert.Null(compartment.Current(named, later));
    }

    private static void Refused(Reason reason, Action act) => Assert.Same(reason, Assert.Throws<DomainException>(act).Reason);

    private static NameMember Wished(bool keeper, DateTime until) => new(null, null, keeper, "Adviser", "needs to know", until);

    private static Caller CallerOf(AccountId account) => new(account.ToString(), "", null, new HashSet<string>(), Classification.StrictlyConfidential);

    /// <summary>One service with a mail server that takes nothing yet.</summary>
    public sealed class Platform : IAsyncLifetime
    {
        private readonly string _directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
        private readonly SmtpListener _mails = new() { Refusal = "451 not now" };
        private TestService _service = null!;
        private int _people;

        public FakeTimeProvider Time { get; } = new(DateTimeOffset.UtcNow);

        public DateTime Now => Time.GetUtcNow().UtcDateTime;

        public async ValueTask InitializeAsync() => _service = await TestService.StartAsync<IdentityModule>(b =>
        {
            b.Configuration["Identity:Issuer"] = TestTokens.Issuer;
            b.Configuration["Identity:KeyDirectory"] = Path.Combine(_directory, "keys");
            b.Configuration["Mail:Smtp:Host"] = "127.0.0.1";
            b.Configuration["Mail:Smtp:Port"] = $"{_mails.Port}";
            b.Configuration["Mail:Smtp:From"] = "nobody@installation.example";
            b.Configuration["Mail:Smtp:Security"] = "none";
            b.Services.AddSingleton<TimeProvider>(Time);
        }, _directory);

        public async ValueTask DisposeAsync()
        {
            await _service.DisposeAsync();
            await _mails.DisposeAsync();
        }

        public HttpClient As(TestCaller caller) => _service.As(caller);

        public async Task<TestCaller> PersonAsync(string name, string role = Roles.MediationSupport, Classification clearance = Classification.StrictlyConfidential)
        {
            await using var scope = _service.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
            name = $"{name}{Interlocked.Increment(ref _people)}";
            var account = db.Add(Account.Open(AccountId.New(), $"{name}@un.example", name, s_un, [role], clearance, Now)).Entity;
            account.SetPassword("none", temporary: true);
            await db.SaveChangesAsync();
            return new TestCaller(account.Id.ToString(), name, s_un, [role], clearance);
        }

        /// <summary>The address of a compartment that this person keeps for so many days, and that names these others.</summary>
        public async Task<string> KeptByAsync(TestCaller keeper, int days, params TestCaller[] others)
        {
            var process = Guid.NewGuid();
            await _service.HearAsync(new ProcessRestricted($"processes/{process}", keeper.Subject, 1, Now));
            await using var scope = _service.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
            var compartment = await db.Compartments.Include(c => c.Members).SingleAsync(c => c.Id == new CompartmentId(process));
            compartment.KeepWithin(compartment.Members.Single().Account, Now.AddDays(days), Now);
            await db.SaveChangesAsync();
            foreach (var other in others)
            {
                (await As(keeper).PostAsync($"/api/v1/compartments/{process}/members", Wish(other, keeper: false))).Is(HttpStatusCode.Created);
            }

            return $"/api/v1/compartments/{process}";
        }

        public async Task EnterAsync(string compartment, TestCaller officer) =>
            (await As(officer).PostAsync($"{compartment}:breakGlass", new { reason = "Nobody keeps it any more", minutes = 30 })).Is(HttpStatusCode.Created);

        public object Wish(TestCaller person, bool keeper) => new { account = person.Subject, keeper, function = "Adviser", reason = "needs to know", untilTime = Now.AddDays(30) };

        /// <summary>What of this compartment waits in front of the person, by resource name.</summary>
        public async Task<List<string>> WaitingAsync(TestCaller person, string compartment) =>
            [.. (await As(person).ReadAllAsync("/api/v1/approvals/identity?state=PROPOSED")).Where(a => compartment.EndsWith((string)a["record"]!, StringComparison.Ordinal)).Select(a => (string)a["name"]!).Order()];

        /// <summary>Who gets a mail about this compartment, by name, in the order in which the accounts were opened.</summary>
        public async Task<List<string>> ToldAsync(string compartment)
        {
            await using var scope = _service.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
            var record = compartment["/api/v1/".Length..];
            var acts = (await db.Set<ProposedAct>().Where(a => a.Record == record).ToListAsync()).ConvertAll(a => a.Id.ToString());
            var mails = (await db.OutgoingMails.Where(m => acts.Contains(m.About)).Select(m => m.To).ToListAsync()).ConvertAll(to => to.Split('@')[0]);
            return [.. mails.OrderBy(name => int.Parse(new string([.. name.Where(char.IsAsciiDigit)]), System.Globalization.CultureInfo.InvariantCulture))];
        }
    }
}
