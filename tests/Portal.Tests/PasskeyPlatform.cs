using Concord.Embedded;
using Concord.Pages;
using Concord.Support;
using Concord.Support.Servers;

namespace Concord.Portal.Tests;

/// <summary>A platform of its own, at a name: at an address in numbers browsers know no passkeys. Each test acts as somebody else there.</summary>
public sealed class PasskeyPlatform : IAsyncLifetime
{
    private EmbeddedPlatform? _embedded;
    private PagesOf? _pages;

    public string Address { get; } = $"http://localhost:{Ports.Next()}/";

    public IReadOnlyDictionary<string, string> Passwords { get; private set; } = new Dictionary<string, string>();

    public PagesOf Pages => _pages ?? throw new InvalidOperationException("Ask for Chromium first.");

    public async ValueTask InitializeAsync()
    {
        if (PagesOf.Missing is not null)
        {
            return;
        }

        var options = new EmbeddedOptions(Directory.CreateTempSubdirectory("concord-passkeys-").FullName, new Uri(Address).Port, Demonstration: true);
        _embedded = await EmbeddedPlatform.StartAsync(options, builder =>
        {
            QuickPasswords.Use(builder);
            builder.Configuration["Identity:Issuer"] = Address;
        });
        Passwords = SignIn.Read(_embedded.DemoSignInFile);
        _pages = await PagesOf.StartAsync(Address, _embedded.DemoSignInFile);
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
