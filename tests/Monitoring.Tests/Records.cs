using Concord.Contracts.Access;
using Concord.Monitoring.Agreements;
using Concord.Monitoring.Assessments;
using Concord.Monitoring.Milestones;
using Concord.Monitoring.Provisions;
using Concord.Platform.Errors;

namespace Concord.Monitoring.Tests;

/// <summary>Small records for tests of the rules.</summary>
internal static class Records
{
    public static readonly DateTime Now = new(2024, 6, 1, 12, 0, 0, DateTimeKind.Utc);
    public const string GovernmentOrganization = "organizations/0197a000-0000-7000-8000-000000000011";
    public static readonly Person Keeper = new("accounts/keeper", "Keeper", null);
    public static readonly Person Verifier = new("accounts/monitor", "Monitor", null);
    public static readonly Person OfGovernment = new("accounts/government", "Minister", GovernmentOrganization);

    public static NewAgreement Draft => new()
    {
        Title = "Agreement of the Lake",
        ShortTitle = "Lake",
        SignedOn = Day("2020-01-01"),
        Process = "processes/0197a000-0000-7000-8000-000000000001",
        Classification = Classification.Confidential,
        Parties = [new("government", "Government", PartyKind.Government, GovernmentOrganization), new("front", "Front", PartyKind.ArmedMovement), new("commission", "Commission", PartyKind.Institution)],
        Chapters = [new(1, "Ceasefire"), new(2, "Reform")],
        Anchors = [new("signature", "Signature", Day("2020-01-01")), new("transition", "Transition", Day("2020-01-31"))],
    };

    public static NewProvision Clause(string clause) => new()
    {
        Clause = clause,
        Chapter = 1,
        Title = $"Provision {clause}",
        Area = ImplementationArea.Ceasefire,
        Obligated = ["government"],
        Priority = ProvisionPriority.High,
        Monitor = "commission",
    };

    public static NewMilestone Step(string key, int days = 10, NewDeadline? deadline = null) =>
        new() { Key = key, Title = $"Step {key}", Responsible = ["government"], DurationDays = days, Deadline = deadline };

    public static Agreement Lake() => Agreement.Record(AgreementId.New(), Draft, Classification.Confidential, Classification.Confidential, Now);

    public static Provision ProvisionOf(Agreement agreement, string clause = "1.1") => Provision.Add(agreement, ProvisionId.New(), Clause(clause), Now);

    public static Milestone MilestoneOf(Agreement agreement, NewMilestone made, params Milestone[] known) =>
        Milestone.Add(agreement, ProvisionOf(agreement), known, MilestoneId.New(), made, Now);

    public static Happening On(string day) => new() { On = Day(day), Report = "report 1", Segment = 4 };

    public static NewAssessment Level(int level, string asOf, bool reversal = false) =>
        new() { AsOf = Day(asOf), Level = level, Initiated = level > 0, Reversal = reversal, Report = "report 1", Segment = 7 };

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    public static DomainException Refused(Reason reason, Action act)
    {
        var refusal = Assert.Throws<DomainException>(act);
        Assert.Equal(reason.Code, refusal.Reason.Code);
        return refusal;
    }
}
