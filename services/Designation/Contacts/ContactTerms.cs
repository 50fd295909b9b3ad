using Concord.Contracts.Access;
using Concord.Platform.Audit;

namespace Concord.Designation.Contacts;

/// <summary>A party that was met.</summary>
/// <param name="Party">Resource name of the party, <c>processes/{uuid}/parties/{uuid}</c>; absent where it is not registered.</param>
/// <param name="Label">What it is called; 1 to 200 characters. Without a resource name it is told apart by this, whatever its case and blanks.</param>
/// <param name="Outcome">How it went for this party; unknown where absent.</param>
/// <param name="Fears">What it said it is afraid of (R61); at most 4000 characters.</param>
/// <param name="Reply">What was replied to that (R61); at most 4000 characters.</param>
internal sealed record ContactParty(string? Party, string? Label, ContactOutcome? Outcome, string? Fears, string? Reply);

/// <summary>A third party that met them: a registered organization, or an actor named in words.</summary>
/// <param name="Organization">Resource name; absent for an actor who is not registered.</param>
/// <param name="Label">What the actor is called; 1 to 200 characters; required where it is not an organization.</param>
internal sealed record ThirdParty(string? Organization, string? Label);

/// <summary>When it was, as far as it is known: a year, a month, a day or an instant, or from one to another (R141).</summary>
/// <param name="From">Absent where it is not known at all.</param>
/// <param name="Until">Where it went on, or is known only to have been between the two.</param>
internal sealed record ContactTime(string? From, string? Until);

/// <summary>Where it was.</summary>
/// <param name="Kind">Unknown where absent.</param>
/// <param name="Place">1 to 200 characters; for a place only.</param>
/// <param name="Country">ISO 3166-1 alpha-3; for a place only.</param>
internal sealed record Venue(VenueKind? Kind, [property: Personal] string? Place, string? Country);

/// <summary>What a mediator asked a member of the team to do (R7).</summary>
/// <param name="Mediator">Who asked, in words; 1 to 200 characters.</param>
/// <param name="On">The day on which it was asked, no later than the contact.</param>
/// <param name="Purpose">What the talk was to be about; 1 to 300 characters.</param>
internal sealed record TalkRequest([property: Personal] string? Mediator, DateOnly? On, [property: Personal] string? Purpose);

/// <summary>By whom the contact was made (R61).</summary>
/// <param name="Kind">Staff, an envoy, a resident coordinator, an organization as such, or a member of a mediator's team.</param>
/// <param name="Organization">Resource name of the organization they act for; absent where that is not registered.</param>
/// <param name="Name">Who, in words; at most 200 characters.</param>
/// <param name="Request">What the mediator asked for: required of a member of the team, who talks with parties only then (R7), and of nobody else.</param>
internal sealed record MadeBy(ContactMaker? Kind, string? Organization, [property: Personal] string? Name, TalkRequest? Request = null);

/// <summary>One contact, as it is recorded.</summary>
/// <param name="Parties">1 to 10.</param>
/// <param name="ThirdParties">1 to 20.</param>
/// <param name="When">Not known where absent.</param>
/// <param name="Where">Not known where absent.</param>
/// <param name="Kind">What it was for.</param>
/// <param name="MadeBy">By whom it was made; absent where that is not known.</param>
/// <param name="Level">At which level the parties took part.</param>
/// <param name="Topics">Items of the agenda; at most 20 of 1 to 200 characters. The same words are the same item, whatever their case.</param>
/// <param name="CoordinatedWithLead">Whoever led knew of it and agreed. In the look for parallel tracks that counts where mediation support says so, or who led or supported then.</param>
/// <param name="Source">From whom or what it is known; at most 1000 characters.</param>
/// <param name="Reliability">How far that can be relied on.</param>
/// <param name="Exposure">Whether somebody may suffer for it that this is on record (R156). Until it was asked, no other organization that took part is shown it.</param>
/// <param name="Exposed">Who, and what is done about it; required where somebody may; at most 2000 characters.</param>
/// <param name="Classification">Confidential or stricter, and never looser than the process; the stricter of the two where absent.</param>
internal sealed record ContactTerms(
    IReadOnlyList<ContactParty>? Parties, IReadOnlyList<ThirdParty>? ThirdParties, ContactTime? When, Venue? Where, MeetingKind? Kind, MadeBy? MadeBy, ContactLevel? Level,
    IReadOnlyList<string>? Topics, bool? CoordinatedWithLead, string? Source, Reliability? Reliability, Exposure? Exposure, string? Exposed, Classification? Classification);
