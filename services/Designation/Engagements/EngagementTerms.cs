using Concord.Designation.Processes;
using Concord.Platform.Errors;

namespace Concord.Designation.Engagements;

/// <summary>What somebody calls a group: a judgement of whoever made it, never of the platform (R158).</summary>
/// <param name="Text">Such as "violent extremist"; 1 to 200 characters.</param>
/// <param name="By">Who calls it so, and where; 1 to 400 characters.</param>
/// <param name="On">The day on which it was said; none to come.</param>
internal sealed record GroupLabel(string? Text, string? By, DateOnly? On);

/// <summary>Why now: dialogue is ideally undertaken before widespread violence (R123).</summary>
/// <param name="Why">1 to 2000 characters.</param>
/// <param name="WidespreadViolence">There is widespread violence already.</param>
internal sealed record EngagementTiming(string? Why, bool? WidespreadViolence);

/// <summary>Who is to take part in the talks, on whichever side.</summary>
/// <param name="Who">A person, office or group; 1 to 200 characters.</param>
/// <param name="Jurisdiction">Whose law applies to the participant, ISO 3166-1 alpha-3. It is checked before approval (R128).</param>
internal sealed record TalksParticipant(string? Who, string? Jurisdiction);

/// <summary>The terms of an engagement; a change is kept beside what was before.</summary>
/// <param name="Group">The armed group, by a name that it would know itself; 1 to 200 characters.</param>
/// <param name="Label">What somebody calls it; absent where nobody has to be quoted.</param>
/// <param name="Kind">Humanitarian or political (R122).</param>
/// <param name="Purpose">1 to 2000 characters.</param>
/// <param name="Timing">Why now (R123).</param>
/// <param name="Participants">1 to 20.</param>
internal sealed record EngagementTerms(string? Group, GroupLabel? Label, EngagementKind? Kind, string? Purpose, EngagementTiming? Timing, IReadOnlyList<TalksParticipant>? Participants)
{
    public const int MostParticipants = 20;

    /// <summary>As it is kept, or what is wrong with it.</summary>
    public static EngagementTerms Checked(EngagementTerms? terms, string at, DateTime now)
    {
        var check = new Violations();
        var (wished, participants) = (terms ?? throw Fail.Invalid(at.TrimEnd('.'), "Required."), terms.Participants ?? []);
        check.Check(participants.Count is > 0 and <= MostParticipants, $"{at}participants", $"1 to {MostParticipants}.");
        var kept = new EngagementTerms(
            check.Text(wished.Group, $"{at}group", 200),
            wished.Label is { } label ? new GroupLabel(check.Text(label.Text, $"{at}label.text", 200), check.Text(label.By, $"{at}label.by", 400), check.DayUpTo(label.On, $"{at}label.on", now)) : null,
            check.Required(wished.Kind, $"{at}kind"),
            check.Text(wished.Purpose, $"{at}purpose", 2000),
            new EngagementTiming(check.Text(wished.Timing?.Why, $"{at}timing.why", 2000), check.Required(wished.Timing?.WidespreadViolence, $"{at}timing.widespreadViolence")),
            [.. participants.Take(MostParticipants).Select((p, i) => Checked(p, $"{at}participants[{i}]", check))]);
        check.ThrowIfAny();
        return kept;
    }

    private static TalksParticipant Checked(TalksParticipant? participant, string at, Violations check)
    {
        check.Check(ProcessCountry.IsCode(participant?.Jurisdiction), $"{at}.jurisdiction", "Expected an ISO 3166-1 alpha-3 code.");
        return new TalksParticipant(check.Text(participant?.Who, $"{at}.who", 200), participant?.Jurisdiction);
    }
}

internal static class EngagementChecks
{
    public static readonly TimeSpan LongestReview = TimeSpan.FromDays(366);

    /// <summary>A day that is no later than today.</summary>
    public static DateOnly DayUpTo(this Violations check, DateOnly? day, string field, DateTime now)
    {
        check.Check(day is null || day <= DateOnly.FromDateTime(now), field, "Lies in the future.");
        return check.Required(day, field);
    }

    /// <summary>The day of the next review: after today, and within a year.</summary>
    public static DateOnly ReviewDay(this Violations check, DateOnly? day, DateTime now)
    {
        check.Check(day is null || (day > DateOnly.FromDateTime(now) && day <= DateOnly.FromDateTime(now + LongestReview)), "reviewOn", $"After today, and within {LongestReview.Days} days.");
        return check.Required(day, "reviewOn");
    }
}
