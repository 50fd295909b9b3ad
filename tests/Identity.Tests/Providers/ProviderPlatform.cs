using System.Globalization;
using System.Net;
using System.Security.Claims;
using Concord.Contracts.Access;
using Concord.Contracts.Audit;
using Concord.Contracts.Reference;
using Concord.Identity.Accounts;
using Concord.Identity.Persistence;
using Concord.Identity.Providers;
using Concord.Support;
using Concord.Support.Telemetry;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Concord.Identity.Tests.Providers;

[CollectionDefinition(nameof(ProviderPlatform))]
public sealed class ProviderCollection : ICollectionFixture<ProviderPlatform>;

/// <summary>The identity service beside two organizations' own providers, one that is away and one that is set wrongly. Started once: each test has subjects of its own.</summary>
public sealed class ProviderPlatform : IAsyncLifetime
{
    internal const string Platform = "http://concord.test";
    internal const string Password = "a password of my own";
    private static int s_next;
    private string? _administrator;
    private string? _second;

    internal CapturedLogs Logs { get; } = new();
    internal IdentityHost Identity { get; private set; } = null!;

    /// <summary>Of the United Nations; its word on a second factor counts.</summary>
    internal HomeProvider Home { get; private set; } = null!;

    /// <summary>Of IGAD, with claims of its own names, and passwords off.</summary>
    internal HomeProvider Other { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Home = await HomeProvider.StartAsync($"{Platform}/account/provider/home/answer", $"{Platform}/account/provider/liar/answer");
        Other = await HomeProvider.StartAsync($"{Platform}/account/provider/other/answer");
        Identity = await IdentityHost.StartAsync(configure: builder =>
        {
            builder.Logging.AddProvider(Logs);
            Set(builder.Configuration, "home", Home.Issuer, "UN", ("SecondFactorAmr", "mfa hwk"), ("SecondFactorAcr", "urn:home:strong"));
            Set(builder.Configuration, "other", Other.Issuer, "IGAD", ("SubjectClaim", "employee_no"), ("EmailClaim", "upn"), ("PasswordsOff", "true"));
            Set(builder.Configuration, "away", "http://127.0.0.1:9/", "ICGLR");
            Set(builder.Configuration, "liar", Home.Issuer.Replace("127.0.0.1", "localhost", StringComparison.Ordinal), "ECCAS");
        });
    }

    public async ValueTask DisposeAsync()
    {
        await Identity.DisposeAsync();
        await Home.DisposeAsync();
        await Other.DisposeAsync();
    }

    private static void Set(Microsoft.Extensions.Configuration.ConfigurationManager configuration, string name, string issuer, string organization, params (string Key, string Value)[] more)
    {
        (string, string)[] all =
        [
            ("Authority", issuer), ("ClientId", HomeProvider.ClientId), ("ClientSecret", HomeProvider.ClientSecret), ("DisplayName", $"The {name} provider"),
            ("Organizations", WellKnown.Organization(organization)), .. more,
        ];
        foreach (var (key, value) in all)
        {
            configuration[$"Identity:Providers:{name}:{key}"] = value;
        }
    }

    /// <summary>A browser at an address of its own: others' mistakes do not slow it.</summary>
    internal Browser Browser()
    {
        var browser = new Browser(Identity.Address);
        var number = Interlocked.Increment(ref s_next);
        browser.Client.DefaultRequestHeaders.Add("X-Forwarded-For", $"198.51.{number / 250}.{number % 250 + 1}");
        return browser;
    }

    /// <summary>With one token for all tests: each code of an app is good once, and the next one half a minute away.</summary>
    internal async Task<HttpClient> AdministratorAsync() =>
        Support.SignIn.Client(Identity.Address, _administrator ??= await Support.SignIn.TokenAsync(Identity.Address, Identity.Secrets, "administrator@un.example"));

    /// <summary>The one who started the platform, with one token too.</summary>
    internal async Task<HttpClient> SecondAdministratorAsync() =>
        Support.SignIn.Client(Identity.Address, _second ??= await Support.FirstAdministrator.TokenAsync(Identity.Address, Identity.Data));

    internal static string NewSubject() => $"subject-{Interlocked.Increment(ref s_next)}";

    internal static Claim[] Person(string subject, DateTimeOffset? time = null, params Claim[] more) =>
    [
        new(JwtRegisteredClaimNames.Sub, subject), new("email", $"{subject}@home.example"),
        .. time is null ? (Claim[])[] : [new("auth_time", time.Value.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), ClaimValueTypes.Integer64)], .. more,
    ];

    /// <summary>Presses the button of the provider on a page, and is sent there.</summary>
    /// <returns>The address at the provider.</returns>
    internal static async Task<Uri> GoAsync(Browser browser, string page, string provider = "home", string form = "/account/provider")
    {
        await browser.FollowAsync(await browser.GetAsync(page));
        var sent = await browser.SubmitToAsync(form, ("provider", provider));
        Assert.True(sent.StatusCode == HttpStatusCode.OK, browser.Html);
        var refresh = Assert.Single(sent.Headers.GetValues("Refresh"));
        Assert.StartsWith("0;url=", refresh, StringComparison.Ordinal);
        return new Uri(refresh["0;url=".Length..]);
    }

    /// <summary>Signs in at the provider, whoever it lets in just then.</summary>
    /// <returns>Where it sends the browser back to.</returns>
    internal static async Task<string> AnswerAsync(Uri at)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var answer = await client.GetAsync(at);
        Assert.True(answer.Headers.Location is not null, await answer.Content.ReadAsStringAsync());
        Assert.StartsWith($"{Platform}/account/provider/", answer.Headers.Location.ToString(), StringComparison.Ordinal);
        return answer.Headers.Location.PathAndQuery;
    }

    internal static async Task<HttpResponseMessage> SignInAsync(Browser browser, string page = "/account/sign-in", string provider = "home", string form = "/account/provider") =>
        await browser.GetAsync(await AnswerAsync(await GoAsync(browser, page, provider, form)));

    /// <summary>As if the person had linked the account before.</summary>
    internal Task LinkAsync(string email, string provider, string subject) => ChangeAsync(async (db, register) =>
    {
        var key = Account.KeyOf(email);
        var account = await db.Accounts.SingleAsync(a => a.EmailKey == key);
        db.Add(AccountLink.Make(account.Id, register.Find(provider)!, new ProviderPerson(subject, $"{subject}@home.example", null, false), DateTime.UtcNow));
    });

    /// <summary>A new account with a password, and its address.</summary>
    internal async Task<string> PersonOfAsync(string organization, Classification clearance = Classification.Confidential, bool active = true)
    {
        var email = $"{NewSubject()}@un.example";
        await ChangeAsync((db, _) =>
        {
            var account = Account.Open(AccountId.New(), email, "A Person", WellKnown.Organization(organization), [Roles.Analyst], clearance, DateTime.UtcNow);
            account.SetPassword(new Microsoft.AspNetCore.Identity.PasswordHasher<Account>().HashPassword(account, Password), temporary: false);
            if (!active)
            {
                account.Close(DateTime.UtcNow);
            }

            db.Add(account);
            return Task.CompletedTask;
        });
        return email;
    }

    internal async Task ChangeAsync(Func<IdentityDb, ProviderRegister, Task> change)
    {
        await using var scope = Identity.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        await change(db, scope.ServiceProvider.GetRequiredService<ProviderRegister>());
        await db.SaveChangesAsync();
    }

    internal async Task<T> LookAsync<T>(Func<IdentityDb, Task<T>> look)
    {
        await using var scope = Identity.Services.CreateAsyncScope();
        return await look(scope.ServiceProvider.GetRequiredService<IdentityDb>());
    }

    internal async Task<AuditContent> LastEntryAsync() => AuditContent.Read(await LookAsync(db => db.AuditEntries.OrderByDescending(e => e.Sequence).Select(e => e.Content).FirstAsync()))!;
}
