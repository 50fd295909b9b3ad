using Concord.Contracts.Access;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Persistence;
using Concord.Roster.Geography;
using Concord.Roster.Mediators;

namespace Concord.Roster.SupportRequests;

/// <summary>Asks the desk for support to a mediation, in the name of the caller's organization (R147).</summary>
/// <param name="Requester">Who asks.</param>
/// <param name="Title">1 to 200 characters.</param>
/// <param name="Purpose">What for; 1 to 4,000 characters.</param>
/// <param name="Place">Where: a country, ISO 3166-1 alpha-3, or a region, M49.</param>
/// <param name="Expertise">Themes that are needed (R4).</param>
/// <param name="Languages">ISO 639 codes; at most 20.</param>
/// <param name="StartDate">From when it is needed, not before today; absent where that is open.</param>
/// <param name="Days">For how long, 1 to 1,000; absent where that is open.</param>
/// <param name="Urgency">How soon an answer is needed.</param>
/// <param name="Process">Resource name of the process, where there is one.</param>
/// <param name="FocalPoints">Through which system of focal points it comes; absent where through none.</param>
/// <param name="Classification">Who may see the request at all: CONFIDENTIAL where absent.</param>
internal sealed record AskSupport(
    SupportRequester? Requester, string? Title, string? Purpose, string? Place, IReadOnlyList<ExpertiseArea>? Expertise, IReadOnlyList<string>? Languages, DateOnly? StartDate, int? Days, SupportUrgency? Urgency, string? Process,
    FocalPointSystem? FocalPoints, Classification? Classification)
{
    private const int MostLanguages = 20;
    private const int MostDays = 1000;

    /// <summary>As it is kept, or what is wrong with it.</summary>
    public AskSupport Checked(Atlas atlas, DateOnly today)
    {
        var check = new Violations();
        check.Check(StartDate is null || StartDate >= today, "startDate", "Lies in the past.");
        check.Check(Place is not null && (atlas.IsCountry(Place) || atlas.IsRegion(Place)), "place", "No such country or region; ISO 3166-1 alpha-3 or M49 is expected.");
        check.Check(Expertise is null || Expertise.Distinct().Count() == Expertise.Count, "expertise", "Each at most once.");
        check.Codes(Languages, "languages", MostLanguages, atlas.IsLanguage, "No such language; ISO 639 is expected.");
        check.Check(Days is null or (>= 1 and <= MostDays), "days", $"From 1 to {MostDays}.");
        check.Check(Process is null || ResourceName.IsIn("processes", Process), "process", "Expected the form processes/{uuid}.");
        check.Required(Requester, "requester");
        check.Required(Urgency, "urgency");
        var kept = this with { Process = ResourceName.Spelled(Process), Title = check.Text(Title, "title", 200), Purpose = check.Text(Purpose, "purpose", 4000), Expertise = Expertise ?? [], Languages = Languages ?? [] };
        check.ThrowIfAny();
        return kept;
    }
}

/// <summary>What the desk makes of a request.</summary>
/// <param name="Kind">What it asks for.</param>
/// <param name="Urgency">How soon it is answered; as was asked where absent.</param>
/// <param name="DueTime">Until when it is answered, UTC; after now, and within a year. What the urgency says where absent.</param>
internal sealed record TriageSupport(SupportRequestKind? Kind, SupportUrgency? Urgency, DateTime? DueTime);

/// <summary>Whose matter it is.</summary>
/// <param name="Assignee">Account and name of a person of the desk who has acted or read here before; the caller, under the own name, where absent.</param>
internal sealed record AssignSupport(ActPerson? Assignee)
{
    public static ActPerson Checked(ActPerson assignee)
    {
        var check = new Violations();
        check.Check(ResourceName.IsIn("accounts", assignee.Name), "assignee.name", "Expected the form accounts/{uuid}.");
        var kept = assignee with { DisplayName = check.Name(assignee.DisplayName, "assignee.displayName", 200) };
        check.ThrowIfAny();
        return kept;
    }
}

/// <summary>What the desk answers.</summary>
/// <param name="Outcome">What it says.</param>
/// <param name="Text">What is provided, why it is declined, or whom to ask and why; 1 to 4,000 characters. The asker reads it.</param>
/// <param name="Provided">Resource names of what is provided, where it is accepted: slates, requests for standby, deployments and profiles that you see; at most 20. That there is such a record is told by this.</param>
/// <param name="RedirectedTo">Resource name of the organization to ask, where it is redirected.</param>
internal sealed record AnswerSupport(SupportOutcome? Outcome, string? Text, IReadOnlyList<string>? Provided, string? RedirectedTo)
{
    private const int MostProvided = 20;

    public AnswerSupport Checked()
    {
        var check = new Violations();
        var outcome = check.Required(Outcome, "outcome");
        check.Check(Provided is null or { Count: <= MostProvided }, "provided", $"At most {MostProvided}.");
        check.Check(Provided is null || Provided.Take(MostProvided).All(IsName), "provided", "Expected the form collection/{uuid}.");
        check.Check(Provided is null || Provided.Distinct(StringComparer.Ordinal).Count() == Provided.Count, "provided", "Each at most once.");
        check.Check(Provided is null or { Count: 0 } || outcome == SupportOutcome.Accepted, "provided", "Only what is accepted provides something.");
        check.Check(RedirectedTo is null || outcome == SupportOutcome.Redirected, "redirectedTo", "Only what is redirected names another organization.");
        check.Check(outcome != SupportOutcome.Redirected || ResourceName.IsIn("organizations", RedirectedTo), "redirectedTo", "Expected the form organizations/{uuid}.");
        var kept = this with { Text = check.Text(Text, "text", 4000), Provided = Provided ?? [] };
        check.ThrowIfAny();
        return kept;
    }

    private static bool IsName(string? text) => text is { Length: <= 100 } && ResourceName.Is(text) && text[..text.IndexOf('/', StringComparison.Ordinal)].All(char.IsAsciiLetter);
}

/// <summary>What the asker says of the answer.</summary>
/// <param name="Usefulness">Whether it helped.</param>
/// <param name="Text">What did and what did not; at most 4,000 characters.</param>
internal sealed record CloseSupport(SupportUsefulness? Usefulness, string? Text)
{
    public CloseSupport Checked()
    {
        var check = new Violations();
        check.Required(Usefulness, "usefulness");
        var kept = this with { Text = check.OptionalText(Text, "text", 4000) };
        check.ThrowIfAny();
        return kept;
    }
}
