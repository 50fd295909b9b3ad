using Concord.Contracts.Access;
using Concord.Designation.Contacts;
using Concord.Platform.Security;
using Concord.Support;

namespace Concord.Designation.Tests.Contacts;

/// <summary>Contacts as tests record them.</summary>
internal static class GivenContact
{
    public static readonly Caller Keeper = Given.Person() with { Roles = new HashSet<string> { Roles.RegionalOfficer } };

    public static ContactTerms Terms(string party = "The front", string thirdParty = "Envoys of a State", string? from = "2024-03-05") => new(
        [new ContactParty(null, party, null, null, null)], [new ThirdParty(null, thirdParty)], from is null ? null : new ContactTime(from, null), null, MeetingKind.DirectMediation, null, null, null, null, null,
        null, null, null, null);

    /// <summary>The body of a request.</summary>
    public static object Body(
        string party = "The front", string? organization = null, string? label = null, string from = "2024-03-05", string kind = "DIRECT_MEDIATION", string? outcome = null, string? exposure = null,
        string? classification = null, string[]? topics = null, string? level = null, bool coordinated = false) => new
        {
            parties = new[] { new { label = party, outcome, fears = "That talks give the others standing.", reply = "That mediation is a service and no recognition." } },
            thirdParties = new[] { new { organization, label } },
            when = new { from },
            where = new { kind = "VIRTUAL" },
            kind,
            level,
            topics = topics ?? [],
            coordinatedWithLead = coordinated,
            source = "The head of the office",
            reliability = "CONFIRMED",
            exposure,
            classification,
        };

    public static TestCaller Mediator(string organization, Classification clearance = Classification.Confidential) => TestCaller.Person(organization, Roles.LeadMediator) with { Clearance = clearance };
}
