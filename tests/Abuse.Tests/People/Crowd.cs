using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using Concord.Contracts.Access;
using Concord.Contracts.Reference;
using Concord.Support;

namespace Concord.Abuse.Tests.People;

/// <summary>Everybody who attacks or is attacked, signed in once. The one place where a token comes from.</summary>
internal sealed class Crowd
{
    /// <summary>Holds every role that works on processes, and is cleared for nothing but Unclassified.</summary>
    public const string Low = "low.officer";

    /// <summary>Holds the same, cleared for everything, named nowhere.</summary>
    public const string Cleared = "cleared.officer";

    /// <summary>The administrator who agrees to what the first one proposes.</summary>
    public const string SecondAdministrator = "second.administrator";

    /// <summary>A machine whose only right is to sign heads.</summary>
    public const string Witness = "demo-witness";
    private static readonly string[] s_working = [Roles.RegionalOfficer, Roles.MediationSupport, Roles.AppointingAuthority, Roles.HeadOfMission, Roles.Monitor, Roles.LeadMediator];
    private readonly ConcurrentDictionary<string, Lazy<Task<HttpClient>>> _clients = new();
    private readonly IReadOnlyDictionary<string, string> _passwords;
    private readonly string _address;
    private readonly string _firstSignIn;

    public Crowd(string address, string signInFile)
    {
        (_address, _passwords) = (address, SignIn.Read(signInFile));
        _firstSignIn = Path.Combine(Path.GetDirectoryName(signInFile)!, "first-sign-in.txt");
    }

    /// <summary>One person or machine for each role.</summary>
    public static IReadOnlyDictionary<string, string> OfRole { get; } = new Dictionary<string, string>
    {
        [Roles.RegionalOfficer] = "igad.officer",
        [Roles.MediationSupport] = "msu.officer",
        [Roles.AppointingAuthority] = "authority.approver",
        [Roles.HeadOfMission] = "head.of.mission",
        [Roles.Monitor] = "monitor",
        [Roles.LeadMediator] = "lead-mediator.made",
        [Roles.FocalPoint] = "focal-point.made",
        [Roles.Analyst] = "analyst",
        [Roles.Partner] = "partner.made",
        [Roles.Administrator] = "administrator",
        [Roles.Auditor] = "auditor",
        [Roles.Witness] = Witness,
    };

    /// <summary>A client that acts as the person: of the demonstration by the first part of the e-mail, or one that is made here.</summary>
    public Task<HttpClient> AsAsync(string person) => _clients.GetOrAdd(person, p => new Lazy<Task<HttpClient>>(() => SignInAsync(p))).Value;

    public async Task<string> TokenAsync(string person) => (await AsAsync(person)).DefaultRequestHeaders.Authorization!.Parameter!;

    /// <summary>Signs a person of the demonstration in once more.</summary>
    public async Task<HttpClient> AgainAsync(string person) => SignIn.Client(_address, await SignIn.TokenAsync(_address, EmailOf(person), _passwords[EmailOf(person)]));

    /// <summary>Everything that signing in gives, by what it is.</summary>
    public Task<IReadOnlyDictionary<string, string>> TokensAsync(string person) => SignIn.TokensAsync(_address, EmailOf(person), _passwords[EmailOf(person)], "openid profile offline_access");

    /// <summary>Signs a person of the demonstration in, in a browser, at the gateway.</summary>
    public async Task<Browser> BrowserAsync(string person)
    {
        var browser = new Browser(_address);
        await browser.FollowAsync(await browser.SignInAsync("/signin", EmailOf(person), _passwords[EmailOf(person)]));
        return browser;
    }

    /// <summary>An account of its own, signed in.</summary>
    /// <returns>The account and its e-mail, the password and a client.</returns>
    public async Task<Made> MakeAsync(string[] roles, string clearance = "CONFIDENTIAL", string organization = "UN", string? email = null)
    {
        email ??= $"made.{Guid.NewGuid():N}@abuse.example";
        var opened = (await (await AsAsync("administrator")).PostAsync("/api/v1/accounts", new { email, displayName = $"Made {email}", organization = WellKnown.Organization(organization), roles, clearance })).Is(HttpStatusCode.Created);
        if ((string?)opened.Find("approval") is { } approval)
        {
            (await (await AsAsync(SecondAdministrator)).PostAsync($"/api/v1/{approval}:approve", new { })).Is(HttpStatusCode.OK);
        }

        var password = NewPassword();
        return new Made(opened.TextOf("account.name"), email, password, await FirstAsync(email, opened.TextOf("oneTimePassword"), password));
    }

    public string EmailOf(string person) => _passwords.Keys.SingleOrDefault(e => e.StartsWith($"{person}@", StringComparison.Ordinal)) ?? throw new InvalidOperationException($"{person} is nobody of the demonstration.");

    private async Task<HttpClient> SignInAsync(string person) => person switch
    {
        Low => (await MakeAsync(s_working, "UNCLASSIFIED")).Client,
        Cleared => (await MakeAsync(s_working, "STRICTLY_CONFIDENTIAL")).Client,
        SecondAdministrator => await SecondAdministratorAsync(),
        _ when person.EndsWith(".made", StringComparison.Ordinal) => (await MakeAsync([person[..^".made".Length]])).Client,
        _ when person.StartsWith("demo-", StringComparison.Ordinal) => SignIn.Client(_address, await SignIn.MachineTokenAsync(_address, person, _passwords[person])),
        _ => await AgainAsync(person),
    };

    private async Task<HttpClient> SecondAdministratorAsync()
    {
        var (email, password) = SignIn.Read(_firstSignIn).Single();
        return SignIn.Client(_address, await SignIn.TokenAsync(_address, email, password));
    }

    private async Task<HttpClient> FirstAsync(string email, string oneTime, string chosen)
    {
        using var browser = new Browser(_address);
        await browser.GetAsync("/account/password?returnUrl=%2F");
        await browser.SubmitAsync(("email", email), ("password", oneTime), ("newPassword", chosen));
        return SignIn.Client(_address, await SignIn.TokenAsync(_address, email, chosen));
    }

    private static string NewPassword() => $"aA1-{Convert.ToHexString(RandomNumberGenerator.GetBytes(12))}";
}

/// <summary>A person who was made for one test.</summary>
internal sealed record Made(string Account, string Email, string Password, HttpClient Client);
