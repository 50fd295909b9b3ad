using Concord.Contracts.Access;
using Concord.Platform.Security;
using Concord.Roster.Consents;
using Concord.Roster.Import;
using Concord.Roster.Mediators;
using Concord.Roster.SharingAgreements;

namespace Concord.Roster.Export;

/// <summary>
/// A person as partners' systems get it, one object in a line. The schema is stable: fields are added, none is renamed or taken away (docs/people-export.md). There is no contact data in it (R26).
/// </summary>
/// <param name="Profile">Resource name.</param>
/// <param name="ExternalReference">By what the organization that keeps the profile knows the person; absent for others, and where nothing was imported.</param>
/// <param name="Owner">Resource name of that organization.</param>
/// <param name="State">Only ACTIVE may be given work (R26).</param>
/// <param name="Synthetic">True where no such person exists.</param>
/// <param name="DisplayName">As the person is addressed.</param>
/// <param name="Gender">As the person states it.</param>
/// <param name="SeniorityLevel">Level at which the person mediates (R1).</param>
/// <param name="Nationalities">ISO 3166-1 alpha-3 codes.</param>
/// <param name="Languages">ISO 639 codes with levels.</param>
/// <param name="Expertise">Areas with levels (R4).</param>
/// <param name="Regions">Regions worked in: M49 codes.</param>
/// <param name="Countries">Countries worked in: ISO 3166-1 alpha-3 codes.</param>
/// <param name="Classification">Who may see the profile at all.</param>
/// <param name="Functions">What the person can do in a team (R5).</param>
/// <param name="Deployability">How soon and in which ways the person can be sent (R13, R14).</param>
/// <param name="Consents">Last word to each scope; absent for those who may not read it.</param>
/// <param name="CreateTime">When the profile was entered, UTC.</param>
/// <param name="UpdateTime">When it last changed, UTC; absent for those with whom it is shared.</param>
/// <param name="Withheld">What the agreement that opens the person to the caller's organization does not open: these fields are empty here whatever the profile says (R20).</param>
internal sealed record PersonLine(
    string Profile, string? ExternalReference, string Owner, ProfileState State, bool Synthetic, string DisplayName, Gender Gender, SeniorityLevel SeniorityLevel, IReadOnlyList<string> Nationalities,
    IReadOnlyList<LanguageSkill> Languages, IReadOnlyList<ExpertiseSkill> Expertise, IReadOnlyList<string> Regions, IReadOnlyList<string> Countries, Classification Classification,
    IReadOnlyList<TeamFunction> Functions, Deployability? Deployability, IReadOnlyList<Consent>? Consents, DateTime CreateTime, DateTime? UpdateTime, IReadOnlyList<SharedFields> Withheld)
{
    /// <summary>Columns of a table; those of an import, and what it does not read.</summary>
    public static readonly IReadOnlyList<string> Columns = [.. PersonColumns.Known, "profile", "owner", "state", "synthetic"];

    public static PersonLine Of(Profile p, string? reference, Caller caller)
    {
        var shown = caller.ShownOf(p);
        var (skills, experience) = (shown.Contains(SharedFields.Skills), shown.Contains(SharedFields.Experience));
        return new(
            p.Id.ToString(), p.Owner == caller.Organization || caller.Keeps(p) ? reference : null, p.Owner, p.State, p.Synthetic, p.DisplayName, p.Gender, p.SeniorityLevel,
            shown.Contains(SharedFields.Nationalities) ? p.Nationalities : [], skills ? p.Languages : [], skills ? p.Expertise : [], experience ? p.Regions : [], experience ? p.Countries : [], p.Classification,
            skills ? p.Functions : [], shown.Contains(SharedFields.Availability) ? p.Deployability : null, caller.SeesConsents(p) ? p.Consents : null, p.CreateTime, caller.SeesVersions(p) ? p.UpdateTime : null, [.. ShownFields.All.Except(shown)]);
    }

    public IReadOnlyList<string?> Cells()
    {
        var said = new PersonTerms
        {
            Reference = ExternalReference,
            DisplayName = DisplayName,
            Gender = Gender,
            SeniorityLevel = SeniorityLevel,
            Nationalities = Nationalities,
            Languages = Languages,
            Expertise = Expertise,
            Regions = Regions,
            Countries = Countries,
            Classification = Classification,
            Functions = Functions,
            NoticeDays = Deployability?.NoticeDays,
            Modes = Deployability?.Modes ?? [],
            StandbyUntil = Deployability?.StandbyUntil,
            Consents = Told(),
        };
        return [.. PersonColumns.Known.Select(c => PersonCells.Of(c, said)), Profile, Owner, Platform.Http.ApiWord.Of(State), Synthetic ? "TRUE" : "FALSE"];
    }

    // A row has room for one day and one evidence: that of the first scope, and of those that share it. What the person said here is no word of who keeps the profile.
    private List<ConsentTold> Told()
    {
        var counting = (Consents ?? []).Where(c => c is { WithdrawTime: null, ByThePerson: false, Evidence: not null }).ToList();
        return [.. counting.Where(c => (c.GivenDay, c.Until, c.Evidence) == (counting[0].GivenDay, counting[0].Until, counting[0].Evidence)).Select(c => new ConsentTold(c.Scope, c.GivenDay, c.Until, c.Evidence))];
    }
}
