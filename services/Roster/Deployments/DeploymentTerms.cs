using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Roster.Mediators;
using Concord.Roster.Standby;

namespace Concord.Roster.Deployments;

/// <summary>Somebody to be sent for a request.</summary>
/// <param name="Profile">Resource name of the person, who is active and whose profile is no more closely classified than the request.</param>
/// <param name="Function">What the person does (R5); absent where that is open.</param>
/// <param name="Mode">How the person works; as the request says where absent.</param>
/// <param name="FirstDay">First day; of the request where absent.</param>
/// <param name="LastDay">Last day; of the request where absent. At most 366 days.</param>
internal sealed record PlanDeployment(string? Profile, TeamFunction? Function, DeploymentMode? Mode, DateOnly? FirstDay, DateOnly? LastDay);

/// <summary>A permission to travel or to enter, as another office gives it.</summary>
/// <param name="State">How far it is.</param>
/// <param name="Reference">Of the office; at most 200 characters.</param>
/// <param name="ValidUntil">Last day; absent where it has none.</param>
internal sealed record Clearance(ClearanceState? State, string? Reference, DateOnly? ValidUntil)
{
    public static Clearance None { get; } = new(ClearanceState.NotAsked, null, null);

    public bool CountsOn(DateOnly day) => State == ClearanceState.Granted && !(ValidUntil < day);

    public static Clearance Checked(Clearance? said, string field, Violations check) =>
        said is null ? None : said with { State = check.Required(said.State, $"{field}.state"), Reference = check.OptionalText(said.Reference, $"{field}.reference", 200) };
}

/// <summary>What of a deployment is changed.</summary>
/// <param name="Function">What the person does (R5).</param>
/// <param name="Mode">How the person works.</param>
/// <param name="FirstDay">First day; of one that is confirmed it is checked anew that the person is free (R15).</param>
/// <param name="LastDay">Last day.</param>
/// <param name="Tasks">What the person is to do, for the terms of reference; at most 4,000 characters.</param>
/// <param name="ReportsTo">To whom the person reports; at most 300 characters.</param>
/// <param name="Security">Security clearance; without one nobody departs who works in person.</param>
/// <param name="Travel">Travel clearance.</param>
internal sealed record DeploymentEdit(
    TeamFunction? Function, DeploymentMode? Mode, DateOnly? FirstDay, DateOnly? LastDay, string? Tasks, string? ReportsTo, Clearance? Security, Clearance? Travel)
{
    public DeploymentEdit Checked()
    {
        var check = new Violations();
        var term = Term.Checked(FirstDay, LastDay, check);
        var kept = new DeploymentEdit(
            Function, check.Required(Mode, "mode"), term.FirstDay, term.LastDay, check.OptionalText(Tasks, "tasks", 4000), check.OptionalText(ReportsTo, "reportsTo", 300),
            Clearance.Checked(Security, "security", check), Clearance.Checked(Travel, "travel", check));
        check.ThrowIfAny();
        return kept;
    }
}

/// <summary>That somebody was briefed before dispatch (R21).</summary>
/// <param name="On">The day; none to come.</param>
/// <param name="BriefedBy">Who did it; 1 to 200 characters.</param>
/// <param name="Topics">On what; at least one.</param>
internal sealed record BriefDeployment(DateOnly? On, string? BriefedBy, IReadOnlyList<BriefingTopic>? Topics)
{
    public Briefing Checked(Author recordedBy, DateTime now)
    {
        var check = new Violations();
        check.Check(On is null || On <= DateOnly.FromDateTime(now), "on", "Lies in the future.");
        check.Check(Topics is { Count: > 0 } && Topics.Distinct().Count() == Topics.Count, "topics", "At least one, each at most once.");
        var kept = new Briefing(check.Required(On, "on"), check.Text(BriefedBy, "briefedBy", 200), Topics ?? [], recordedBy, now);
        check.ThrowIfAny();
        return kept;
    }
}

/// <summary>A briefing that was held.</summary>
/// <param name="On">The day.</param>
/// <param name="BriefedBy">Who did it.</param>
/// <param name="Topics">On what.</param>
/// <param name="RecordedBy">Who recorded it.</param>
/// <param name="RecordTime">When, UTC.</param>
[Personal]
internal sealed record Briefing(DateOnly On, string BriefedBy, IReadOnlyList<BriefingTopic> Topics, Author RecordedBy, DateTime RecordTime);

/// <summary>Why a deployment does not take place.</summary>
/// <param name="Reason">1 to 1,000 characters.</param>
internal sealed record CancelDeployment(string? Reason);

/// <summary>That somebody is back.</summary>
/// <param name="LastDay">Last day of the work; today or before, and not before the first day.</param>
internal sealed record ReturnDeployment(DateOnly? LastDay);
