using Concord.Contracts.Access;
using Concord.Platform.FourEyes;
using Concord.Platform.Http;
using Concord.Roster.Contacts;

namespace Concord.Roster.Insiders;

/// <summary>Closes the record of an insider.</summary>
/// <param name="Reason">1 to 1,000 characters.</param>
internal sealed record CloseInsider(string? Reason);

/// <summary>That there is a record, without who it is: that is read one by one.</summary>
/// <param name="Name">Resource name.</param>
/// <param name="Kind">By what the person has the trust of people.</param>
/// <param name="Country">ISO 3166-1 alpha-3.</param>
/// <param name="Organization">Resource name of the organization that introduced the person.</param>
/// <param name="Classification">Who may see the record at all.</param>
/// <param name="State">Whether it is open.</param>
/// <param name="ConsentUntil">Last day of the person's consent.</param>
/// <param name="ContactKinds">The ways to reach the person that are kept; what they are is read for a purpose.</param>
/// <param name="CreateTime">When it was recorded, UTC.</param>
/// <param name="UpdateTime">When it last changed, UTC.</param>
/// <param name="Etag">For If-Match.</param>
internal sealed record InsiderEntry(
    string Name, InsiderKind Kind, string Country, string Organization, Classification Classification, InsiderState State, DateOnly ConsentUntil, IReadOnlyList<ContactKind> ContactKinds,
    DateTime CreateTime, DateTime UpdateTime, string Etag)
{
    public static InsiderEntry Of(Insider i) => new(i.Id.ToString(), i.Kind, i.Country, i.Organization, i.Classification, i.State, i.ConsentUntil, i.ContactKinds, i.CreateTime, i.UpdateTime, ETag.Of(i));
}

/// <summary>An insider-reconciler (R17). There is no contact data in it.</summary>
/// <param name="Name">Resource name.</param>
/// <param name="Kind">By what the person has the trust of people.</param>
/// <param name="Country">ISO 3166-1 alpha-3.</param>
/// <param name="Person">Who it is; absent where the consent was withdrawn, and once its last day is past for all but the organization that introduced the person.</param>
/// <param name="Organization">Resource name of the organization that introduced the person.</param>
/// <param name="IntroducedBy">Its officer, or whoever of mediation support did it.</param>
/// <param name="Classification">Who may see the record at all.</param>
/// <param name="State">Whether it is open.</param>
/// <param name="CloseReason">Why the consent was withdrawn or the record retired.</param>
/// <param name="ConsentUntil">Last day of the person's consent.</param>
/// <param name="ContactKinds">The ways to reach the person that are kept; what they are is read for a purpose.</param>
/// <param name="CreateTime">When it was recorded, UTC.</param>
/// <param name="UpdateTime">When it last changed, UTC.</param>
/// <param name="Etag">For If-Match.</param>
internal sealed record InsiderAnswer(
    string Name, InsiderKind Kind, string Country, InsiderPerson? Person, string Organization, ActPerson IntroducedBy, Classification Classification, InsiderState State, string? CloseReason,
    DateOnly ConsentUntil, IReadOnlyList<ContactKind> ContactKinds, DateTime CreateTime, DateTime UpdateTime, string Etag)
{
    public static InsiderAnswer Of(Insider i, InsiderPerson? person, string? closeReason) => new(
        i.Id.ToString(), i.Kind, i.Country, person, i.Organization, i.IntroducedBy.ToPerson(), i.Classification, i.State, closeReason, i.ConsentUntil, i.ContactKinds,
        i.CreateTime, i.UpdateTime, ETag.Of(i));
}
