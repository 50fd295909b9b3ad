using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Concord.Roster.Geography;
using Concord.Roster.Mediators;
using Concord.Roster.Search;

namespace Concord.Roster.Teams;

/// <summary>How many women are wanted (R8); both must hold.</summary>
/// <param name="Least">People, 0 to 20; none beyond the one of every team where absent.</param>
/// <param name="Percent">0 to 100, rounded up to whole people.</param>
internal sealed record WomenWanted(int? Least, int? Percent);

/// <summary>The team that is wanted (R6). Everything that is named must hold; what is absent does not matter.</summary>
/// <param name="SmallestSize">Members, 1 where absent.</param>
/// <param name="LargestSize">Members, at most 20.</param>
/// <param name="Functions">Each held by somebody (R5).</param>
/// <param name="Expertise">Each covered by somebody at that level or above.</param>
/// <param name="Languages">Of the parties, each spoken by somebody at that level or above; at most 10.</param>
/// <param name="Women">In the team.</param>
/// <param name="WomenAtDecisionLevel">Among its senior envoys and lead mediators.</param>
/// <param name="Insiders">Least number of insiders (R17).</param>
/// <param name="InsiderPeople">Profiles of people whom you know as insiders of this conflict; nobody is taken for one by nationality, and theirs is no conflict of interest. Also insider-reconcilers whom you may read, at most 20: they are considered beside the roster, as free on the days, and each reading is entered.</param>
/// <param name="Senior">The deployment is senior: advice on gender and on sexual violence in conflict must be within reach (R10).</param>
/// <param name="GenderAdviserLinked">An adviser outside the team is linked already (R10).</param>
/// <param name="ConflictCountries">Of the parties and their neighbours: nobody with a nationality or a declared interest there is proposed (R16).</param>
/// <param name="Availability">Days on every one of which each member can work, and how (R15).</param>
/// <param name="Pinned">Profiles that must be in the team.</param>
/// <param name="Banned">Profiles that must not.</param>
/// <param name="BalancePercent">Share of women and of men below which a team is called unbalanced, 0 to 50; 40 where absent (R8).</param>
/// <param name="GenderIn">Each needs somebody who practises that field and gender (R11).</param>
/// <param name="WithoutWomanReason">Why a team without any woman is accepted; 1 to 1000 characters (R8).</param>
internal sealed record TeamRequest(
    int? SmallestSize, int? LargestSize, IReadOnlyList<TeamFunction>? Functions, IReadOnlyList<ExpertiseWish>? Expertise, IReadOnlyList<LanguageWish>? Languages, WomenWanted? Women,
    WomenWanted? WomenAtDecisionLevel, int? Insiders, IReadOnlyList<string>? InsiderPeople, bool? Senior, bool? GenderAdviserLinked, IReadOnlyList<string>? ConflictCountries,
    AvailabilityWish? Availability, IReadOnlyList<string>? Pinned, IReadOnlyList<string>? Banned, int? BalancePercent, IReadOnlyList<GenderField>? GenderIn, string? WithoutWomanReason)
{
    /// <summary>The wish proper, checked; every wrong field is named.</summary>
    public TeamWish ToWish(Atlas atlas)
    {
        var check = new Violations();
        check.Required(LargestSize, "largestSize");
        check.WishedExpertise(Expertise);
        check.WishedLanguages(Languages, atlas);
        check.Wished(Functions, "functions", _ => true);
        check.Wished(ConflictCountries, "conflictCountries", code => code is not null && atlas.IsCountry(code));
        Profiles(InsiderPeople?.Where(n => !NamedInsiders.IsOne(n)), "insiderPeople", check);
        check.Check(InsiderPeople is null || InsiderPeople.Count(NamedInsiders.IsOne) <= NamedInsiders.Most, "insiderPeople", $"At most {NamedInsiders.Most} insider-reconcilers.");
        Profiles(Pinned, "pinned", check);
        Profiles(Banned, "banned", check);
        check.Check(Availability is not null, "availability", "Required.");
        var need = (Availability ?? new AvailabilityWish(null, null, null)).Checked(check);
        check.ThrowIfAny();
        var wish = new TeamWish(
            SmallestSize ?? 1, LargestSize!.Value, Functions ?? [], [.. (Expertise ?? []).Select(w => w.ToSkill())],
            [.. (Languages ?? []).Select(w => w.ToSkill())], Of(Women), Of(WomenAtDecisionLevel), Insiders ?? 0, Senior ?? false,
            GenderAdviserLinked ?? false, ConflictCountries ?? [], ConflictCountries ?? [], need.Days, need.Mode, Pinned ?? [], Banned ?? [],
            BalancePercent ?? TeamWish.UsualBalance, WithoutWomanReason, [.. (GenderIn ?? []).Select(GenderReach.AreaOf)]);
        wish.ThrowIfWrong();
        return wish;
    }

    private static WomenWish Of(WomenWanted? women) => new(women?.Least ?? 0, women?.Percent ?? 0);

    private static void Profiles(IEnumerable<string>? names, string field, Violations check)
    {
        check.Check(names is null || names.Count() <= TeamWish.MaxNamed, field, $"At most {TeamWish.MaxNamed}.");
        check.Check(names is null || names.All(n => ResourceName.IsIn("profiles", n)), field, "Expected the form profiles/{uuid}.");
    }
}
