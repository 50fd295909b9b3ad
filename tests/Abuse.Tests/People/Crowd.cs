using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Concord.Contracts.Access;
using Concord.Contracts.Reference;
using Concord.Support;

namespace Concord.Abuse.Tests.People;

/// <summary>Everybody who attacks or is attacked, signed in, and again before the token ends. The one place where a token comes from.</summary>
internal sealed partial class Crowd
{
    /// <summary>Holds every role that works on processes, and is cleared for nothing but Unclassified.</summary>
    public const string Low = "low.officer";

    /// <summary>Holds the same, cleared for everything, named nowhere.</summary>
    public const string Cleared = "cleared.officer";

    /// <summary>The administrator who agrees to what the first one proposes.</summary>
    public const string SecondAdministrator = "second.administrator";

    /// <summary>Acts for somebody who is away: each time in a session of his own, because the token of before the choice is good no more.</summary>
    public const string StandIn = "stand.in";

    /// <summary>A machine whose only right is to sign heads.</summary>
    public const string Witness = "demo-witness";

    /// <summary>Cleared for what is Confidential, and from outside the system.</summary>
    public const string Outsider = "partner.made";

    /// <summary>A lead mediator of IGAD, which leads what is led here; the one of <see cref="OfRole"/> is of another organization.</summary>
    public const string Mediator = "mediator.igad";

    /// <summary>Whom a profile of the roster is about.</summary>
    public const string OnRoster = "focal-point.made";

    // On the roster too, each with a record that nobody else changes.
    public const string Corrects = "analyst";
    public const string Consents = "monitor";
    public const string TakesBack = "lead-mediator.made";
    public const string SaysDays = "analyst.made";
    public const string TakesDaysBack = "monitor.made";
    private static readonly TimeSpan s_left = TimeSpan.FromMinutes(3);
    private static readonly string[] s_working = [Roles.RegionalOfficer, Roles.MediationSupport, Roles.AppointingAuthority, Roles.HeadOfMission, Roles.Monitor, Roles.LeadMediator];
    private readonly ConcurrentDictionary<string, Lazy<Task<HttpClient>>> _clients = new();
    private readonly ConcurrentDictionary<string, Made> _made = new();
    private readonly IReadOnlyDictionary<string, string> _passwords;
    private readonly string _address;
    private readonly string _data;

    public Crowd(string address, string signInFile)
    {
        (_address, _passwords) = (address, SignIn.Read(signInFile));
        _data = Path.GetDirectoryName(signInFile)!;
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
        [Roles.FocalPoint] = OnRoster,
        [Roles.Analyst] = "analyst",
        [Roles.Partner] = Outsider,
        [Roles.Administrator] = "administrator",
        [Roles.Auditor] = "auditor",
        [Roles.Witness] = Witness,
    };

    /// <summary>A client that acts as the person: of the demonstration by the first part of the e-mail, or one that is made here.</summary>
    public async Task<HttpClient> AsAsync(string person)
    {
        if (person == StandIn)
        {
            return await SignInAsync(person);
        }

        var held = _clients.GetOrAdd(person, InTime);
        if (SignIn.IsGoodFor((await held.Value).DefaultRequestHeaders.Authorization!.Parameter!, s_left))
        {
            return await held.Value;
        }

        _clients.TryUpdate(person, InTime(person), held); // of many who notice, one signs in
        return await _clients[person].Value;
    }

    public async Task<string> TokenAsync(string person) => (await AsAsync(person)).DefaultRequestHeaders.Authorization!.Parameter!;

    /// <summary>Signs a person of the demonstration in once more.</summary>
    public async Task<HttpClient> AgainAsync(string person) => SignIn.Client(_address, await SignIn.TokenAsync(_address, _passwords, EmailOf(person)));

    /// <summary>Everything that signing in gives, by what it is.</summary>
    public Task<IReadOnlyDictionary<string, string>> TokensAsync(string person) => SignIn.TokensAsync(_address, EmailOf(person), _passwords[EmailOf(person)], "openid profile offline_access");

    /// <summary>Signs a person of the demonstration in, in a browser, at the gateway.</summary>
    public async Task<Browser> BrowserAsync(string person)
    {
        var browser = new Browser(_address);
        await browser.FollowAsync(await browser.SignInAsync("/signin", EmailOf(person), _passwords[EmailOf(person)], _passwords.AppOf(EmailOf(person)), patient: true));
        return browser;
    }

    /// <summary>An account of its own, signed in.</summary>
    /// <returns>The account and its e-mail, the password, the secret of an app where what it is cleared for needs one, and a client.</returns>
    public async Task<Made> MakeAsync(string[] roles, string clearance = "CONFIDENTIAL", string organization = "UN", string? email = null)
    {
        email ??= $"made.{Guid.NewGuid():N}@abuse.example";
        var opened = (await (await AsAsync("administrator")).PostAsync("/api/v1/accounts", new { email, displayName = $"Made {email}", organization = WellKnown.Organization(organization), roles, clearance })).Is(HttpStatusCode.Created);
        if ((string?)opened.Find("approval") is { } approval)
        {
            (await (await AsAsync(SecondAdministrator)).PostAsync($"/api/v1/{approval}:approve", new { })).Is(HttpStatusCode.OK);
        }

        var password = NewPassword();
        await ChooseAsync(email, opened.TextOf("oneTimePassword"), password);
        var app = clearance == "STRICTLY_CONFIDENTIAL" || roles.Intersect(Roles.OfKeepers).Any() ? await SetUpAppAsync(email, password) : null;
        return new Made(opened.TextOf("account.name"), email, password, app, SignIn.Client(_address, await SignIn.TokenAsync(_address, email, password, app)));
    }

    /// <summary>An account whose person has an authenticator app, and nobody signed in.</summary>
    public async Task<string> WithAppAsync()
    {
        var made = await MakeAsync(["partner"]);
        await SetUpAppAsync(made.Email, made.Password);
        return made.Account;
    }

    /// <summary>Resource name of the account of somebody who is made here.</summary>
    public async Task<string> AccountOfAsync(string person)
    {
        using var client = await SignInAsync(person);
        return _made[person].Account;
    }

    public string EmailOf(string person) => _passwords.Keys.SingleOrDefault(e => e.StartsWith($"{person}@", StringComparison.Ordinal)) ?? throw new InvalidOperationException($"{person} is nobody of the demonstration.");

    private Lazy<Task<HttpClient>> InTime(string person) => new(() => SignInAsync(person));

    private async Task<HttpClient> SignInAsync(string person) => person switch
    {
        Low => await MadeAsync(person, s_working, "UNCLASSIFIED"),
        Cleared => await MadeAsync(person, s_working, "STRICTLY_CONFIDENTIAL"),
        StandIn => await MadeAsync(person, [Roles.Analyst]),
        Mediator => await MadeAsync(person, [Roles.LeadMediator], organization: "IGAD"),
        SecondAdministrator => await FirstAdministrator.ClientAsync(_address, _data),
        _ when person.EndsWith(".made", StringComparison.Ordinal) => await MadeAsync(person, [person[..^".made".Length]]),
        _ when person.StartsWith("demo-", StringComparison.Ordinal) => SignIn.Client(_address, await SignIn.DemonstrationMachineTokenAsync(_address, person, _passwords)),
        _ => await AgainAsync(person),
    };

    private async Task<HttpClient> MadeAsync(string person, string[] roles, string clearance = "CONFIDENTIAL", string organization = "UN") => _made.TryGetValue(person, out var known)
        ? SignIn.Client(_address, await SignIn.TokenAsync(_address, known.Email, known.Password, known.App))
        : (_made[person] = await MakeAsync(roles, clearance, organization)).Client;

    private async Task ChooseAsync(string email, string oneTime, string chosen)
    {
        using var browser = new Browser(_address);
        await browser.GetAsync("/account/password?returnUrl=%2F");
        await browser.SubmitPatientlyAsync(("email", email), ("password", oneTime), ("newPassword", chosen));
    }

    private async Task<string> SetUpAppAsync(string email, string password)
    {
        using var browser = new Browser(_address);
        await browser.SignInAsync("/account/sign-in?returnUrl=%2Faccount%2Ffactors", email, password, patient: true);
        await browser.GetAsync("/account/factors/authenticator");
        var secret = Secret().Match(browser.Html).Groups[1].Value;
        return await AuthenticatorApp.Of(secret).UseAsync(async code => (await browser.SubmitAsync(("code", code))).StatusCode == HttpStatusCode.OK ? secret : null);
    }

    [GeneratedRegex("otpauth://totp/[^\"]*secret=([A-Z2-7]+)")]
    private static partial Regex Secret();

    private static string NewPassword() => $"aA1-{Convert.ToHexString(RandomNumberGenerator.GetBytes(12))}";
}

/// <summary>A person who was made for one test.</summary>
internal sealed record Made(string Account, string Email, string Password, string? App, HttpClient Client);
