using System.Net;
using System.Text.RegularExpressions;
using Concord.Contracts.Access;
using Concord.Contracts.Events;
using Concord.Identity.Accounts;
using Concord.Identity.Mail;
using Concord.Identity.Persistence;
using Concord.Platform.Hosting;
using Concord.Platform.Persistence;
using Concord.Platform.Texts;
using Concord.Support;
using Concord.Support.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace Concord.Identity.Tests;

/// <summary>What leaves by mail, and what becomes of it where the mail server is away or refuses.</summary>
public sealed class InvitationMailTests
{
    private static readonly string s_organization = $"organizations/{Guid.NewGuid()}";
    private static readonly TestCaller s_administrator = TestCaller.Person(s_organization, Roles.Administrator);
    private readonly string _directory = Directory.CreateTempSubdirectory("concord-test-").FullName;
    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly CapturedLogs _logs = new();

    public static TheoryData<string> Languages => [.. Language.All.Select(l => l.Tag)];

    private async Task<TestService> StartAsync(int port)
    {
        var service = await TestService.StartAsync<IdentityModule>(b =>
        {
            b.Configuration["Identity:Issuer"] = TestTokens.Issuer;
            b.Configuration["Identity:KeyDirectory"] = Path.Combine(_directory, "keys");
            b.Configuration["Mail:Smtp:Host"] = "127.0.0.1";
            b.Configuration["Mail:Smtp:Port"] = $"{port}";
            b.Configuration["Mail:Smtp:From"] = "nobody@installation.example";
            b.Configuration["Mail:Smtp:Security"] = "none";
            b.Services.AddSingleton<TimeProvider>(_time);
            b.Logging.AddProvider(_logs);
        }, _directory);
        await service.HearAsync(new OrganizationRegistered(s_organization, "Lake Forum", "LF", "LocalNgo", 1, DateTime.UtcNow));
        await using var scope = service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        if (ResourceName.TryParse<AccountId>(s_administrator.Subject, out var id) && !await db.Accounts.AnyAsync(a => a.Id == id))
        {
            db.Add(Account.Open(id, "administrator@lake.example", s_administrator.DisplayName, s_organization, s_administrator.Roles, s_administrator.Clearance, DateTime.UtcNow));
            await db.SaveChangesAsync();
        }

        return service;
    }

    private static object Person(string email, string language = "en") =>
        new { email, displayName = "Amina Secret", organization = s_organization, roles = new[] { Roles.LeadMediator }, clearance = "STRICTLY_CONFIDENTIAL", language };

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_mail_tells_that_an_invitation_waits_where_and_until_when_and_nothing_else(string language)
    {
        await using var server = new SmtpListener();
        await using var service = await StartAsync(server.Port);
        var made = (await service.As(s_administrator).PostAsync("/api/v1/invitations", Person("amina@field.example", language))).Is(HttpStatusCode.Created);
        Assert.Null(made.Find("link"));
        await Eventually.TrueAsync(() => Task.FromResult(!server.Taken.IsEmpty), "the mail to be taken");
        using var raw = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(server.Taken.Single()));
        using var mail = await MimeMessage.LoadAsync(raw);

        var said = new Speech(Language.Find(language)!, new TextFiles(typeof(IdentityModule).Assembly));
        Assert.Equal(("amina@field.example", "nobody@installation.example", said["invitation.mail.subject"]), (mail.To.Mailboxes.Single().Address, mail.From.Mailboxes.Single().Address, mail.Subject));
        var lines = (mail.TextBody ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var link = Assert.Single(lines, l => l.StartsWith("http", StringComparison.Ordinal));
        Assert.Equal(
            [said["invitation.mail.text"], link, said.With("invitation.mail.until", ("time", _time.GetUtcNow().AddDays(7))), said["invitation.mail.else"]], lines);

        // Not in the text, and not in a heading either.
        var everything = string.Join('\n', server.Heard) + mail.Headers.Select(h => h.Value).Aggregate("", (all, h) => $"{all}\n{h}") + mail.TextBody;
        foreach (var word in (string[])["Lake Forum", "LF", s_organization.Split('/')[1], "Amina", "mediat", "lead", "Strictly", "STRICTLY", "oncord ", Environment.MachineName])
        {
            // As a word of its own where it is short: numbers that a mail carries are letters at random.
            var told = word.Length > 2 ? Regex.Escape(word) : $@"(?<!\w){word}(?!\w)";
            Assert.DoesNotMatch(new Regex(told, RegexOptions.CultureInvariant), everything.Replace("amina@field.example", "", StringComparison.Ordinal));
        }

        using var browser = new Browser(service.HttpAddress);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri(link).PathAndQuery)).StatusCode);
        await Eventually.TrueAsync(async () => await StateAsync(service, made) == "SENT", "the mail to be noted as sent");
        Assert.Null(await ContentAsync(service)); // nobody needs the link here any more
    }

    [Fact]
    public async Task While_the_mail_server_is_away_the_mail_waits_sealed_also_across_a_restart()
    {
        var port = SmtpListener.UnusedPort();
        ApiAnswer made;
        await using (var first = await StartAsync(port))
        {
            made = (await first.As(s_administrator).PostAsync("/api/v1/invitations", Person("later@field.example"))).Is(HttpStatusCode.Created);
            await Eventually.TrueAsync(async () => await AttemptsAsync(first) > 0, "a first try");
            Assert.Equal("WAITING", await StateAsync(first, made));
            var content = await ContentAsync(first);
            Assert.DoesNotContain("token=", content, StringComparison.Ordinal);
            await Eventually.TrueAsync(() => Task.FromResult(_logs.Lines.Any(l => l.Level == LogLevel.Warning)), "somebody to be told");
            Assert.DoesNotContain(_logs.Lines, l => l.ToString().Contains("later@field", StringComparison.Ordinal));
        }

        await using var server = new SmtpListener(port);
        await using var second = await StartAsync(port);
        _time.Advance(TimeSpan.FromMinutes(5)); // the lease of the try that ended with the process, at the latest
        await Eventually.TrueAsync(() => Task.FromResult(!server.Taken.IsEmpty), "the mail to leave");
        await Eventually.TrueAsync(async () => await StateAsync(second, made) == "SENT", "it to be noted");
        Assert.Single(server.Taken);
    }

    [Fact]
    public async Task What_the_server_takes_later_is_tried_again_and_what_it_never_takes_is_told()
    {
        await using var server = new SmtpListener { Refusal = "451 not now" };
        await using var service = await StartAsync(server.Port);
        var made = (await service.As(s_administrator).PostAsync("/api/v1/invitations", Person("busy@field.example"))).Is(HttpStatusCode.Created);
        for (var tries = 1; tries <= 3; tries++)
        {
            await Eventually.TrueAsync(() => Task.FromResult(server.Asked >= tries), $"try {tries}");
            await Eventually.TrueAsync(async () => await IsSettledAsync(service), "it to be put off");
            Assert.Equal("WAITING", await StateAsync(service, made));
            _time.Advance(TimeSpan.FromMinutes(1));
        }

        server.Refusal = "550 no such mailbox";
        _time.Advance(TimeSpan.FromMinutes(1));
        await Eventually.TrueAsync(async () => await StateAsync(service, made) == "REFUSED", "the refusal to be told");
        Assert.Empty(server.Taken);
        Assert.Null(await ContentAsync(service));

        server.Refusal = null; // another link, to an address that was mended
        Assert.Null((await service.As(s_administrator).PostAsync($"{made.Location}:resend", new { })).Is(HttpStatusCode.OK).Find("link"));
        await Eventually.TrueAsync(() => Task.FromResult(server.Taken.Count == 1), "the second mail");
    }

    [Fact]
    public async Task A_mail_that_has_not_left_is_dropped_with_the_invitation_it_speaks_of()
    {
        await using var server = new SmtpListener { Refusal = "451 not now" };
        await using var service = await StartAsync(server.Port);
        var made = (await service.As(s_administrator).PostAsync("/api/v1/invitations", Person("gone@field.example"))).Is(HttpStatusCode.Created);
        await Eventually.TrueAsync(async () => server.Asked > 0 && await IsSettledAsync(service), "a first try");
        (await service.As(s_administrator).PostAsync($"{made.Location}:revoke", body: null)).Is(HttpStatusCode.OK);
        Assert.Equal("DROPPED", await StateAsync(service, made));
        server.Refusal = null;
        _time.Advance(TimeSpan.FromHours(1));
        (await service.As(s_administrator).PostAsync("/api/v1/invitations", Person("next@field.example"))).Is(HttpStatusCode.Created);
        await Eventually.TrueAsync(() => Task.FromResult(!server.Taken.IsEmpty), "the next mail");
        Assert.DoesNotContain("gone@field.example", Assert.Single(server.Taken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Mail:Smtp:From", "nobody in particular <")]
    [InlineData("Mail:Smtp:From", null)]
    [InlineData("Mail:Smtp:Security", "perhaps")]
    [InlineData("Mail:Smtp:Port", "smtp")]
    public void A_mail_server_that_is_set_wrong_is_refused(string key, string? value)
    {
        var settings = new Dictionary<string, string?> { ["Mail:Smtp:Host"] = "mail.example", ["Mail:Smtp:From"] = "a@b.example", ["Mail:Smtp:Security"] = "tls", [key] = value };
        var refusal = Assert.Throws<SettingException>(() => MailSettings.In(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()));
        Assert.Contains(key, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_one_there_is_none_and_the_line_is_protected_unless_somebody_says_otherwise()
    {
        Assert.Null(MailSettings.In(new ConfigurationBuilder().Build()));
        var settings = new Dictionary<string, string?> { ["Mail:Smtp:Host"] = "mail.example", ["Mail:Smtp:From"] = "a@b.example" };
        Assert.Equal((587, MailKit.Security.SecureSocketOptions.StartTls), MailSettings.In(new ConfigurationBuilder().AddInMemoryCollection(settings).Build()) is { } set ? (set.Port, set.Security) : default);
    }

    private static async Task<string> StateAsync(TestService service, ApiAnswer made) => (await service.As(s_administrator).ReadAsync(made.Location!.ToString())).Is(HttpStatusCode.OK).TextOf("mail");

    private static async Task<string?> ContentAsync(TestService service) => (await InStoreAsync(service)).Content;

    private static async Task<int> AttemptsAsync(TestService service) => (await InStoreAsync(service)).Attempts;

    // The try is noted: it has an error, and is due later than now.
    private async Task<bool> IsSettledAsync(TestService service) => await InStoreAsync(service) is { LastError: not null } mail && mail.DueTime > _time.GetUtcNow().UtcDateTime && mail.DueTime < _time.GetUtcNow().UtcDateTime.AddMinutes(1.5);

    private static async Task<OutgoingMail> InStoreAsync(TestService service)
    {
        await using var scope = service.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IdentityDb>().OutgoingMails.AsNoTracking().OrderBy(m => m.CreateTime).FirstAsync();
    }
}
