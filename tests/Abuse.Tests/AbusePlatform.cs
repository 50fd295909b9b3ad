using Concord.Abuse.Tests;
using Concord.Abuse.Tests.People;
using Concord.Embedded;
using Concord.Support;

[assembly: AssemblyFixture(typeof(AbusePlatform))]

namespace Concord.Abuse.Tests;

/// <summary>
/// The platform under attack, known only by its public addresses and the sign-in files it wrote. CONCORD_ADDRESS, CONCORD_GRPC and CONCORD_SIGN_IN name a running one, however
/// it is deployed; without them the single-process platform is started. CONCORD_KEYS names its key directory, for tokens that are wrong in one claim and signed with the right key.
/// </summary>
public sealed class AbusePlatform : IAsyncLifetime
{
    private EmbeddedPlatform? _embedded;

    public string Address { get; private set; } = "";

    /// <summary>For gRPC: unencrypted HTTP/2; null where it is not known.</summary>
    public string? GrpcAddress { get; private set; }

    /// <summary>Null where it is not known.</summary>
    public string? KeyDirectory { get; private set; }

    internal Crowd Crowd { get; private set; } = null!;

    internal World World { get; private set; } = null!;

    internal Report Report { get; } = new();

    public async ValueTask InitializeAsync()
    {
        string signIn;
        if (Environment.GetEnvironmentVariable("CONCORD_ADDRESS") is { Length: > 0 } address)
        {
            (Address, GrpcAddress, KeyDirectory) = (address, Given("CONCORD_GRPC"), Given("CONCORD_KEYS"));
            signIn = Given("CONCORD_SIGN_IN") ?? throw new InvalidOperationException("Set CONCORD_SIGN_IN to the platform's demo-sign-in.txt.");
        }
        else
        {
            TestEnvironment.Set();
            var data = Directory.CreateTempSubdirectory("concord-abuse-").FullName;
            _embedded = await EmbeddedPlatform.StartAsync(new EmbeddedOptions(data, Port: 0, Demonstration: true), QuickPasswords.Use);
            (Address, GrpcAddress, KeyDirectory, signIn) = (_embedded.Address, _embedded.GrpcAddress, Path.Combine(data, "keys"), _embedded.DemoSignInFile);
        }

        Crowd = new Crowd(Address, signIn);
        World = new World(Crowd);
        await World.BeginAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Report.Write();
        if (_embedded is not null)
        {
            await _embedded.DisposeAsync();
        }
    }

    private static string? Given(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
