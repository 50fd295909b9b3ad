using Concord.Contracts.Access;
using Concord.Platform.Texts;
using Concord.Portal.Components;
using Concord.Portal.Frame;
using Concord.Portal.Texts;

namespace Concord.Portal.Contacts;

internal static class ContactTones
{
    public static Tone OfFinding(Finding finding) => finding.State switch
    {
        "OPEN" => finding.Evidence.Severity == "HIGH" ? Tone.Bad : Tone.Warn,
        "ACKNOWLEDGED" => Tone.Wait,
        "RESOLVED" => Tone.Good,
        _ => Tone.Idle,
    };
}

/// <summary>What a way is worth showing for; the service decides.</summary>
internal static class ContactRights
{
    private static readonly string[] s_seeTracks = [Roles.MediationSupport, Roles.LeadMediator, Roles.AppointingAuthority];
    private static readonly string[] s_keep = [Roles.MediationSupport, Roles.LeadMediator, Roles.RegionalOfficer];

    public static bool SeesTracks(this Me me) => me.Roles.Any(s_seeTracks.Contains);

    public static bool SeesContacts(this Me me) => me.SeesTracks() || me.IsRegionalOfficer;

    public static bool KeepsContacts(this Me me) => me.Roles.Any(s_keep.Contains);
}

internal static class ContactSpeech
{
    public static string Called(this Speech say, MetBy third) => third.Organization is { } organization ? say.Organization(organization, third.Called) : third.Called;

    /// <summary>As far as it is known; the form in which it was recorded is the same in every language.</summary>
    public static string When(this Speech say, MetTime? when) => when switch
    {
        null => say["contactLog.unknown"],
        { From: { } from, Until: { } until } => $"{from} – {until}",
        { From: { } from } => from,
        _ => $"… – {when.Until}",
    };

    /// <summary>What can be said of it in the reader's language; the name of a place is not.</summary>
    public static string Where(this Speech say, Venue where) => where switch
    {
        { Kind: "PLACE", Country: { } country } => say.Area(country),
        { Kind: "PLACE" } => "",
        _ => say.Word("contactVenue", where.Kind),
    };
}
