using Concord.Contracts.Access;
using Concord.Roster.Mediators;

namespace Concord.Roster.Search;

/// <summary>The searchable fields.</summary>
internal enum Field : byte
{
    /// <summary>Of those that may be found at all: one bitmap per classification.</summary>
    Classification,
    Language,
    Expertise,
    Region,
    Country,
    Gender,
    Nationality,
    Seniority,

    /// <summary>Can travel on every day of the month.</summary>
    InPersonAllMonth,

    /// <summary>Can travel on some day of the month.</summary>
    InPersonSomeDay,

    /// <summary>Can work, remotely or in person, on every day of the month.</summary>
    AnyModeAllMonth,
    AnyModeSomeDay,

    /// <summary>Does this in a team (R5).</summary>
    Function,

    /// <summary>Has had such a training.</summary>
    Training,

    /// <summary>Can be sent within at most so many days.</summary>
    Notice,

    /// <summary>Has declared a stake in the country.</summary>
    Interest,

    /// <summary>The month of the last day on which the person may be found; nobody who may be without end has one.</summary>
    ConsentEnds,

    /// <summary>Is kept by the organization.</summary>
    Owner,

    /// <summary>The month of the last day on which agreements may show the person, who is Confidential; whoever may not be shown has none.</summary>
    SharingEnds,
}

/// <summary>One value of one field; each has a bitmap of the people it is true of.</summary>
/// <param name="Field">The field.</param>
/// <param name="Value">Code, enum name, month number, or days.</param>
/// <param name="Level">The person has at least this level; 0 where the field has none.</param>
internal readonly record struct Term(Field Field, string Value, byte Level = 0)
{
    public static Term Of(Classification classification) => new(Field.Classification, classification.ToString());
    public static Term Of(Gender gender) => new(Field.Gender, gender.ToString());
    public static Term Of(SeniorityLevel level) => new(Field.Seniority, level.ToString());
    public static Term Language(string code, LanguageLevel minimum) => new(Field.Language, code, (byte)minimum);
    public static Term Expertise(ExpertiseArea area, ExpertiseLevel minimum) => new(Field.Expertise, area.ToString(), (byte)minimum);
    public static Term Of(TeamFunction function) => new(Field.Function, function.ToString());
    public static Term Of(TrainingSubject training) => new(Field.Training, training.ToString());
    public static Term Notice(int days) => new(Field.Notice, NumberNames.Of(days));
    public static Term Month(Field field, int month) => new(field, NumberNames.Of(month));
}

/// <summary>Small numbers, months counted from year 0 among them, as text that is made once.</summary>
internal static class NumberNames
{
    private static readonly string[] Names = [.. Enumerable.Range(0, 12 * 3000).Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture))];

    public static string Of(int number) => (uint)number < (uint)Names.Length ? Names[number] : number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
