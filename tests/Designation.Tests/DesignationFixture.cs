using System.Net;
using Concord.Contracts.Access;
using Concord.Designation.Persistence;
using Concord.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Designation.Tests;

/// <summary>The service on its real server, and the acts that many tests begin with.</summary>
public sealed class DesignationFixture : IAsyncLifetime
{
    internal Neighbours Neighbours { get; } = new();
    internal TestService Service { get; private set; } = null!;
    internal TestCaller Support { get; } = TestCaller.Person($"organizations/{Guid.NewGuid()}", Roles.MediationSupport) with { Clearance = Classification.StrictlyConfidential };
    internal TestCaller Proposer { get; } = TestCaller.Person($"organizations/{Guid.NewGuid()}", Roles.AppointingAuthority);
    internal TestCaller Approver { get; } = TestCaller.Person($"organizations/{Guid.NewGuid()}", Roles.AppointingAuthority);
    internal TestCaller Analyst { get; } = TestCaller.Person($"organizations/{Guid.NewGuid()}", Roles.Analyst);

    private readonly string _directory = Directory.CreateTempSubdirectory("concord-test-").FullName;

    public async ValueTask InitializeAsync() => Service = await ReplicaAsync();

    /// <summary>One more instance on the same store.</summary>
    internal Task<TestService> ReplicaAsync(Action<WebApplicationBuilder>? configure = null) => TestService.StartAsync<DesignationModule>(builder =>
    {
        Neighbours.Replace(builder);
        configure?.Invoke(builder);
    }, _directory);

    public async ValueTask DisposeAsync() => await Service.DisposeAsync();

    internal HttpClient As(TestCaller? caller) => Service.As(caller);

    internal TestCaller Officer(string displayName, string kind = "REGIONAL_ORGANIZATION", Classification clearance = Classification.Confidential) =>
        TestCaller.Person(Neighbours.Organization(displayName, kind), Roles.RegionalOfficer) with { Clearance = clearance };

    internal object Fields(string classification = "CONFIDENTIAL", string country = "SSD", string title = "A process") => new
    {
        title,
        situation = "A situation",
        countries = new[] { country },
        kind = "RESOLVING_MEDIATION",
        sourceOfAuthority = "REQUEST_OF_PARTIES",
        classification,
        appointingAuthority = new { organ = "Secretary-General", persons = new[] { Proposer.Subject, Approver.Subject } },
    };

    /// <returns>Path of the process.</returns>
    internal async Task<string> ProcessAsync(string classification = "CONFIDENTIAL", params string[] way)
    {
        var path = (await As(Support).PostAsync("/api/v1/processes", Fields(classification))).Is(HttpStatusCode.Created).Location!.ToString();
        foreach (var state in way)
        {
            await AdvanceAsync(path, state);
        }

        return path;
    }

    internal async Task AdvanceAsync(string process, string to) =>
        (await As(Support).PostAsync($"{process}:advance", new { to, reason = "next" })).Is(HttpStatusCode.OK);

    internal static object Claim() => new { mandate = "A mandate", advantages = "near", disadvantages = "an interest" };

    internal static object Terms(string organization, params string[] mediators) => new
    {
        organizations = new[] { organization },
        model = "LEAD_WITH_SUPPORT",
        mediators = mediators.Select(m => new { profile = m }),
        candidates = new[] { new { organization, advantages = "near", disadvantages = "small" }, new { organization = $"organizations/{Guid.NewGuid()}", advantages = "large", disadvantages = "far" } },
        reason = "best placed",
    };

    /// <summary>Issues a Council summary as somebody reads it now.</summary>
    internal async Task<ApiAnswer> IssueAsync(TestCaller caller, string summary) => await As(caller).PostAsync($"{summary}:issue", body: null, ifMatch: (await As(caller).ReadAsync(summary)).ETag);

    /// <returns>Path of the proposal.</returns>
    internal async Task<string> ProposeAsync(string process, long leadEpoch, string organization, params string[] mediators) =>
        (await As(Proposer).PostAsync($"{process}/lead:designate", new { leadEpoch, lead = Terms(organization, mediators) })).Is(HttpStatusCode.Created).Location!.ToString();

    internal async Task<string> ProposeHandOverAsync(string process, long leadEpoch, string organization) =>
        (await As(Proposer).PostAsync($"{process}/lead:handOver", new
        {
            leadEpoch,
            lead = Terms(organization),
            handOver = new { partiesInformed = "by letter", dossierTransfer = "all files" },
        })).Is(HttpStatusCode.Created).Location!.ToString();

    internal async Task DesignateAsync(string process, long leadEpoch, string organization, params string[] mediators) =>
        (await As(Approver).PostAsync($"{await ProposeAsync(process, leadEpoch, organization, mediators)}:approve", body: null)).Is(HttpStatusCode.OK);

    internal Task<ApiAnswer> LeadAsync(string process, string query = "") => As(Analyst).ReadAsync($"{process}/lead{query}");

    /// <summary>The database, past the API.</summary>
    internal async Task<T> InStoreAsync<T>(Func<DesignationDb, Task<T>> act)
    {
        await using var scope = Service.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<DesignationDb>());
    }
}
