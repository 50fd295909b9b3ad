using Concord.Platform.Errors;

namespace Concord.Designation.Spoilers;

/// <summary>Where a spoiler stands (R57; S/2009/189 ¶30–34).</summary>
internal enum SpoilerPosition
{
    InsideTheProcess = 1,
    OutsideTheProcess,
}

/// <summary>Where the problem resides: a leader may sign and fear those who follow him (¶31).</summary>
internal enum SpoilerSeat
{
    Leadership = 1,
    Constituents,
    Both,
}

/// <summary>What moves it (¶30, 32, 33).</summary>
internal enum SpoilerMotive
{
    Power = 1,
    Status,
    Narcotics,
    Commodities,
    Smuggling,
    OtherWarEconomy,
    FearForSecurity,
    Other,
}

internal enum BackingKind
{
    Weapons = 1,
    Money,
    Sanctuary,
    Other,
}

/// <summary>Who supports it from outside, and by what.</summary>
/// <param name="Who">1 to 300 characters.</param>
/// <param name="Kinds">By what; each once.</param>
internal sealed record Backer(string? Who, IReadOnlyList<BackingKind>? Kinds);

/// <summary>Why somebody holds a party, or a faction of it, for a spoiler now. It is that person's judgement, and never the platform's (R158).</summary>
/// <param name="Party">Resource name of a party of the process.</param>
/// <param name="Faction">Which part of it; the whole party where absent. At most 300 characters.</param>
/// <param name="Position">Inside the process or outside.</param>
/// <param name="Seat">With whom the problem resides.</param>
/// <param name="Motives">What moves it; each once, one at least.</param>
/// <param name="IncomeSources">What it lives on; at most 2000 characters.</param>
/// <param name="Backers">Who supports it from outside; at most 20.</param>
/// <param name="Judgement">Why; 1 to 4000 characters.</param>
/// <param name="Evidence">On what it rests; 1 to 4000 characters.</param>
/// <param name="ReviewOn">When it is looked at again; within a year.</param>
internal sealed record SpoilerJudgement(
    string? Party, string? Faction, SpoilerPosition? Position, SpoilerSeat? Seat, IReadOnlyList<SpoilerMotive>? Motives, string? IncomeSources, IReadOnlyList<Backer>? Backers,
    string? Judgement, string? Evidence, DateOnly? ReviewOn)
{
    private const int MostBackers = 20;

    /// <summary>As it is recorded.</summary>
    public SpoilerJudgement Checked(DateTime now)
    {
        var check = new Violations();
        var backers = Backers ?? [];
        check.Check(backers.Count <= MostBackers, "backers", $"At most {MostBackers}.");
        check.Check(backers.All(b => b?.Kinds is { Count: > 0 } kinds && kinds.Distinct().Count() == kinds.Count), "backers", "Name by what each supports it, each once.");
        check.Check(Motives is { Count: > 0 } && Motives.Distinct().Count() == Motives.Count, "motives", "Name one at least, each once.");
        var judgement = this with
        {
            Faction = check.OptionalText(Faction, "faction", 300),
            Position = check.Required(Position, "position"),
            Seat = check.Required(Seat, "seat"),
            IncomeSources = check.OptionalText(IncomeSources, "incomeSources", 2000),
            Backers = [.. backers.Take(MostBackers).Select((b, i) => new Backer(check.Text(b?.Who, $"backers[{i}].who", 300), b?.Kinds))],
            Judgement = check.Text(Judgement, "judgement", 4000),
            Evidence = check.Text(Evidence, "evidence", 4000),
            ReviewOn = Review(ReviewOn, check, now),
        };
        check.ThrowIfAny();
        return judgement;
    }

    /// <summary>No such judgement stands for longer than a year without being looked at.</summary>
    public static DateOnly Review(DateOnly? given, Violations check, DateTime now)
    {
        var (day, today) = (check.Required(given, "reviewOn"), DateOnly.FromDateTime(now));
        check.Check(day > today.AddDays(-1) && day <= today.AddDays(366), "reviewOn", "Today or later, within a year.");
        return day;
    }
}
