using System.Net;
using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Contracts.Reference;
using Concord.Identity.Accounts;
using Concord.Identity.Compartments;
using Concord.Identity.Mail;
using Concord.Identity.Persistence;
using Concord.Platform.Texts;
using Concord.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Language = Concord.Platform.Texts.Language;

namespace Concord.Identity.Tests;

/// <summary>What keepers learn by mail of an emergency entry, and what nobody learns who reads the mail on its way.</summary>
public sealed class BreakGlassNoticeTests
{
    private static readonly string s_un = WellKnown.Organization("UN");
    private readonly string _directory = Directory.CreateTempSubdirectory("concord-test-").FullName;

    public static TheoryData<string> Languages => [.. Language.All.Select(l => l.Tag)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void It_says_that_something_waits_and_where_in_each_language(string language)
    {
        var content = BreakGlassNotice.ContentOf(language, new Uri("https://installation.example/approvals"));
        var say = new Speech(Language.Find(language)!, new TextFiles(typeof(IdentityModule).Assembly));
        Assert.Equal(say["breakGlass.mail.subject"], content.Subject);
        Assert.Equal([say["breakGlass.mail.text"], "https://installation.example/approvals", say["breakGlass.mail.why"]], content.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.DoesNotContain("{", content.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_has_said_no_language_reads_it_in_English() =>
        Assert.Equal(BreakGlassNotice.ContentOf("en", new Uri("https://installation.example/")), BreakGlassNotice.ContentOf(null, new Uri("https://installation.example/")));

    [Fact, Abuse(32)]
    public async Task Each_keeper_and_nobody_else_is_told_in_the_commit_of_the_entry_and_whoever_has_looked_is_told_no_more()
    {
        await using var server = new SmtpListener { Refusal = "451 not now" };
        await using var service = await TestService.StartAsync<IdentityModule>(b =>
        {
            b.Configuration["Identity:Issuer"] = TestTokens.Issuer;
            b.Configuration["Identity:KeyDirectory"] = Path.Combine(_directory, "keys");
            b.Configuration["Mail:Smtp:Host"] = "127.0.0.1";
            b.Configuration["Mail:Smtp:Port"] = $"{server.Port}";
            b.Configuration["Mail:Smtp:From"] = "nobody@installation.example";
            b.Configuration["Mail:Smtp:Security"] = "none";
        }, _directory);
        var (keeper, second, member, officer) = (await PersonAsync("keeper", "ar"), await PersonAsync("second", null), await PersonAsync("member", null), await PersonAsync("officer", null));
        var process = $"processes/{Guid.NewGuid()}";
        foreach (var founder in (TestCaller[])[keeper, second])
        {
            await service.HearAsync(new ProcessRestricted(process, founder.Subject, 1, DateTime.UtcNow));
        }

        var compartment = $"/api/v1/{process.Replace("processes", "compartments", StringComparison.Ordinal)}";
        var place = new { account = member.Subject, keeper = false, function = "Adviser", reason = "needs to know", untilTime = DateTime.UtcNow.AddDays(30) };
        var asked = (await service.As(keeper).PostAsync($"{compartment}/members", place)).Is(HttpStatusCode.Accepted);
        (await service.As(second).PostAsync($"{asked.Location}:approve", body: null)).Is(HttpStatusCode.OK);
        (await service.As(officer).PostAsync($"{compartment}:breakGlass", new { reason = "", minutes = 30 })).IsProblem(HttpStatusCode.BadRequest, "INVALID_FIELD");
        Assert.Empty(await MailsAsync());
        (await service.As(officer).PostAsync($"{compartment}:breakGlass", new { reason = "The envoy is at the airport", minutes = 30 })).Is(HttpStatusCode.Created);
        Assert.Equal(["keeper@un.example", "second@un.example"], (await MailsAsync()).Select(m => m.To).Order());

        server.Refusal = null;
        await Eventually.TrueAsync(() => Task.FromResult(server.Taken.Count == 2), "both mails to be taken");
        var mails = await Task.WhenAll(server.Taken.Select(async taken => await MimeMessage.LoadAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(taken)))));
        var (toKeeper, toSecond) = (mails.Single(m => m.To.ToString() == "keeper@un.example"), mails.Single(m => m.To.ToString() == "second@un.example"));
        var texts = new TextFiles(typeof(IdentityModule).Assembly);
        Assert.Equal((new Speech(Language.Find("ar")!, texts)["breakGlass.mail.subject"], new Speech(Language.English, texts)["breakGlass.mail.subject"]), (toKeeper.Subject, toSecond.Subject));
        foreach (var told in mails)
        {
            var everything = string.Join('\n', told.Headers.Select(h => h.Value)) + told.TextBody;
            Assert.Contains($"{TestTokens.Issuer}approvals", everything, StringComparison.Ordinal);
            foreach (var word in (string[])["officer", "envoy", "airport", process.Split('/')[1], officer.Subject.Split('/')[1], "ompartment", "Strictly", "rocess"])
            {
                Assert.DoesNotContain(word, everything, StringComparison.OrdinalIgnoreCase);
            }
        }

        server.Refusal = "451 not now";
        var review = (await service.As(keeper).ReadAllAsync("/api/v1/approvals/identity?state=PROPOSED")).Single();
        (await service.As(keeper).PostAsync($"/api/v1/{review["name"]}:reject", new { reason = "You could have asked" })).Is(HttpStatusCode.OK);
        (await service.As(officer).PostAsync($"{compartment}:breakGlass", new { reason = "Again", minutes = 30 }, key: "again")).Is(HttpStatusCode.Created);
        var again = (await service.As(keeper).ReadAllAsync("/api/v1/approvals/identity?state=PROPOSED")).Single();
        (await service.As(keeper).PostAsync($"/api/v1/{again["name"]}:approve", body: null)).Is(HttpStatusCode.OK);
        Assert.Equal(2, (await MailsAsync()).Count(m => m is { State: MailState.Dropped, Content: null }));

        async Task<TestCaller> PersonAsync(string name, string? language)
        {
            await using var scope = service.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
            var account = db.Add(Account.Open(AccountId.New(), $"{name}@un.example", name, s_un, [Roles.MediationSupport], Classification.StrictlyConfidential, DateTime.UtcNow)).Entity;
            account.SetPassword("none", temporary: true);
            if (language is not null)
            {
                account.Read(language);
            }

            await db.SaveChangesAsync();
            return new TestCaller(account.Id.ToString(), name, s_un, [Roles.MediationSupport], Classification.StrictlyConfidential);
        }

        async Task<List<OutgoingMail>> MailsAsync()
        {
            await using var scope = service.Services.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<IdentityDb>().OutgoingMails.AsNoTracking().ToListAsync();
        }
    }
}
