using System.Text.Json;
using Concord.Designation.Processes;
using Concord.Platform.Errors;

namespace Concord.Designation.Criteria;

/// <summary>
/// The annex as data (R31): which advantages and drawbacks it names for which kind of actor, in its order. Codes are never reused; a criterion that two kinds share has one code, so that they stand side by side.
/// Of States in general the annex names no drawback: strategic interests it says of Big Powers. Regional influence it calls greater or smaller than international influence.
/// </summary>
internal static class CriteriaBook
{
    private static readonly ActorKind[] s_un = [ActorKind.UnitedNations];
    private static readonly ActorKind[] s_regional = [ActorKind.RegionalOrganization];
    private static readonly ActorKind[] s_state = [ActorKind.State];
    private static readonly ActorKind[] s_ngo = [ActorKind.InternationalNgo, ActorKind.LocalNgo];
    private static readonly ActorKind[] s_local = [ActorKind.LocalNgo];

    public static IReadOnlyList<Criterion> All { get; } =
    [
        For("UNIVERSAL_COMMITMENT", "All its members have agreed to settle their disputes peacefully.", "annex, para. 1", s_un),
        For("WIDE_COVERAGE", "It covers States that belong to no regional arrangement.", "annex, para. 1", s_un),
        For("FULL_RANGE_OF_ORGANS", "It has a full range of organs and of methods to settle disputes.", "annex, para. 1", s_un),
        For("INSTITUTIONAL_EXPERIENCE", "It has long institutional experience in mediation.", "annex, para. 1", s_un),
        For("IMPLEMENTATION_EXPERTISE", "It has implemented peace agreements with operations of its own.", "annex, para. 1", s_un),
        For("LARGER_RESOURCES", "It has more staff and money than most others in the field.", "annex, para. 1", s_un),
        For("FAMILIARITY", "Its members know the parties and the situation on the ground.", "annex, para. 2", s_regional),
        For("PROXIMITY", "It is near, and what happens there matters to it.", "annex, para. 2", s_regional),
        For("EARLIER_ATTENTION", "It turns to the problem earlier, because the neighbours would feel it spread.", "annex, para. 2", s_regional),
        new("REGIONAL_INFLUENCE", CriterionSide.Either, "Its influence on the parties, greater or smaller than that of actors from further away.", "annex, para. 2", s_regional),
        For("FLEXIBILITY", "It is flexible.", "annex, para. 3", s_state),
        For("SPEED", "It can become involved quickly: it decides with few steps.", "annex, paras. 3 and 4", [.. s_state, .. s_ngo]),
        For("QUIET_AND_DISCREET", "It can act quietly and discreetly.", "annex, para. 3", s_state),
        For("FEWER_LEGAL_RESTRICTIONS", "It is bound by fewer legal restrictions.", "annex, para. 3", s_state),
        For("ACCEPTABLE_TO_GOVERNMENTS", "Other Governments accept it more readily.", "annex, para. 3", s_state),
        For("NEGLECTED_SITUATIONS", "It is engaged in a situation that others have neglected.", "annex, para. 4", s_ngo),
        For("EARLY_ENGAGEMENT", "It can make the first contact between the parties.", "annex, para. 4", s_ngo),
        For("CONFERS_LESS_LEGITIMACY", "To talk with it is seen to confer less legitimacy on the adversary.", "annex, para. 4", s_ngo),
        For("NO_GEOPOLITICAL_GOALS", "It is not seen to pursue geopolitical or regional goals, or to be able to coerce.", "annex, para. 4", s_ngo),
        For("INFORMAL_PROCESSES", "It can hold informal talks and workshops that feed into the official ones.", "annex, para. 4", s_ngo),
        For("PARTICULAR_EXPERTISE", "It has expertise in a theme, a region or in processes.", "annex, para. 4", s_ngo),
        For("ANALYSIS", "It analyses situations on the ground with care.", "annex, para. 4", s_ngo),
        For("LONG_PRESENCE", "It has been there for years.", "annex, para. 4", s_local),
        For("CONSTITUENCIES_FOR_PEACE", "It can win influential people and communities for peace.", "annex, para. 4", s_local),
        For("LINKS_TO_OFFICIAL_TALKS", "It can link what communities do to the official talks.", "annex, para. 4", s_local),
        For("EXCLUDED_VOICES", "It brings in voices that are often left out, such as women, young people, victims, displaced persons and minorities.", "annex, para. 4", s_local),
        Against("FEAR_OF_INTERNATIONALIZATION", "A Government may fear that its part internationalizes the problem and gives legitimacy to opposition or rebels.", "para. 20", s_un),
        Against("FEAR_OF_FAVOURING_GOVERNMENTS", "Opposition or rebels may fear that a body of Governments favours the Government.", "para. 20", s_un),
        Against("VESTED_INTERESTS", "Neighbours among its members may have a vested interest.", "annex, para. 2", s_regional),
        Against("TIES_ACROSS_BORDERS", "A member may be tied to an aggrieved group; only what is declared is stated, nothing is inferred.", "annex, para. 2", s_regional),
        Against("REGIONAL_RIVALRIES", "Regional rivalries and cleavages may lead Governments to take sides.", "annex, para. 2", s_regional),
        Against("STRATEGIC_INTERESTS", "It may see strategic interests at stake; the annex says this of Big Powers.", "annex, para. 3", s_state),
        Against("NO_FULL_IMPLEMENTATION", "It cannot carry out the full implementation of an agreement.", "annex, para. 4", s_ngo),
        Against("LIMITED_RESOURCES", "Its resources are limited.", "annex, para. 4", s_ngo),
        Against("TENUOUS_STAYING_POWER", "It depends on voluntary contributions, and may not be able to stay.", "annex, para. 4", s_ngo),
    ];

    public static IReadOnlySet<string> Codes { get; } = All.Select(c => c.Code).ToHashSet(StringComparer.Ordinal);

    /// <param name="kind">As partners say it, such as <c>REGIONAL_ORGANIZATION</c>.</param>
    /// <returns>Null of kinds that the annex does not describe: an organ, civil society, independent experts.</returns>
    public static ActorKind? ActorOf(string kind) => kind switch
    {
        "UNITED_NATIONS" => ActorKind.UnitedNations,
        "REGIONAL_ORGANIZATION" or "SUBREGIONAL_ORGANIZATION" => ActorKind.RegionalOrganization,
        "STATE" => ActorKind.State,
        "INTERNATIONAL_NGO" => ActorKind.InternationalNgo,
        "LOCAL_NGO" => ActorKind.LocalNgo,
        _ => null,
    };

    /// <summary>The same, as the fact of its registration tells it, such as <c>RegionalOrganization</c>.</summary>
    public static ActorKind? ActorHeard(string? kind) => kind is null ? null : ActorOf(JsonNamingPolicy.SnakeCaseUpper.ConvertName(kind));

    public static IEnumerable<Criterion> Of(ActorKind kind) => All.Where(c => c.Kinds.Contains(kind));

    /// <summary>Refuses a criterion that is said of other kinds of actors.</summary>
    public static void RequireOf(ActorKind? kind, string? code, string field)
    {
        if (kind is not { } actor || Of(actor).All(c => c.Code != code))
        {
            throw Fail.Invalid(field, kind is null ? "The annex names no criteria for an organization of this kind." : $"Not a criterion of the kind {ProcessAnswers.Text(kind.Value)}.");
        }
    }

    private static Criterion For(string code, string text, string source, ActorKind[] kinds) => new(code, CriterionSide.Advantage, text, source, kinds);

    private static Criterion Against(string code, string text, string source, ActorKind[] kinds) => new(code, CriterionSide.Drawback, text, source, kinds);
}
