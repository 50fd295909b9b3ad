using System.Globalization;
using Concord.Platform.Browsers;
using Microsoft.AspNetCore.Http;

namespace Concord.Platform.Texts;

/// <summary>One of the six languages of the United Nations, as pages speak it.</summary>
/// <param name="Tag">As in <c>lang</c>.</param>
/// <param name="OwnName">Its name in itself.</param>
/// <param name="IsRightToLeft">Whether pages are mirrored.</param>
/// <param name="Culture">How it writes numbers and names of months; always the Gregorian calendar.</param>
/// <param name="Date">Pattern of a date in full.</param>
/// <param name="ShortDate">Pattern of a date in a narrow column.</param>
/// <param name="Month">Pattern of a month in a heading.</param>
public sealed record Language(string Tag, string OwnName, bool IsRightToLeft, CultureInfo Culture, string Date, string ShortDate, string Month)
{
    public const string Cookie = "concord.lang";

    public static Language English { get; } = new("en", "English", false, Gregorian("en-GB"), "d MMMM yyyy", "d MMM yyyy", "MMM yyyy");

    public static IReadOnlyList<Language> All { get; } =
    [
        new("ar", "العربية", true, Arabic(), "d MMMM yyyy", "d MMM yyyy", "MMM yyyy"),
        new("zh", "中文", false, Gregorian("zh-Hans-CN"), "yyyy年M月d日", "yyyy年M月d日", "yyyy年M月"),
        English,
        new("fr", "Français", false, Gregorian("fr-FR"), "d MMMM yyyy", "d MMM yyyy", "MMM yyyy"),
        new("ru", "Русский", false, Gregorian("ru-RU"), "d MMMM yyyy 'г.'", "dd.MM.yyyy", "MM.yyyy"),
        new("es", "Español", false, Gregorian("es-ES"), "d 'de' MMMM 'de' yyyy", "d MMM yyyy", "MMM yyyy"),
    ];

    public string Direction => IsRightToLeft ? "rtl" : "ltr";

    /// <summary>Null where pages do not speak it. A tag may be longer: <c>fr-CA</c>.</summary>
    public static Language? Find(string? tag) => tag is null ? null : All.FirstOrDefault(l => tag.Split('-', '_')[0].Equals(l.Tag, StringComparison.OrdinalIgnoreCase));

    /// <summary>What the person chose; else what the browser prefers; else English.</summary>
    public static Language Of(HttpRequest request) => Find(CookieNames.Find(request, Cookie))
        ?? request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).Select(l => Find(l.Value.Value)).FirstOrDefault(l => l is not null)
        ?? English;

    private static CultureInfo Gregorian(string name)
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();
        culture.DateTimeFormat.Calendar = new GregorianCalendar();
        return culture;
    }

    // United Nations documents in Arabic give each month by both of its names, and write digits as here.
    private static CultureInfo Arabic()
    {
        var culture = Gregorian("ar");
        string[] months =
        [
            "كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو", "حزيران/يونيه",
            "تموز/يوليه", "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر", "تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر", "",
        ];
        string[] narrow = ["يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيه", "يوليه", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر", ""];
        culture.DateTimeFormat.MonthNames = culture.DateTimeFormat.MonthGenitiveNames = months;
        culture.DateTimeFormat.AbbreviatedMonthNames = culture.DateTimeFormat.AbbreviatedMonthGenitiveNames = narrow;
        culture.NumberFormat = (NumberFormatInfo)CultureInfo.InvariantCulture.NumberFormat.Clone();
        return culture;
    }
}
