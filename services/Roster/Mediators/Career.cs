using Concord.Platform.Errors;
using Concord.Roster.Geography;

namespace Concord.Roster.Mediators;

/// <summary>Work that the person did, or does.</summary>
/// <param name="What">The post or the task; 1 to 200 characters.</param>
/// <param name="Organization">For whom: a resource name or words; at most 200 characters.</param>
/// <param name="Country">Where: ISO 3166-1 alpha-3.</param>
/// <param name="From">First day; from 1940 to a year from today.</param>
/// <param name="Until">Last day; absent where it goes on.</param>
internal sealed record Assignment(string? What, string? Organization, string? Country, DateOnly? From, DateOnly? Until)
{
    public const int Most = 100;

    /// <summary>First year in which the work or the training of somebody on the roster can begin.</summary>
    public const int FirstYear = 1940;

    public Assignment Checked(string field, Atlas atlas, DateOnly today, Violations check)
    {
        check.Check(Country is null || atlas.IsCountry(Country), $"{field}.country", "No such country; ISO 3166-1 alpha-3 is expected.");
        check.Required(From, $"{field}.from");
        check.NotBefore(From, FirstYear, $"{field}.from");
        check.NotAfter(From, today.AddYears(1), $"{field}.from");
        check.Check(!(Until < From), $"{field}.until", "Not before from.");
        return this with { What = check.Text(What, $"{field}.what", 200), Organization = check.OptionalText(Organization, $"{field}.organization", 200) };
    }
}

/// <summary>What a training prepares for (R21, R23).</summary>
internal enum TrainingSubject
{
    Mediation = 1,

    /// <summary>Into the organization and its rules.</summary>
    Induction,

    /// <summary>On one situation, before dispatch.</summary>
    Briefing,
    TraumaAwareness,
    Gender,
    Other,
}

/// <summary>A training that the person has had.</summary>
/// <param name="Kind">What it prepares for.</param>
/// <param name="Provider">Who gave it; at most 200 characters.</param>
/// <param name="Title">1 to 200 characters.</param>
/// <param name="Day">Its last day; from 1940 to a year from today.</param>
internal sealed record Training(TrainingSubject? Kind, string? Provider, string? Title, DateOnly? Day)
{
    public const int Most = 100;

    public Training Checked(string field, DateOnly today, Violations check)
    {
        check.Required(Kind, $"{field}.kind");
        check.Required(Day, $"{field}.day");
        check.NotBefore(Day, Assignment.FirstYear, $"{field}.day");
        check.NotAfter(Day, today.AddYears(1), $"{field}.day");
        return this with { Provider = check.OptionalText(Provider, $"{field}.provider", 200), Title = check.Text(Title, $"{field}.title", 200) };
    }
}
