using Concord.Platform.Texts;
using Concord.Portal.Frame;
using Concord.Portal.Processes;
using Concord.Portal.Texts;

namespace Concord.Portal.Leads;

/// <summary>Why a holder leads, one version of it, as the designation service answers it.</summary>
public sealed record Rationale(string Name, long LeadEpoch, string Text, IReadOnlyList<string> Criteria, string Reason, Signature PublishedBy, DateTimeOffset CreateTime);

/// <summary>An objection to a designation, of an organization or a party.</summary>
public sealed record Objection(
    string Name, long LeadEpoch, string? Organization, string? OrganizationDisplayName, string? Party, string Text, Signature RaisedBy, DateTimeOffset CreateTime, string? Answer, Signature? AnsweredBy, DateTimeOffset? AnswerTime,
    string? WithdrawReason, DateTimeOffset? WithdrawTime)
{
    public string State => WithdrawTime is not null ? "WITHDRAWN" : AnswerTime is not null ? "ANSWERED" : "OPEN";

    /// <summary>Whether an act of the forms still changes it: what was answered can still be withdrawn.</summary>
    public bool Takes(string act) => act == "answer" ? State == "OPEN" : WithdrawTime is null;
}

/// <summary>The appointing authority decided that nobody is agreed as lead.</summary>
public sealed record NoLeadDecision(string Name, DateOnly DecidedOn, IReadOnlyList<Disagreement> Disagreed, string Reason, string Next, Signature RecordedBy, DateTimeOffset CreateTime);

public sealed record Disagreement(string? Organization, string? Party, string Why);

/// <summary>What a page asks of a person before it shows a form about who leads; the service decides.</summary>
internal static class LeadRights
{
    /// <summary>The role alone is not enough: the process names the persons of its appointing authority.</summary>
    public static bool Decides(this Me me, Process process) => me.Roles.Contains(Contracts.Access.Roles.AppointingAuthority) && process.AppointingAuthority.Persons.Contains(me.Name);

    /// <summary>Records what parties say; an officer speaks for the own organization.</summary>
    public static bool SpeaksForParties(this Me me) => me.Roles.Contains(Contracts.Access.Roles.MediationSupport);

    public static bool MayObject(this Me me) => me.SpeaksForParties() || (me.IsRegionalOfficer && me.Organization is not null);

    public static bool MayDo(this Me me, string act, Objection objection, Process process) => objection.Takes(act) && act switch
    {
        "answer" => me.Decides(process),
        _ when objection.Organization is null => me.SpeaksForParties(),
        _ => me.IsRegionalOfficer && me.Organization == objection.Organization,
    };

    /// <summary>What is said of candidates is prepared by mediation support, and by who decides.</summary>
    public static bool KeepsComparison(this Me me, Process process) => me.SpeaksForParties() || me.Decides(process);

    /// <summary>A designation in one line: who led, from when to when.</summary>
    public static string Period(this Speech say, Processes.Designation lead)
    {
        var who = say.List(lead.Organizations.Select(o => say.Organization(o, lead.DisplayName)));
        var from = Day(lead.StartTime);
        return lead.EndTime is { } end ? say.With("lead.period", ("organization", who), ("from", from), ("until", Day(end))) : say.With("lead.periodOpen", ("organization", who), ("from", from));
    }

    private static DateOnly Day(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);
}
