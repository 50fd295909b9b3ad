using Concord.Contracts.Access;
using Concord.Platform.Errors;
using Concord.Platform.Persistence;
using Concord.Roster.Geography;
using Concord.Roster.Mediators;

namespace Concord.Roster.Standby;

/// <summary>A request for people on standby (R12, R13); from now on the clock runs.</summary>
/// <param name="Requester">Who asks.</param>
/// <param name="Process">Resource name of the process it is for; absent where there is none yet.</param>
/// <param name="Country">Where: ISO 3166-1 alpha-3.</param>
/// <param name="Place">Where in the country; at most 300 characters.</param>
/// <param name="Purpose">What for; 1 to 2,000 characters.</param>
/// <param name="Tasks">What they are to do; at least one.</param>
/// <param name="Functions">What they are to be able to do in a team (R5).</param>
/// <param name="Themes">On which themes (R4).</param>
/// <param name="People">How many; 1 to 20.</param>
/// <param name="Mode">How they work.</param>
/// <param name="NeededBy">The day by which they are needed; not before today.</param>
/// <param name="FirstDay">First day of the work; neededBy where absent.</param>
/// <param name="LastDay">Last day of the work; at most a year after the first.</param>
/// <param name="Classification">Who may see the request at all; CONFIDENTIAL where absent. It does not change.</param>
internal sealed record RequestStandby(
    RequesterKind? Requester, string? Process, string? Country, string? Place, string? Purpose, IReadOnlyList<StandbyTask>? Tasks, IReadOnlyList<TeamFunction>? Functions, IReadOnlyList<ExpertiseArea>? Themes,
    int? People, DeploymentMode? Mode, DateOnly? NeededBy, DateOnly? FirstDay, DateOnly? LastDay, Classification? Classification)
{
    public const int MostPeople = 20;

    /// <summary>As it is kept, or what is wrong with it.</summary>
    public StandbyTerms Checked(Atlas atlas, DateTime now)
    {
        var check = new Violations();
        check.Check(Process is null || ResourceName.IsIn("processes", Process), "process", "Expected the form processes/{uuid}.");
        check.Check(Country is not null && atlas.IsCountry(Country), "country", "No such country; ISO 3166-1 alpha-3 is expected.");
        check.Check(People is >= 1 and <= MostPeople, "people", $"From 1 to {MostPeople}.");
        check.Check(Tasks is { Count: > 0 }, "tasks", "At least one.");
        Once(Tasks, "tasks");
        Once(Functions, "functions");
        Once(Themes, "themes");
        var needed = check.Required(NeededBy, "neededBy");
        check.Check(NeededBy is null || needed >= DateOnly.FromDateTime(now), "neededBy", "Lies in the past.");
        var term = Term.Checked(FirstDay ?? NeededBy, LastDay, check, DateOnly.FromDateTime(now));
        var terms = new StandbyTerms(
            check.Required(Requester, "requester"), ResourceName.Spelled(Process), Country ?? "", check.OptionalText(Place, "place", 300), check.Text(Purpose, "purpose", 2000), Tasks ?? [], Functions ?? [], Themes ?? [], People ?? 0,
            check.Required(Mode, "mode"), needed, term.FirstDay, term.LastDay, Classification ?? Contracts.Access.Classification.Confidential);
        check.ThrowIfAny();
        return terms;

        void Once<T>(IReadOnlyList<T>? items, string field) where T : struct, Enum => check.Check(items is null || items.Distinct().Count() == items.Count, field, "Each at most once.");
    }
}

/// <summary>A request in which everything is as it must be.</summary>
internal sealed record StandbyTerms(
    RequesterKind Requester, string? Process, string Country, string? Place, string Purpose, IReadOnlyList<StandbyTask> Tasks, IReadOnlyList<TeamFunction> Functions, IReadOnlyList<ExpertiseArea> Themes, int People,
    DeploymentMode Mode, DateOnly NeededBy, DateOnly FirstDay, DateOnly LastDay, Classification Classification);

/// <summary>Days of work.</summary>
internal readonly record struct Term(DateOnly FirstDay, DateOnly LastDay)
{
    private const int MostDays = 366;

    /// <summary>Under the names <c>firstDay</c> and <c>lastDay</c>.</summary>
    /// <param name="firstDay">The first.</param>
    /// <param name="lastDay">The last.</param>
    /// <param name="check">Takes what is wrong.</param>
    /// <param name="today">Of work that is yet to be done: it is not over before it is planned. Null where it may have been done.</param>
    public static Term Checked(DateOnly? firstDay, DateOnly? lastDay, Violations check, DateOnly? today = null)
    {
        var (first, last) = (check.Required(firstDay, "firstDay"), check.Required(lastDay, "lastDay"));
        check.Check(firstDay is null || lastDay is null || last >= first, "lastDay", "Not before firstDay.");
        check.Check(firstDay is null || lastDay is null || last.DayNumber - first.DayNumber < MostDays, "lastDay", $"At most {MostDays} days.");
        check.Check(lastDay is null || today is null || last >= today, "lastDay", "Lies in the past.");
        return new Term(first, last);
    }
}
