using System.Net;
using System.Text.Json.Nodes;
using Concord.Contracts.Access;
using Concord.Designation.Processes;
using Concord.Platform.Alerts;
using Concord.Platform.Persistence;
using Concord.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Designation.Tests.Alerts;

/// <summary>Short ways to what alerts are about.</summary>
internal static class AlertSituation
{
    public const string Path = "/api/v1/alerts/designation";

    public static ProcessId IdOf(string process) => ResourceName.TryParse<ProcessId>(NameOf(process), out var id) ? id : throw new FormatException(process);

    public static string NameOf(string path) => path["/api/v1/".Length..];

    /// <summary>What the worker does at each interval, now.</summary>
    public static Task LookAsync(this TestService service) => service.Services.GetRequiredService<AlertWatch<ProcessId>>().LookAsync(null, CancellationToken.None);

    public static async Task<string> ClaimAsync(this DesignationFixture fixture, string process, TestCaller officer) =>
        (await fixture.As(officer).PostAsync($"{process}/claims", DesignationFixture.Claim())).Is(HttpStatusCode.Created).Location!.ToString();

    public static async Task WithdrawAsync(this DesignationFixture fixture, string claim, TestCaller officer) =>
        (await fixture.As(officer).PostAsync($"{claim}:withdraw", new { reason = "Agreed otherwise" })).Is(HttpStatusCode.OK);

    /// <summary>Two organizations claim to lead, and it was looked at.</summary>
    /// <returns>The process, one of the claims, and who made that.</returns>
    public static async Task<(string Process, string Claim, TestCaller Officer)> RivalryAsync(this DesignationFixture fixture, string classification = "CONFIDENTIAL")
    {
        var process = await fixture.ProcessAsync(classification);
        var (first, second) = (fixture.Officer("First", clearance: Classification.StrictlyConfidential), fixture.Officer("Second", clearance: Classification.StrictlyConfidential));
        fixture.Service.Name(first, NameOf(process));
        fixture.Service.Name(second, NameOf(process));
        var claim = await fixture.ClaimAsync(process, first);
        await fixture.ClaimAsync(process, second);
        await fixture.Service.LookAsync();
        return (process, claim, first);
    }

    public static Task<IReadOnlyList<JsonObject>> AlertsAsync(this DesignationFixture fixture, string process, string query = "", TestCaller? caller = null) =>
        fixture.As(caller ?? fixture.Support).ReadAllAsync($"{Path}?subject={NameOf(process)}{query}");

    /// <summary>The one that is open.</summary>
    public static async Task<JsonObject> OpenAlertAsync(this DesignationFixture fixture, string process, string kind) =>
        Assert.Single(await fixture.AlertsAsync(process, $"&open=true&kind={kind}"));

    public static string PathOf(JsonObject alert) => $"/api/v1/{alert.Text("name")}";

    public static string Text(this JsonObject alert, string member) => alert[member]!.GetValue<string>();
}

/// <summary>A clock that goes ahead of the day by as much as a test says.</summary>
internal sealed class AheadTime : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
