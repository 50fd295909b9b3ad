using Concord.Distributed.Tests;
using Concord.Support;
using Concord.Support.Telemetry;

[assembly: AssemblyFixture(typeof(RunningPlatform))]
// One platform, and each test does something to it.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Concord.Distributed.Tests;

/// <summary>Two replicas of each service, three of the one that keeps the lead register, on PostgreSQL and RabbitMQ, started once.</summary>
public sealed class RunningPlatform : IAsyncLifetime
{
    private static readonly TimeSpan s_left = TimeSpan.FromMinutes(5);
    private readonly Dictionary<string, string> _tokens = [];
    private DistributedPlatform? _platform;

    /// <summary>Gets what every process tells of itself.</summary>
    internal OtlpReceiver Collector { get; } = OtlpReceiver.Start();

    /// <summary>Secrets that are in the platform from the beginning.</summary>
    internal Planted Planted { get; private set; } = null!;

    /// <summary>Skips the test where this machine lacks what it needs.</summary>
    internal DistributedPlatform Platform
    {
        get
        {
            Assert.SkipWhen(DistributedPlatform.Missing is not null, DistributedPlatform.Missing ?? "");
            return _platform!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (DistributedPlatform.Missing is null)
        {
            _platform = await DistributedPlatform.StartAsync(more: new Dictionary<string, string>(Collector.Settings)
            {
                ["OTEL_METRIC_EXPORT_INTERVAL"] = "5000", // twelve processes for minutes: more often, they would tell of themselves and do little else
                ["OTEL_BSP_SCHEDULE_DELAY"] = "500",
                ["OTEL_BLRP_SCHEDULE_DELAY"] = "500",
            }, others: new Dictionary<string, int> { ["Designation"] = 3 });
            Planted = await Planted.InAsync(this);
        }
    }

    /// <summary>A client signed in as a person of the demonstration, by the first part of the e-mail.</summary>
    internal async Task<HttpClient> AsAsync(string person)
    {
        if (!_tokens.TryGetValue(person, out var token) || !SignIn.IsGoodFor(token, s_left)) // on a slow machine the tests take longer than a token lasts
        {
            var passwords = SignIn.Read(Platform.SignInFile);
            var email = passwords.Keys.Single(e => e.StartsWith($"{person}@", StringComparison.Ordinal));
            _tokens[person] = token = await SignIn.TokenAsync(Platform.Address, passwords, email);
        }

        return SignIn.Client(Platform.Address, token);
    }

    public async ValueTask DisposeAsync()
    {
        if (_platform is not null)
        {
            await _platform.DisposeAsync();
        }

        await Collector.DisposeAsync();
    }
}
