using System.Net;
using Concord.Contracts.Access;
using Concord.Platform.Alerts;
using Concord.Roster.Persistence;
using Concord.Roster.SavedSearches;
using Concord.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Concord.Roster.Tests.SavedSearches;

/// <summary>What is done again and again with saved searches; the two workers look when they are told to, so that nothing waits.</summary>
internal static class SavedSearchFixture
{
    public static readonly TestCaller Owner = TestCaller.Person(Some.Owner, Roles.MediationSupport);

    public static Task<TestService> StartAsync(string? directory = null, string most = "50") => RosterClient.StartAsync(b =>
    {
        b.Configuration["Roster:SavedSearches:LookSeconds"] = "3600";
        b.Configuration["Roster:SavedSearches:MostOfOne"] = most;
        b.Configuration["Alerts:Interval"] = "3600";
    }, directory);

    /// <summary>Answers its path.</summary>
    public static async Task<string> SaveAsync(this TestService service, object search, bool alert = true, TestCaller? owner = null) =>
        (await service.As(owner ?? Owner).PostAsync("/api/v1/savedSearches", new { displayName = "For March", search, alert })).Is(HttpStatusCode.Created).Location!.ToString();

    public static async Task LookAsync(this TestService service)
    {
        await service.Services.GetRequiredService<SavedSearchWatch>().LookAsync(CancellationToken.None);
        await service.Services.GetRequiredService<AlertWatch<SavedSearchId>>().LookAsync(null, CancellationToken.None);
    }

    /// <summary>Resource names of the people of whom the caller is told.</summary>
    public static async Task<string[]> ToldAsync(this TestService service, TestCaller? owner = null) =>
        [.. (await service.As(owner ?? Owner).ReadAsync("/api/v1/alerts/roster?open=true"))["items"].AsArray().Select(a => (string)a!["evidence"]![0]!).Order(StringComparer.Ordinal)];

    public static async Task<T> InStoreAsync<T>(this TestService service, Func<RosterDb, Task<T>> ask)
    {
        await using var scope = service.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<RosterDb>());
    }

    public static string NameOf(string path) => path.Replace("/api/v1/", "", StringComparison.Ordinal);
}
