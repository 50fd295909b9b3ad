using Concord.Contracts.Access;
using Concord.Roster.Mediators;
using Concord.Roster.Search;

namespace Concord.RosterBench.Search;

/// <summary>Twelve searches as they come from a mediation support unit: two to seven filters, always within somebody's clearance, always with all facets.</summary>
internal static class Mix
{
    private const Classification Open = Classification.Unclassified;
    private const Classification Cleared = Classification.Confidential;

    public static (string What, SearchQuery Query, Classification Clearance)[] All { get; } =
    [
        ("fluent French, ceasefire", Wish() with { Languages = [L("fr", LanguageLevel.Fluent)], Expertise = [E(ExpertiseArea.Ceasefire, ExpertiseLevel.Practitioner)] }, Cleared),
        ("women lead mediators, Eastern Africa", Wish() with { Genders = [Gender.Woman], SeniorityLevels = [SeniorityLevel.LeadMediator, SeniorityLevel.SeniorEnvoy], Regions = ["014"] }, Cleared),
        ("Arabic and English, Western Asia, in person for three months, no party's nationals", Wish() with
        {
            Languages = [L("ar", LanguageLevel.Fluent), L("en", LanguageLevel.Working)], Regions = ["145"], Availability = Need(2026, 9, 1, 2026, 11, 30, DeploymentMode.InPerson), ExcludedNationalities = ["SYR", "IRQ", "TUR"],
        }, Cleared),
        ("constitution experts who work remotely", Wish() with { Expertise = [E(ExpertiseArea.ConstitutionMaking, ExpertiseLevel.Expert)], Availability = Need(2026, 10, 5, 2026, 10, 23, DeploymentMode.Remote) }, Open),
        ("legal advisers within a week", Wish() with { Functions = [TeamFunction.LegalAdvice], MaximumNoticeDays = 7 }, Cleared),
        ("gender advisers in Spanish, trained", Wish() with { Languages = [L("es", LanguageLevel.Fluent)], Expertise = [E(ExpertiseArea.Gender, ExpertiseLevel.Practitioner)], TrainedIn = [TrainingSubject.Gender] }, Open),
        ("worked in the Horn, flagged countries left out", Wish() with
        {
            Countries = ["ETH", "SOM", "SDN", "SSD"], Languages = [L("en", LanguageLevel.Fluent)], ConflictCountries = ["ETH", "ERI", "SDN"], ExcludeConflicted = true,
        }, Cleared),
        ("seven filters", Wish() with
        {
            Languages = [L("fr", LanguageLevel.Working), L("en", LanguageLevel.Working)], Expertise = [E(ExpertiseArea.SecurityArrangements, ExpertiseLevel.Familiar)], Regions = ["202"], Genders = [Gender.Woman, Gender.Other],
            Availability = Need(2026, 8, 10, 2026, 10, 9, DeploymentMode.InPerson), MaximumNoticeDays = 30,
        }, Cleared),
        ("a name, Africa", Wish() with { Words = ["AMINA"], Regions = ["002"] }, Cleared),
        ("a beginning of a name, women", Wish() with { Words = ["MAR"], Genders = [Gender.Woman] }, Open),
        ("juniors anywhere who speak Russian", Wish() with { SeniorityLevels = [SeniorityLevel.Junior], Languages = [L("ru", LanguageLevel.Working)] }, Open),
        ("everybody in Europe or Asia with English", Wish() with { Regions = ["150", "142"], Languages = [L("en", LanguageLevel.Basic)] }, Cleared),
    ];

    private static SearchQuery Wish() => SearchQuery.Everybody;

    private static LanguageSkill L(string code, LanguageLevel level) => new(code, level);

    private static ExpertiseSkill E(ExpertiseArea area, ExpertiseLevel level) => new(area, level);

    private static AvailabilityNeed Need(int year, int month, int day, int lastYear, int lastMonth, int lastDay, DeploymentMode mode) =>
        new(new DaySpan(new DateOnly(year, month, day).DayNumber, new DateOnly(lastYear, lastMonth, lastDay).DayNumber), mode);
}
