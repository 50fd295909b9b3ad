using Concord.Contracts.Access;
using Concord.Platform.Http;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Concord.Roster.Consents;
using Concord.Roster.Contacts;
using Concord.Roster.SharingAgreements;

namespace Concord.Roster.Mediators;

/// <summary>A person to enter on the roster, as a draft.</summary>
/// <param name="Owner">Resource name of the organization that keeps the record (R20); the caller's own where absent.</param>
/// <param name="DisplayName">As the person is addressed; 1 to 200 characters.</param>
/// <param name="Gender">As the person states it.</param>
/// <param name="SeniorityLevel">Level at which the person mediates (R1).</param>
/// <param name="Nationalities">ISO 3166-1 alpha-3 codes; needed before submission.</param>
/// <param name="Languages">ISO 639 codes with levels; at least one needed before submission.</param>
/// <param name="Expertise">Areas with levels and what they rest on (R4).</param>
/// <param name="Regions">Regions worked in: M49 codes.</param>
/// <param name="Countries">Countries worked in: ISO 3166-1 alpha-3 codes.</param>
/// <param name="Classification">Who may see the profile at all; CONFIDENTIAL where absent.</param>
/// <param name="Functions">What the person can do in a team (R5).</param>
/// <param name="Conflicts">Conflicts worked on; at most 50.</param>
/// <param name="CulturalKnowledge">Knowledge of places and their people, history, risk factors and populations at risk included (R18); at most 50.</param>
/// <param name="Assignments">Work done and being done; at most 100.</param>
/// <param name="Trainings">Trainings had (R21, R23); at most 100.</param>
/// <param name="Deployability">How soon and in which ways the person can be sent (R13, R14).</param>
/// <param name="Consents">How and when the person consented; to SEARCH is needed before activation.</param>
internal sealed record CreateProfile(
    string? Owner, string? DisplayName, Gender? Gender, SeniorityLevel? SeniorityLevel, IReadOnlyList<string>? Nationalities, IReadOnlyList<LanguageSkill>? Languages,
    IReadOnlyList<KnownExpertise>? Expertise, IReadOnlyList<string>? Regions, IReadOnlyList<string>? Countries, Classification? Classification, IReadOnlyList<TeamFunction>? Functions,
    IReadOnlyList<WorkedConflict>? Conflicts, IReadOnlyList<CulturalKnowledge>? CulturalKnowledge, IReadOnlyList<Assignment>? Assignments, IReadOnlyList<Training>? Trainings,
    Deployability? Deployability, IReadOnlyList<ConsentTold>? Consents)
{
    public ProfileEdit ToEdit() => new(
        DisplayName, Gender, SeniorityLevel, Nationalities, Languages, Expertise, Regions, Countries, Classification, null, Functions, Conflicts, CulturalKnowledge, Assignments, Trainings, Deployability);
}

/// <summary>Why something is done to a profile; kept with it for those who may suspend.</summary>
/// <param name="Reason">1 to 1,000 characters.</param>
internal sealed record StateReason(string? Reason);

/// <summary>A person on the roster. There is no contact data in it.</summary>
/// <param name="Name">Resource name.</param>
/// <param name="Synthetic">True where no such person exists.</param>
/// <param name="StateNote">Why suspended or retired; only for those who may suspend.</param>
/// <param name="DisplayName">As the person is addressed.</param>
/// <param name="State">Only ACTIVE may be given work (R26).</param>
/// <param name="Gender">As the person states it.</param>
/// <param name="SeniorityLevel">Level at which the person mediates (R1).</param>
/// <param name="Nationalities">ISO 3166-1 alpha-3 codes.</param>
/// <param name="Languages">ISO 639 codes with levels.</param>
/// <param name="Expertise">Areas with levels and what they rest on (R4).</param>
/// <param name="Regions">Regions worked in: M49 codes.</param>
/// <param name="Countries">Countries worked in: ISO 3166-1 alpha-3 codes.</param>
/// <param name="Functions">What the person can do in a team (R5).</param>
/// <param name="Conflicts">Conflicts worked on.</param>
/// <param name="CulturalKnowledge">Knowledge of places and their people, history, risk factors and populations at risk included (R18).</param>
/// <param name="Assignments">Work done and being done.</param>
/// <param name="Trainings">Trainings had (R21, R23).</param>
/// <param name="Deployability">How soon and in which ways the person can be sent (R13, R14).</param>
/// <param name="Interests">Stakes in countries and parties that the person has declared (R16); for those who search, vet or keep the profile.</param>
/// <param name="Consents">What the person has said to each scope last (R20); for those who vet or keep the profile.</param>
/// <param name="ContactKinds">The ways to reach the person that are kept; what they are is read for a purpose (R26).</param>
/// <param name="Owner">Organization that keeps the record (R20).</param>
/// <param name="Classification">Who may see the profile at all.</param>
/// <param name="Person">Account of the person (R159); only for those who may change the profile.</param>
/// <param name="CreateTime">When it was entered, UTC.</param>
/// <param name="UpdateTime">When it last changed, UTC; absent for those with whom it is shared, to whom it would tell of changes in what they do not see.</param>
/// <param name="Withheld">What the agreement that opens the person to the reader's organization does not open: these fields are empty here whatever the profile says (R20). Empty for everybody else.</param>
/// <param name="Merged">Another record of the same person is kept in its place; for those who may change this one.</param>
/// <param name="Etag">For If-Match.</param>
internal sealed record ProfileAnswer(
    string Name, string DisplayName, bool Synthetic, ProfileState State, string? StateNote, Gender Gender, SeniorityLevel SeniorityLevel,
    IReadOnlyList<string> Nationalities, IReadOnlyList<LanguageSkill> Languages, IReadOnlyList<KnownExpertise> Expertise, IReadOnlyList<string> Regions,
    IReadOnlyList<string> Countries, IReadOnlyList<TeamFunction> Functions, IReadOnlyList<WorkedConflict> Conflicts, IReadOnlyList<CulturalKnowledge> CulturalKnowledge,
    IReadOnlyList<Assignment> Assignments, IReadOnlyList<Training> Trainings, Deployability? Deployability, IReadOnlyList<DeclaredInterest>? Interests,
    IReadOnlyList<Consent>? Consents, IReadOnlyList<ContactKind> ContactKinds, string Owner, Classification Classification, string? Person, DateTime CreateTime, DateTime? UpdateTime, IReadOnlyList<SharedFields> Withheld, bool Merged, string Etag)
{
    public static ProfileAnswer Of(Profile p, Caller caller)
    {
        var shown = caller.ShownOf(p);
        var (skills, experience, availability) = (shown.Contains(SharedFields.Skills), shown.Contains(SharedFields.Experience), shown.Contains(SharedFields.Availability));
        var answer = new ProfileAnswer(
            p.Id.ToString(), p.DisplayName, p.Synthetic, p.State, caller.Holds(RosterPermissions.SuspendProfiles) ? p.StateNote : null, p.Gender, p.SeniorityLevel,
            shown.Contains(SharedFields.Nationalities) ? p.Nationalities : [], skills ? p.Languages : [], skills ? p.KnownExpertise() : [], experience ? p.Regions : [], experience ? p.Countries : [],
            skills ? p.Functions : [], experience ? p.Conflicts : [], experience ? p.CulturalKnowledge : [], experience ? p.Assignments : [], shown.Contains(SharedFields.Trainings) ? p.Trainings : [],
            availability ? p.Deployability : null, caller.SeesInterests(p) ? p.Interests : null, caller.SeesConsents(p) ? p.Consents : null, caller.SeesWhole(p) ? p.ContactKinds : [], p.Owner, p.Classification,
            caller.Keeps(p) ? p.Person : null, p.CreateTime, caller.SeesVersions(p) ? p.UpdateTime : null, [.. ShownFields.All.Except(shown)], caller.Keeps(p) && p.MergedInto is not null, ETag.Of(p));
        return caller.SeesVersions(p) ? answer : answer with { Etag = ETag.OfContent(answer with { Etag = "" }) };
    }
}
