using Concord.Contracts.Reference;
using Concord.Designation.Conduct;
using Concord.Designation.Inclusion;
using Concord.Designation.Mandates;
using Concord.Designation.Processes;
using Concord.Designation.SupportRoles;
using Concord.Platform.Security;

namespace Concord.Designation.Demonstration;

/// <summary>How the talks of the invented process are prepared: on what they rest, who supports them, by what code, and who is heard.</summary>
internal static class FictionalPreparation
{
    private static readonly string s_coordinator = $"accounts/{WellKnown.Id("account", "igad.officer@igad.example")}";

    public static IReadOnlyList<object> Of(Process process, Caller keeper, Signature invented, DateTime now)
    {
        var today = DateOnly.FromDateTime(now);
        var mandate = new RegisterMandate(
            WellKnown.Organization("UN"), "Council of the district (fictional)", "Resolution 3 (fictional)", new DateOnly(2024, 8, 12),
            "Fictional: asks for help in bringing the two communities together, and sets no last day.", null, OpenEnded: true);
        var code = new AdoptCode(
            "Code of conduct of those who help at the lake (fictional)", "1", "Fictional annex to the minutes",
            "Fictional. Whoever helps tells the others before meeting a party; makes no promise in the name of another; and leaves it to the communities to say what was agreed.");
        var asked = new PreConsultationContent(
            [InclusionGroup.WomensGroups, InclusionGroup.Youth], today, "Mediation support (fictional)", null,
            "Fictional: those who dry and sell the fish want the market days kept whatever is agreed; the young ask for a seat.");
        return
        [
            Mandate.Register(process, mandate, invented, now), ConductCode.Adopt(process, null, code, keeper, now), PreConsultation.Record(process, asked, keeper, now),
            .. InclusionOf(process, today, keeper, now), .. StrategyOf(process, today, keeper, now),
        ];
    }

    public static SupportRole Support(Process process, Signature invented, DateTime now)
    {
        var terms = new SupportTerms(SupportKind.TechnicalSupport, "Fictional: knows how others share pastures, and lends two people who do.", DateOnly.FromDateTime(now), null, s_coordinator);
        return SupportRole.Register(new SupportRoleId(WellKnown.Id("support-role", "fictional-igad")), process, WellKnown.Organization("IGAD"), terms, null, invented, now);
    }

    private static IReadOnlyList<object> InclusionOf(Process process, DateOnly today, Caller keeper, DateTime now)
    {
        var content = new InclusionContent(
            [
                new GroupInclusion(InclusionGroup.WomensGroups, InclusionMode.ConsultativeForum, "Fictional: a forum on each market day", InclusionStage.Preparation, "Mediation support (fictional)", InclusionStatus.UnderWay),
                new GroupInclusion(InclusionGroup.Youth, InclusionMode.Observer, "Fictional: two seats at the first meeting", InclusionStage.AgendaSetting, "Mediation support (fictional)", InclusionStatus.Planned),
            ],
            new InclusionPrinciples("Nobody who lives by the lake is left out (fictional)", "Fictional minutes of a first meeting", today));
        var plan = InclusionPlan.Begin(process.Id);
        return [plan, plan.Revise(process, content, keeper, now)];
    }

    private static IReadOnlyList<object> StrategyOf(Process process, DateOnly today, Caller keeper, DateTime now)
    {
        var content = new StrategyContent(
            process.Kind, "Fictional: both communities use the shore without violence through the next dry season.",
            "Fictional: first the way to the water and the market days, on which both depend; the fishing grounds when they have met three times.", today.AddDays(90));
        var strategy = Strategy.Begin(process.Id);
        return [strategy, strategy.Revise(process, content, keeper, now)];
    }
}
