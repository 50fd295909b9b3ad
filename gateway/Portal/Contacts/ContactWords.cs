using Concord.Contracts.Access;
using Concord.Platform.Texts;
using Concord.Portal.Api;
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

    /// <summary>The organization that recorded a contact corrects and withdraws it, or mediation support.</summary>
    public static bool Mends(this Me me, Contact contact) => contact.State == "RECORDED" && me.KeepsContacts() && (me.Organization == contact.Organization || me.SetsThresholds());

    public static bool DecidesTracks(this Me me) => me.SetsThresholds() || me.Roles.Contains(Roles.LeadMediator);

    public static bool SetsThresholds(this Me me) => me.Roles.Contains(Roles.MediationSupport);

    public static void RequireKeepsContacts(this Me me)
    {
        if (!me.KeepsContacts())
        {
            throw new ProblemException(Problem.Forbidden);
        }
    }
}

internal static class ContactSpeech
{
    /// <summary>A contact in a line: when it was, and between whom.</summary>
    public static string OneOf(this Speech say, Contact contact) =>
        string.Join(say["list.separator"], [say.When(contact.When), .. contact.ThirdParties.Select(say.Called), .. contact.Parties.Select(p => p.Label)]);

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
