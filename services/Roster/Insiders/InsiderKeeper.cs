using Concord.Contracts.Access;
using Concord.Platform.Sealing;
using Concord.Roster.Contacts;
using Concord.Roster.Persistence;

namespace Concord.Roster.Insiders;

/// <summary>Puts what tells who an insider is under seal and takes it out; the only place that does.</summary>
internal sealed class InsiderKeeper(Sealer sealer)
{
    public Task<Sealed> SealAsync(InsiderId id, CheckedInsider terms, CancellationToken cancellationToken) =>
        sealer.SealAsync(PlaceOf(id, nameof(Insider.Person), terms.Classification), terms.Person, cancellationToken);

    public Task<Sealed> SealContactsAsync(Insider insider, ContactData contacts, CancellationToken cancellationToken) =>
        sealer.SealAsync(PlaceOf(insider.Id, nameof(Insider.Contacts), insider.Classification), contacts, cancellationToken);

    public Task<Sealed> SealReasonAsync(Insider insider, string reason, CancellationToken cancellationToken) =>
        sealer.SealAsync(PlaceOf(insider.Id, nameof(Insider.CloseReason), insider.Classification), reason, cancellationToken);

    /// <returns>Null after an erasure.</returns>
    public async Task<InsiderPerson?> PersonAsync(Insider insider, CancellationToken cancellationToken) =>
        insider.Person is { } held ? await sealer.OpenAsync<InsiderPerson>(PlaceOf(insider.Id, nameof(Insider.Person), insider.Classification), held, cancellationToken) : null;

    /// <returns>Null where none are kept.</returns>
    public async Task<ContactData?> ContactsAsync(Insider insider, CancellationToken cancellationToken) =>
        insider.Contacts is { } held ? await sealer.OpenAsync<ContactData>(PlaceOf(insider.Id, nameof(Insider.Contacts), insider.Classification), held, cancellationToken) : null;

    /// <returns>Null while the record is open.</returns>
    public async Task<string?> ReasonAsync(Insider insider, CancellationToken cancellationToken) =>
        insider.CloseReason is { } held ? await sealer.OpenAsync<string>(PlaceOf(insider.Id, nameof(Insider.CloseReason), insider.Classification), held, cancellationToken) : null;

    /// <summary>What is sealed is bound to the classification: where that has changed, the contacts are sealed anew.</summary>
    public async Task FollowAsync(Insider insider, Classification before, CancellationToken cancellationToken)
    {
        if (insider.Classification != before && insider.Contacts is { } held)
        {
            var contacts = await sealer.OpenAsync<ContactData>(PlaceOf(insider.Id, nameof(Insider.Contacts), before), held, cancellationToken);
            insider.ResealContacts(await SealContactsAsync(insider, contacts, cancellationToken));
        }
    }

    private static SealedPlace PlaceOf(InsiderId id, string column, Classification label) => new(id.ToString(), nameof(RosterDb.Insiders), id.ToString(), column, label);
}
