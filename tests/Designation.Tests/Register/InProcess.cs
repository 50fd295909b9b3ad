using Concord.Support;
using Concord.Support.LeadHistories;

namespace Concord.Designation.Tests.Register;

/// <summary>Replicas of the service in this process, on one store.</summary>
internal sealed class InProcess : ILeadPlatform, IAsyncDisposable
{
    private readonly DesignationFixture _fixture;
    private readonly IReadOnlyList<TestService> _replicas;
    private readonly TestCaller[] _officers;
    private int _next;

    private InProcess(DesignationFixture fixture, IReadOnlyList<TestService> replicas)
    {
        (_fixture, _replicas) = (fixture, replicas);
        _officers = [.. Enumerable.Range(0, 6).Select(i => fixture.Officer($"Claimant {i}"))];
    }

    public IReadOnlyList<string> Organizations => [.. _officers.Select(o => o.Organization!)];

    /// <param name="fixture">Its store; its own instance takes no part.</param>
    /// <param name="replicas">How many.</param>
    /// <param name="fault">Taken away from each of them; null leaves it as it is.</param>
    public static async Task<InProcess> StartAsync(DesignationFixture fixture, int replicas, SeededFault? fault = null) =>
        new(fixture, await Task.WhenAll(Enumerable.Range(0, replicas).Select(_ => fixture.ReplicaAsync(fault is null ? null : fault.Seed))));

    public Task<string> OpenProcessAsync() => _fixture.ProcessAsync("CONFIDENTIAL", "EARLY_ENGAGEMENT", "PRE_NEGOTIATION");

    public HttpClient Reader() => Next(_fixture.Analyst);

    public HttpClient Proposer() => Next(_fixture.Proposer);

    public HttpClient Approver() => Next(_fixture.Approver);

    public HttpClient Officer(int organization) => Next(_officers[organization]);

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in _replicas)
        {
            await replica.DisposeAsync();
        }
    }

    private HttpClient Next(TestCaller caller) => _replicas[(int)((uint)Interlocked.Increment(ref _next) % _replicas.Count)].As(caller);
}
