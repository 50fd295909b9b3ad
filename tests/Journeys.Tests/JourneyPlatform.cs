using System.Collections.Concurrent;
using Concord.Embedded;
using Concord.Journeys.Tests;
using Concord.Support;

[assembly: AssemblyFixture(typeof(JourneyPlatform))]

namespace Concord.Journeys.Tests;

/// <summary>
/// The platform that the journeys walk through, known only by its public address and the sign-in file it wrote.
/// CONCORD_ADDRESS and CONCORD_SIGN_IN name a running one, however it is deployed; without them the single-process platform is started.
/// </summary>
public sealed class JourneyPlatform : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, Task<string>> _tokens = new();
    private EmbeddedPlatform? _embedded;
    private IReadOnlyDictionary<string, string> _passwords = new Dictionary<string, string>();

    public string Address { get; private set; } = "";

    /// <summary>The file with the demonstration's sign-ins.</summary>
    public string SignInFile { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("CONCORD_ADDRESS") is { Length: > 0 } address)
        {
            Address = address;
            SignInFile = Environment.GetEnvironmentVariable("CONCORD_SIGN_IN") ?? throw new InvalidOperationException("Set CONCORD_SIGN_IN to the platform's demo-sign-in.txt.");
        }
        else
        {
            TestEnvironment.Set();
            _embedded = await EmbeddedPlatform.StartAsync(new EmbeddedOptions(Directory.CreateTempSubdirectory("concord-journeys-").FullName, Port: 0, Demonstration: true), QuickPasswords.Use);
            (Address, SignInFile) = (_embedded.Address, _embedded.DemoSignInFile);
        }

        _passwords = SignIn.Read(SignInFile);
    }

    /// <summary>A client signed in as a person of the demonstration, by the first part of the e-mail.</summary>
    public async Task<HttpClient> AsAsync(string person)
    {
        var email = _passwords.Keys.Single(e => e.StartsWith($"{person}@", StringComparison.Ordinal));
        return SignIn.Client(Address, await _tokens.GetOrAdd(email, e => SignIn.TokenAsync(Address, _passwords, e)));
    }

    public async ValueTask DisposeAsync()
    {
        if (_embedded is not null)
        {
            await _embedded.DisposeAsync();
        }
    }
}
