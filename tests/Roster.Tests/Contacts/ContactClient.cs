using System.Net;
using Concord.Support;
using static Concord.Roster.Tests.RosterClient;

namespace Concord.Roster.Tests.Contacts;

/// <summary>What these tests do with contacts again and again.</summary>
internal static class ContactClient
{
    public const string InAnEmergency = "?purpose=EMERGENCY&purposeNote=The%20hotel%20was%20attacked";

    public static object Contacts(string email = "ama@mediator.example", string phone = "+254 700 000 001", string? note = null) => new { emails = new[] { email }, phones = new[] { phone }, note };

    /// <summary>Keeps the contacts, with the profile's tag.</summary>
    public static async Task<ApiAnswer> KeepAsync(this TestService service, TestCaller caller, string profile, object contacts)
    {
        var tag = (await service.As(Cleared).ReadAsync(profile)).Is(HttpStatusCode.OK).ETag;
        return await service.As(caller).SendAsync(HttpMethod.Put, $"{profile}/contact", contacts, ifMatch: tag);
    }

    public static Task<ApiAnswer> ContactAsync(this TestService service, TestCaller caller, string profile, string purpose = InAnEmergency) => service.As(caller).ReadAsync($"{profile}/contact{purpose}");
}
