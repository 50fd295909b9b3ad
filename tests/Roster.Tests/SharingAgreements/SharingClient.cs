using System.Net;
using Concord.Contracts.Access;
using Concord.Support;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests.SharingAgreements;

/// <summary>Who shares with whom in these tests.</summary>
internal static class SharingClient
{
    public const string Third = "organizations/0197a000-0000-7000-8000-000000000003";
    public static readonly TestCaller SecondOfficer = TestCaller.Person(Union, Roles.RegionalOfficer);
    public static readonly TestCaller Reader = TestCaller.Person(Third, Roles.RegionalOfficer);

    public static object Terms(string[]? fields = null, object? scope = null, string[]? receivers = null, int days = 90) => new
    {
        receivers = receivers ?? [Third],
        purpose = "A joint pool for the region",
        scope,
        fields = fields ?? ["SKILLS"],
        untilDay = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(days).ToString("O"),
        exposedToReprisals = "Nobody by name",
    };

    /// <summary>Proposed and approved; answers its address.</summary>
    public static async Task<string> ApprovedAsync(this TestService service, object terms)
    {
        var path = (await service.As(Officer).PostAsync("/api/v1/sharingAgreements", terms)).Is(HttpStatusCode.Created).Location!.ToString();
        (await service.As(SecondOfficer).PostAsync($"{path}:approve", Nothing)).Is(HttpStatusCode.OK);
        return path;
    }

    /// <summary>The same, and agreed to.</summary>
    public static async Task<string> AgreedAsync(this TestService service, object terms)
    {
        var path = await service.ApprovedAsync(terms);
        (await service.As(Reader).PostAsync($"{path}:agree", Nothing)).Is(HttpStatusCode.OK);
        return path;
    }
}
