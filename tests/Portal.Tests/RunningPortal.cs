using System.Collections.Concurrent;
using System.Net;
using Concord.Contracts.Reference;
using Concord.Embedded;
using Concord.Pages;
using Concord.Portal.Tests;
using Concord.Support;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(RunningPortal))]

namespace Concord.Portal.Tests;

/// <summary>
/// The platform whose pages are opened. CONCORD_ADDRESS and CONCORD_SIGN_IN name a running one, however it is deployed; without them the single-process platform is started.
/// </summary>
public sealed class RunningPortal : IAsyncLifetime
{
    private static readonly TimeSpan s_shared = TimeSpan.FromMinutes(8); // well within a token's life
    private readonly ConcurrentDictionary<string, (DateTime Time, Lazy<Task<string>> Value)> _tokens = new();
    private const float Patience = 30_000; // in milliseconds; the usual five seconds are a timed assertion on a machine that does other things too
    private EmbeddedPlatform? _embedded;
    private PagesOf? _pages;
    private string _signIns = "";

    public string Address { get; private set; } = "";

    public IReadOnlyDictionary<string, string> Passwords { get; private set; } = new Dictionary<string, string>();

    /// <summary>The pages in Chromium; a test that needs them is skipped where it is not installed.</summary>
    public PagesOf Pages => _pages ?? throw new InvalidOperationException("Ask for Chromium first.");

    public static void NeedsChromium() => Assert.SkipWhen(PagesOf.Missing is not null, PagesOf.Missing ?? "");

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        if (Environment.GetEnvironmentVariable("CONCORD_ADDRESS") is { Length: > 0 } address)
        {
            (Address, _signIns) = (address, Environment.GetEnvironmentVariable("CONCORD_SIGN_IN") ?? throw new InvalidOperationException("Set CONCORD_SIGN_IN to the platform's demo-sign-in.txt."));
        }
        else
        {
            _embedded = await EmbeddedPlatform.StartAsync(new EmbeddedOptions(Directory.CreateTempSubdirectory("concord-portal-").FullName, Port: 0, Demonstration: true), QuickPasswords.Use);
            (Address, _signIns) = (_embedded.Address, _embedded.DemoSignInFile);
        }

        Passwords = SignIn.Read(_signIns);
        if (PagesOf.Missing is null)
        {
            _pages = await PagesOf.StartAsync(Address, _signIns);
        }
    }

    /// <summary>Opens a process that nobody else uses.</summary>
    /// <returns>Its title.</returns>
    public async Task<string> OpenProcessAsync() => (await NewProcessAsync()).Title;

    /// <summary>The same, with its resource name.</summary>
    /// <param name="classification">Strictly Confidential ones are opened, and kept, by <c>msu.chief</c>.</param>
    /// <param name="authority">Who acts for the appointing authority, by the first parts of their e-mail addresses; nobody there is, where none is named.</param>
    public async Task<(string Title, string Name)> NewProcessAsync(string classification = "UNCLASSIFIED", params string[] authority)
    {
        var title = $"Process {Guid.NewGuid():N}";
        var keeper = classification == "STRICTLY_CONFIDENTIAL" ? "msu.chief@un.example" : "msu.officer@un.example";
        using var client = await AsAsync(keeper);
        var opened = (await client.PostAsync("/api/v1/processes", new
        {
            title,
            situation = "A situation",
            countries = new[] { "SSD" },
            kind = "RESOLVING_MEDIATION",
            sourceOfAuthority = "REQUEST_OF_PARTIES",
            classification,
            appointingAuthority = new { organ = "Secretary-General", persons = authority.Length == 0 ? new[] { $"accounts/{Guid.NewGuid()}", $"accounts/{Guid.NewGuid()}" } : authority.Select(a => $"accounts/{WellKnown.Id("account", $"{a}@un.example")}").ToArray() },
        })).Is(HttpStatusCode.Created);
        return (title, opened.TextOf("name"));
    }

    /// <summary>A program that acts as the person. One sign-in for all tests: codes of an app do not suffice for each to have its own.</summary>
    public async Task<HttpClient> AsAsync(string email)
    {
        var token = _tokens.AddOrUpdate(email, NewToken, (key, held) => DateTime.UtcNow - held.Time < s_shared ? held : NewToken(key));
        return SignIn.Client(Address, await token.Value.Value);
    }

    /// <summary>Opens an account; a high right by two administrators.</summary>
    /// <returns>The e-mail, and the password that is replaced at the first sign-in.</returns>
    public async Task<(string Email, string Password)> NewPersonAsync(string role, string clearance)
    {
        using var administrator = await AsAsync("administrator@un.example");
        var email = $"{Guid.NewGuid():N}@un.example";
        var opened = (await administrator.PostAsync("/api/v1/accounts", new { email, displayName = "Somebody new", organization = WellKnown.Organization("UN"), roles = new[] { role }, clearance })).Is(HttpStatusCode.Created);
        if (opened.Find("approval") is not null)
        {
            using var second = await AsAsync(FirstAdministrator.Email);
            (await second.PostAsync($"/api/v1/{opened.TextOf("approval")}:approve", new { })).Is(HttpStatusCode.OK);
        }

        return (email, opened.TextOf("oneTimePassword"));
    }

    private (DateTime Time, Lazy<Task<string>> Value) NewToken(string email) => (DateTime.UtcNow, new(() => email == FirstAdministrator.Email
        ? FirstAdministrator.TokenAsync(Address, Path.GetDirectoryName(_signIns)!)
        : SignIn.TokenAsync(Address, Passwords, email)));

    public async ValueTask DisposeAsync()
    {
        if (_pages is not null)
        {
            await _pages.DisposeAsync();
        }

        if (_embedded is not null)
        {
            await _embedded.DisposeAsync();
        }
    }
}
