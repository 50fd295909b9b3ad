using Concord.Platform.Errors;
using Concord.Roster.Geography;
using Concord.Roster.Mediators;

namespace Concord.Roster.SharingAgreements;

/// <summary>
/// Which people of the owner organization an agreement is about: those of whom every criterion that is given holds, now and not when it was agreed. Without any it is about everybody whom the organization keeps.
/// </summary>
/// <param name="SeniorityLevels">Any of them.</param>
/// <param name="Expertise">Any of them, at any level.</param>
/// <param name="Languages">Any of them, at any level: ISO 639 codes.</param>
/// <param name="Regions">Experience in any of them, or anywhere within: M49 codes; at most 5.</param>
/// <param name="People">These and nobody else: resource names of profiles; at most 200.</param>
internal sealed record AgreementScope(
    IReadOnlyList<SeniorityLevel>? SeniorityLevels, IReadOnlyList<ExpertiseArea>? Expertise, IReadOnlyList<string>? Languages, IReadOnlyList<string>? Regions, IReadOnlyList<string>? People)
{
    public const int MostPeople = 200;
    private const int MostLanguages = 60;

    // Each region stands for up to 270 places in the store's question.
    private const int MostRegions = 5;

    public AgreementScope Checked(Atlas atlas, Violations check)
    {
        check.Check(SeniorityLevels is null || SeniorityLevels.Distinct().Count() == SeniorityLevels.Count, "scope.seniorityLevels", "Each at most once.");
        check.Check(Expertise is null || Expertise.Distinct().Count() == Expertise.Count, "scope.expertise", "Each at most once.");
        check.Codes(Languages, "scope.languages", MostLanguages, atlas.IsLanguage, "No such language; ISO 639 is expected.");
        check.Codes(Regions, "scope.regions", MostRegions, atlas.IsRegion, "No such region; an M49 code is expected.");
        check.Codes(People, "scope.people", MostPeople, name => Platform.Persistence.ResourceName.TryParse<ProfileId>(name, out _), "Expected the form profiles/{uuid}.");
        return new AgreementScope(SeniorityLevels ?? [], Expertise ?? [], Languages ?? [], Regions ?? [], People ?? []);
    }
}
