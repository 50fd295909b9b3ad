using Concord.Platform.Errors;
using Concord.Roster.Geography;

namespace Concord.Roster.Contacts;

/// <summary>Where letters reach the person.</summary>
/// <param name="Address">Street and number, or how to find the house; 1 to 500 characters.</param>
/// <param name="Place">Town, with its code where there is one; 1 to 200 characters.</param>
/// <param name="Country">ISO 3166-1 alpha-3.</param>
internal sealed record PostalPlace(string? Address, string? Place, string? Country);

/// <summary>An address of a messenger.</summary>
/// <param name="Service">Its name; 1 to 60 characters.</param>
/// <param name="Address">Number or name there; 1 to 200 characters.</param>
internal sealed record MessengerAddress(string? Service, string? Address);

/// <summary>Whom to tell when something happens to the person.</summary>
/// <param name="DisplayName">As that person is addressed; 1 to 200 characters.</param>
/// <param name="Relation">To the mediator; at most 100 characters.</param>
/// <param name="Phone">One of phone and e-mail is needed.</param>
/// <param name="Email">One of phone and e-mail is needed.</param>
internal sealed record EmergencyContact(string? DisplayName, string? Relation, string? Phone, string? Email);

/// <summary>How a person is reached. It is kept sealed, shown to few, each time for a stated purpose, and searched by nobody.</summary>
/// <param name="Emails">E-mail addresses, the preferred one first; at most 5.</param>
/// <param name="Phones">Phone numbers, the preferred one first; at most 5.</param>
/// <param name="Postal">Where letters arrive.</param>
/// <param name="Messengers">At most 5.</param>
/// <param name="Note">What to mind when reaching the person; at most 2,000 characters.</param>
/// <param name="Emergency">Whom to tell in an emergency.</param>
internal sealed record ContactData(
    IReadOnlyList<string>? Emails, IReadOnlyList<string>? Phones, PostalPlace? Postal, IReadOnlyList<MessengerAddress>? Messengers, string? Note, EmergencyContact? Emergency)
{
    private const int Most = 5;

    // A method: a property would be a field that a caller may send and nobody reads.
    public IReadOnlyList<ContactKind> Kinds()
    {
        (ContactKind Kind, bool IsThere)[] kinds =
        [
            (ContactKind.Email, Emails is { Count: > 0 }), (ContactKind.Phone, Phones is { Count: > 0 }), (ContactKind.Postal, Postal is not null),
            (ContactKind.Messenger, Messengers is { Count: > 0 }), (ContactKind.Note, Note is not null), (ContactKind.Emergency, Emergency is not null),
        ];
        return [.. kinds.Where(k => k.IsThere).Select(k => k.Kind)];
    }

    /// <summary>As it is kept: trimmed, with everything in its form.</summary>
    public ContactData Checked(Atlas atlas)
    {
        var check = new Violations();
        check.Check(Emails is not { Count: > Most }, "emails", $"At most {Most}.");
        check.Check(Phones is not { Count: > Most }, "phones", $"At most {Most}.");
        check.Check(Messengers is not { Count: > Most }, "messengers", $"At most {Most}.");
        check.ThrowIfAny();
        var kept = new ContactData(
            [.. (Emails ?? []).Select((e, i) => Email(e, $"emails[{i}]", check))],
            [.. (Phones ?? []).Select((p, i) => Phone(p, $"phones[{i}]", check))],
            Postal is null ? null : Place(Postal, atlas, check),
            [.. (Messengers ?? []).Select((m, i) => new MessengerAddress(check.Text(m?.Service, $"messengers[{i}].service", 60), check.Text(m?.Address, $"messengers[{i}].address", 200)))],
            check.OptionalText(Note, "note", 2000),
            Emergency is null ? null : Person(Emergency, check));
        check.ThrowIfAny();
        return kept.Kinds().Count > 0 ? kept : throw Fail.Invalid("emails", "Give at least one way to reach the person; DELETE takes all of them away.");
    }

    private static PostalPlace Place(PostalPlace place, Atlas atlas, Violations check)
    {
        check.Check(place.Country is not null && atlas.IsCountry(place.Country), "postal.country", "No such country; ISO 3166-1 alpha-3 is expected.");
        return new PostalPlace(check.Text(place.Address, "postal.address", 500), check.Text(place.Place, "postal.place", 200), place.Country);
    }

    private static EmergencyContact Person(EmergencyContact person, Violations check)
    {
        check.Check(person.Phone is not null || person.Email is not null, "emergency.phone", "Give a phone number or an e-mail address.");
        return new EmergencyContact(
            check.Name(person.DisplayName, "emergency.displayName", 200), check.OptionalText(person.Relation, "emergency.relation", 100),
            person.Phone is null ? null : Phone(person.Phone, "emergency.phone", check), person.Email is null ? null : Email(person.Email, "emergency.email", check));
    }

    private static string Email(string? text, string field, Violations check)
    {
        var address = check.Text(text, field, 254);
        var at = address.IndexOf('@', StringComparison.Ordinal);
        check.Check(address.Length == 0 || (at > 0 && at == address.LastIndexOf('@') && at < address.Length - 1 && !address.Any(char.IsWhiteSpace)), field, "Not an e-mail address.");
        return address;
    }

    // Satellite and inner numbers have many forms: digits, and what people put between them.
    private static string Phone(string? text, string field, Violations check)
    {
        var number = check.Text(text, field, 40);
        check.Check(number.Length == 0 || (number.Count(char.IsAsciiDigit) >= 3 && number.All(c => char.IsAsciiDigit(c) || " +-()./".Contains(c, StringComparison.Ordinal))), field, "Not a phone number: digits, blanks and + - ( ) . / are expected.");
        return number;
    }
}
