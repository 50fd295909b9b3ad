using System.Globalization;
using Concord.Platform.Texts;
using Concord.Portal.Texts;

namespace Concord.Portal.Roster;

/// <summary>Conditions and reasons of a search in words.</summary>
internal static class Words
{
    public static string Of(Speech say, Wish wish) => wish.Key switch
    {
        "text" => say.With("wish.text", ("text", wish.Value)),
        "language" => say.LanguageName(wish.Value),
        "level" => say.With("wish.level", ("level", say.Word("languageLevel", wish.Value))),
        "expertise" => say.Word("expertise", wish.Value),
        "depth" => say.With("wish.depth", ("level", say.Word("expertiseLevel", wish.Value))),
        "region" => say.Region(wish.Value),
        "country" => say.With("wish.country", ("country", say.Area(wish.Value))),
        "trained" => say.With("wish.trained", ("what", say.Word("trained", wish.Value))),
        "notice" => say.Count("wish.notice", Number(wish.Value)),
        "conflict" => say.With("wish.conflict", ("country", say.Area(wish.Value))),
        "unconflicted" => say["wish.unconflicted"],
        "process" => say["wish.process"],
        "exclude" => say.With("wish.exclude", ("country", say.Area(wish.Value))),
        var kind => say.Word(kind, wish.Value),
    };

    public static string Of(Speech say, (DateOnly First, DateOnly Last, string Mode) days) =>
        say.With($"wish.days.{days.Mode}", ("start", days.First), ("end", days.Last));

    public static IEnumerable<string> Languages(Speech say, IPerson person) => person.Languages
        .Select(s => say.With("skill", ("what", say.LanguageName(s.Code)), ("level", say.Word("languageLevel", s.Level))));

    public static IEnumerable<string> Expertise(Speech say, IPerson person) => person.Expertise
        .Select(s => say.With("skill", ("what", say.Word("expertise", s.Area)), ("level", say.Word("expertiseLevel", s.Level))));

    /// <summary>Where the person has worked: regions, then countries.</summary>
    public static IEnumerable<string> Places(Speech say, IPerson person) => person.Regions.Select(say.Region).Concat(person.Countries.Select(say.Area));

    /// <summary>Why somebody was found: a line for each condition met.</summary>
    public static IEnumerable<string> Why(Speech say, IEnumerable<MatchReason> reasons) => reasons.GroupBy(r => (r.Wish, Region: r.Wish == "regions" ? r.Value : r.Wish + r.Value + r.Through)).Select(g => Why(say, [.. g]));

    private static string Why(Speech say, List<MatchReason> same)
    {
        var one = same[0];
        return one.Wish switch
        {
            "languages" => say.With("why.language", ("language", say.LanguageName(one.Value)), ("level", say.Word("languageLevel", one.Level))),
            "expertise" => say.With("why.expertise", ("area", say.Word("expertise", one.Value)), ("level", say.Word("expertiseLevel", one.Level))),
            "regions" => same.TrueForAll(r => r.Through == one.Value)
                ? say.With("why.country", ("country", say.Region(one.Value)))
                : say.With("why.region", ("region", say.Region(one.Value)), ("places", say.List(same.Select(r => Place(say, r.Through!))))),
            "countries" => say.With("why.country", ("country", say.Area(one.Value))),
            "genders" => say.Word("gender", one.Value),
            "seniorityLevels" => say.Word("seniority", one.Value),
            "functions" => say.Word("function", one.Value),
            "trainedIn" => say.With("wish.trained", ("what", say.Word("trained", one.Value))),
            "maximumNoticeDays" => say.Count("wish.notice", Number(one.Value)),
            "availability" when one.Value.Split('/') is [var start, var end] =>
                say.With("why.days", ("start", Day(start)), ("end", Day(end)), ("kind", say.Word("availability", one.Level))),
            "excludedNationalities" => say.With("why.nationality", ("countries", say.List(one.Value.Split(' ').Select(say.Area)))),
            "text" => say["why.text"],
            "acceptability" => say.Word("acceptability", one.Value),
            _ => one.Value,
        };
    }

    /// <summary>What a possible conflict of interest rests on: stated or declared by the person, nothing else (R16).</summary>
    public static string Of(Speech say, ConflictFlag flag) => flag.Ground == "NATIONALITY"
        ? say.With("flag.NATIONALITY", ("country", say.Area(flag.Country)))
        : say.With("flag.DECLARED_INTEREST", ("kind", say.Word("interest", flag.Interest)), ("country", say.Area(flag.Country)));

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static string Place(Speech say, string code) => char.IsAsciiDigit(code[0]) ? say.Region(code) : say.Area(code);

    private static DateOnly Day(string iso) => DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
