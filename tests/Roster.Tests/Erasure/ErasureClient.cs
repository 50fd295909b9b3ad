using System.Net;
using Concord.Support;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests.Erasure;

internal static class ErasureClient
{
    public static readonly TestCaller Second = SecondDesk with { Clearance = Contracts.Access.Classification.StrictlyConfidential };

    public static object Why(string reason = "She asked for it.", string basis = "REQUEST_OF_THE_PERSON") => new { reason, basis };

    /// <summary>Proposes; answers the path of the proposal.</summary>
    public static async Task<string> ProposeAsync(this TestService service, string profile, object? why = null) =>
        $"/api/v1/{(await service.As(Cleared).PostAsync($"{profile}:erase", why ?? Why())).Is(HttpStatusCode.Accepted).TextOf("name")}";

    public static async Task<ApiAnswer> EraseAsync(this TestService service, string profile, object? why = null) =>
        (await service.As(Second).PostAsync($"{await service.ProposeAsync(profile, why)}:approve", Nothing)).Is(HttpStatusCode.OK);
}
