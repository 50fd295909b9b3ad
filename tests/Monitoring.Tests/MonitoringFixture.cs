using Concord.Contracts.Access;
using Concord.Designation.V1;
using Concord.Support;

namespace Concord.Monitoring.Tests;

/// <summary>The service with a known process, and callers of each kind; each test makes its own agreement.</summary>
public sealed class MonitoringFixture : IAsyncLifetime
{
    public const string Process = "processes/0197a000-0000-7000-8000-000000000001";
    private const string Un = "organizations/0197a000-0000-7000-8000-000000000010";
    private readonly StandInDesignation _designation = new();

    public TestService Service { get; private set; } = null!;

    public static TestCaller Head { get; } = TestCaller.Person(Un, Roles.HeadOfMission);
    public static TestCaller Verifier { get; } = TestCaller.Person(Un, Roles.Monitor);
    public static TestCaller Analyst { get; } = TestCaller.Person(Un, Roles.Analyst);
    public static TestCaller Minister { get; } = TestCaller.Person(Records.GovernmentOrganization, Roles.Partner);
    public static TestCaller Outsider { get; } = Analyst with { Clearance = Classification.Unclassified };

    public async ValueTask InitializeAsync()
    {
        Open(Process, "CONFIDENTIAL");
        Service = await TestService.StartAsync<MonitoringModule>(_designation.Configure);
    }

    public async ValueTask DisposeAsync() => await Service.DisposeAsync();

    public HttpClient As(TestCaller? caller) => Service.As(caller);

    /// <summary>An unclassified process of one test's own; answers its name.</summary>
    public string OpenProcess() => Open($"processes/{Guid.NewGuid()}", "UNCLASSIFIED");

    private string Open(string process, string classification)
    {
        _designation.Processes[process] = new GetProcessResponse
        {
            Name = process,
            Title = "Talks",
            State = "IMPLEMENTATION",
            Classification = classification,
            Lead = new Lead { Organizations = { "organizations/0197a000-0000-7000-8000-000000000020" }, DisplayName = "Lake Forum", Epoch = 1 },
        };
        return process;
    }

    public static object Agreement(string process = Process, string classification = "CONFIDENTIAL") => new
    {
        title = "Agreement of the Lake",
        shortTitle = "Lake",
        signedOn = "2020-01-01",
        process,
        classification,
        parties = new object[]
        {
            new { key = "government", name = "Government", kind = "GOVERNMENT", organization = Records.GovernmentOrganization }, new { key = "front", name = "Front", kind = "ARMED_MOVEMENT" },
        },
        chapters = new[] { new { number = 1, title = "Ceasefire" } },
        anchors = new[] { new { key = "transition", title = "Transition", plannedOn = "2020-01-31" } },
    };

    public static object Provision(string clause) => new { clause, chapter = 1, title = $"Provision {clause}", area = "CEASEFIRE", obligated = new[] { "government" }, priority = "HIGH" };

    /// <summary>A recorded agreement; answers its path under the API.</summary>
    public async Task<string> RecordAsync(string process = Process, string classification = "CONFIDENTIAL") =>
        (await As(Head).PostAsync("/api/v1/agreements", Agreement(process, classification))).Is(System.Net.HttpStatusCode.Created).Location!.ToString();

    public async Task<string> ProvisionAsync(string agreement, string clause) =>
        (await As(Head).PostAsync($"{agreement}/provisions", Provision(clause))).Is(System.Net.HttpStatusCode.Created).TextOf("name");

    public async Task<string> MilestoneAsync(string agreement, string provision, string key, params string[] after) =>
        (await As(Head).PostAsync($"{agreement}/milestones", new
        {
            key,
            title = $"Step {key}",
            provision,
            responsible = new[] { "government" },
            durationDays = 10,
            deadline = new { anchor = "transition", months = 1 },
            predecessors = after.Select(name => new { milestone = name }),
        })).Is(System.Net.HttpStatusCode.Created).TextOf("name");
}
