using Concord.Contracts.Access;
using Concord.Platform.Errors;
using Concord.Roster.Consents;
using Concord.Roster.Geography;
using Concord.Roster.Mediators;

namespace Concord.Roster.Insiders;

/// <summary>The person's own consent to be on record; without it there is no record.</summary>
/// <param name="Form">How it was given.</param>
/// <param name="GivenOn">The day it was given; none to come, and none before 1990.</param>
/// <param name="Evidence">Who heard it, or where it can be found again; 1 to 300 characters.</param>
/// <param name="Until">Its last day; after today, and within three years: then the person is asked anew.</param>
internal sealed record InsiderConsent(PersonalConsentForm? Form, DateOnly? GivenOn, string? Evidence, DateOnly? Until)
{
    private const int LongestYears = 3;

    public static InsiderConsent Checked(InsiderConsent? consent, Violations check, DateTime now)
    {
        var today = DateOnly.FromDateTime(now);
        check.Check(consent?.GivenOn is null || consent.GivenOn <= today, "consent.givenOn", "Lies in the future.");
        check.NotBefore(consent?.GivenOn, ConsentTold.FirstYear, "consent.givenOn");
        check.Check(consent?.Until is null || (consent.Until > today && consent.Until <= today.AddYears(LongestYears)), "consent.until", $"After today, and within {LongestYears} years.");
        return new InsiderConsent(
            check.Required(consent?.Form, "consent.form"), check.Required(consent?.GivenOn, "consent.givenOn"), check.Text(consent?.Evidence, "consent.evidence", 300), check.Required(consent?.Until, "consent.until"));
    }
}

/// <summary>An insider-reconciler, as recorded: somebody of the place whom people trust, who needs no training in mediation and may side with somebody (R17).</summary>
/// <param name="Kind">By what the person has the trust of people.</param>
/// <param name="DisplayName">As the person is addressed; 1 to 200 characters.</param>
/// <param name="Gender">As the person states it.</param>
/// <param name="Languages">ISO 639 codes with levels; at most 60.</param>
/// <param name="Country">Where the person is: ISO 3166-1 alpha-3.</param>
/// <param name="Place">Where in the country, in words; at most 300 characters.</param>
/// <param name="Community">The community or group the person is of, as the person declares it; never inferred (R16). At most 500 characters.</param>
/// <param name="Abilities">What the person can do; 1 to 2,000 characters.</param>
/// <param name="Partiality">With whom the person sides, and how far; allowed, and stated (R17). At most 2,000 characters.</param>
/// <param name="Consent">The person's own.</param>
/// <param name="ExposedToReprisals">Who may be exposed to reprisals by this record, and what is done about that; "nobody" is an answer, silence is not (R156). 1 to 2,000 characters.</param>
/// <param name="Classification">Confidential or stricter; Strictly Confidential where absent. It is raised later, never lowered.</param>
internal sealed record InsiderTerms(
    InsiderKind? Kind, string? DisplayName, Gender? Gender, IReadOnlyList<LanguageSkill>? Languages, string? Country, string? Place, string? Community, string? Abilities, string? Partiality,
    InsiderConsent? Consent, string? ExposedToReprisals, Classification? Classification)
{
    /// <summary>As it is kept, or what is wrong with it.</summary>
    public CheckedInsider Checked(Atlas atlas, DateTime now)
    {
        var check = new Violations();
        var label = Classification ?? Contracts.Access.Classification.StrictlyConfidential;
        check.Check(label >= Contracts.Access.Classification.Confidential, "classification", "Confidential at least.");
        check.Check(Country is not null && atlas.IsCountry(Country), "country", "No such country; ISO 3166-1 alpha-3 is expected.");
        check.Languages(Languages, atlas);
        var consent = InsiderConsent.Checked(Consent, check, now);
        var person = new InsiderPerson(
            check.Name(DisplayName, "displayName", 200), check.Required(Gender, "gender"), Languages ?? [], check.OptionalText(Place, "place", 300), check.OptionalText(Community, "community", 500),
            check.Text(Abilities, "abilities", 2000), check.OptionalText(Partiality, "partiality", 2000), consent, check.Text(ExposedToReprisals, "exposedToReprisals", 2000));
        var kind = check.Required(Kind, "kind");
        check.ThrowIfAny();
        return new CheckedInsider(kind, Country!, consent.Until!.Value, label, person);
    }
}

/// <summary>A record in which everything is as it must be.</summary>
internal sealed record CheckedInsider(InsiderKind Kind, string Country, DateOnly ConsentUntil, Classification Classification, InsiderPerson Person);

/// <summary>Who it is, and all that could tell: kept under seal, and shown one by one.</summary>
/// <param name="DisplayName">As the person is addressed.</param>
/// <param name="Gender">As the person states it.</param>
/// <param name="Languages">ISO 639 codes with levels.</param>
/// <param name="Place">Where in the country, in words.</param>
/// <param name="Community">The community or group the person is of, as the person declares it.</param>
/// <param name="Abilities">What the person can do.</param>
/// <param name="Partiality">With whom the person sides, and how far.</param>
/// <param name="Consent">The person's own.</param>
/// <param name="ExposedToReprisals">Who may be exposed by this record, and what is done about that (R156).</param>
internal sealed record InsiderPerson(
    string DisplayName, Gender Gender, IReadOnlyList<LanguageSkill> Languages, string? Place, string? Community, string Abilities, string? Partiality, InsiderConsent Consent, string ExposedToReprisals);
