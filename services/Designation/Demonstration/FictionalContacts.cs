using System.Globalization;
using Concord.Contracts.Reference;
using Concord.Designation.Contacts;
using Concord.Designation.Parties;
using Concord.Designation.Processes;
using Concord.Platform.Security;

namespace Concord.Designation.Demonstration;

/// <summary>Invented talks of the two organizations that offer to mediate, each with the same party and without the other: a parallel track (R48).</summary>
internal static class FictionalContacts
{
    public static IReadOnlyList<Contact> Of(Process process, Party fishers, Party herders, Caller keeper, DateTime now) =>
    [
        Met(process, "ECCAS", [Side(fishers, "Fictional: that nets are burnt again when the water falls.", "Fictional: that nobody is asked to leave the shore before there is an agreement.")], "Fishing grounds",
            Exposure.Somebody, "Fictional: a teacher who carried the first message. Her name is not in the record.", 24, keeper, now),
        Met(process, "ICGLR", [Side(fishers, null, null), Side(herders, "Fictional: that the way to the water is closed.", null)], "Ways to the water", Exposure.Nobody, null, 9, keeper, now.AddMicroseconds(1)),
    ];

    private static ContactParty Side(Party party, string? fears, string? reply) => new(party.Name, party.Fields.DisplayName, ContactOutcome.Favourable, fears, reply);

    private static Contact Met(
        Process process, string organization, IReadOnlyList<ContactParty> parties, string topic, Exposure exposure, string? exposed, int daysAgo, Caller keeper, DateTime now)
    {
        var on = DateOnly.FromDateTime(now).AddDays(-daysAgo).ToString("O", CultureInfo.InvariantCulture);
        var terms = new ContactTerms(
            parties, [new ThirdParty(WellKnown.Organization(organization), null)], new ContactTime(on, null), new Venue(VenueKind.Place, "A school by the lake (fictional)", null), MeetingKind.DirectMediation,
            new MadeBy(ContactMaker.Organization, WellKnown.Organization(organization), null), ContactLevel.Delegation, [topic], CoordinatedWithLead: false, "Fictional: told by the organization itself",
            Reliability.Confirmed, exposure, exposed, null);
        return Contact.Register(process, WellKnown.Organization("UN"), terms, keeper, now);
    }
}
