using System.Net;
using Concord.Contracts.Access;
using Concord.Support;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests.Acceptance;

/// <summary>What these tests do with the words of parties again and again.</summary>
internal static class AcceptanceClient
{
    public static readonly TestCaller Authority = TestCaller.Person(Some.Owner, Roles.AppointingAuthority);

    /// <summary>Of the organization that leads.</summary>
    public static readonly TestCaller Mediator = TestCaller.Person(Union, Roles.LeadMediator);

    /// <summary>Of another one, who would like to.</summary>
    public static readonly TestCaller Rival = TestCaller.Person("organizations/0197a000-0000-7000-8000-000000000003", Roles.LeadMediator);

    public static object Said(string position = "ACCEPTS", string party = "The front", string on = "2026-02-14", string process = KnownProcesses.Led, string source = "Said to the envoy.") =>
        new { process, party, position, on, source };

    /// <summary>Records one; answers its path.</summary>
    public static async Task<string> RecordAsync(this TestService service, string profile, object? said = null, TestCaller? by = null) =>
        (await service.As(by ?? Desk).PostAsync($"{profile}/acceptances", said ?? Said())).Is(HttpStatusCode.Created).Location!.ToString();

    public static object Wish(string? wanted = null, string process = KnownProcesses.Led) => new { acceptability = new { process, wanted } };
}
