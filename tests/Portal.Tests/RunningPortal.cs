using System.Net;
using Concord.Embedded;
using Concord.Pages;
using Concord.Portal.Tests;
using Concord.Support;

[assembly: AssemblyFixture(typeof(RunningPortal))]

namespace Concord.Portal.Tests;

/// <summary>
/// The platform whose pages are opened. CONCORD_ADDRESS and CONCORD_SIGN_IN name a running one, however it is deployed; without them the single-process platform is started.
/// </summary>
public sealed class RunningPortal : IAsyncLifetime
{
    private EmbeddedPlatform? _embedded;
    private PagesOf? _pages;

    public string Address { get; private set; } = "";

    public IReadOnlyDictionary<string, string> Passwords { get; private set; } = new Dictionary<string, string>();

    /// <summary>The pages in Chromium; a test that needs them is skipped where it is not installed.</summary>
    public PagesOf Pages => _pages ?? throw new InvalidOperationException("Ask for Chromium first.");

    public static void NeedsChromium() => Assert.SkipWhen(PagesOf.Missing is not null, PagesOf.Missing ?? "");

    public async ValueTask InitializeAsync()
    {
        string signIns;
        if (Environment.GetEnvironmentVariable("CONCORD_ADDRESS") is { Length: > 0 } address)
        {
            (Address, signIns) = (address, Environment.GetEnvironmentVariable("CONCORD_SIGN_IN") ?? throw new InvalidOperationException("Set CONCORD_SIGN_IN to the platform's demo-sign-in.txt."));
        }
        else
        {
            _embedded = await EmbeddedPlatform.StartAsync(new EmbeddedOptions(Directory.CreateTempSubdirectory("concord-portal-").FullName, Port: 0, Demonstration: true));
            (Address, signIns) = (_embedded.Address, _embedded.DemoSignInFile);
        }

        Passwords = SignIn.Read(signIns);
        if (PagesOf.Missing is null)
        {
            _pages = await PagesOf.StartAsync(Address, signIns);
        }
    }

    /// <summary>Opens a process that nobody else uses.</summary>
    /// <returns>Its title.</returns>
    public async Task<string> OpenProcessAsync() => (await NewProcessAsync()).Title;

    /// <summary>The same, with its resource name.</summary>
    /// <param name="classification">Strictly Confidential ones are opened, and kept, by <c>msu.chief</c>.</param>
    public async Task<(string Title, string Name)> NewProcessAsync(string classification = "UNCLASSIFIED")
    {
        var title = $"Process {Guid.NewGuid():N}";
        var keeper = classification == "STRICTLY_CONFIDENTIAL" ? "msu.chief@un.example" : "msu.officer@un.example";
        using var client = SignIn.Client(Address, await SignIn.TokenAsync(Address, keeper, Passwords[keeper]));
        var opened = (await client.PostAsync("/api/v1/processes", new
        {
            title,
            situation = "A situation",
            countries = new[] { "SSD" },
            kind = "RESOLVING_MEDIATION",
            sourceOfAuthority = "REQUEST_OF_PARTIES",
            classification,
            appointingAuthority = new { organ = "Secretary-General", persons = new[] { $"accounts/{Guid.NewGuid()}", $"accounts/{Guid.NewGuid()}" } },
        })).Is(HttpStatusCode.Created);
        return (title, opened.TextOf("name"));
    }

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
