using System.Globalization;
using System.Text.Json;
using Concord.Contracts.Reference;
using Concord.Portal.Api;
using Concord.Portal.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Concord.Portal.Roster;

/// <summary>One condition of a search, as it stands in the address.</summary>
internal sealed record Wish(string Key, string Value);

/// <summary>Whom somebody looks for: the conditions that the address names.</summary>
internal sealed class Wishes
{
    public const string Page = "/roster";
    private const int LongestText = 200;
    private const int MostDays = 1830; // as the roster refuses more
    private static readonly HashSet<string> Spoken = [.. ReferenceData.Languages.Select(l => l.Tag)];
    private static readonly HashSet<string> Places = [.. ReferenceData.Areas.Select(a => a.Alpha3)];

    /// <summary>In the order in which conditions are said.</summary>
    private static readonly (string Key, bool Many, Func<string, bool> IsKnown)[] Known =
    [
        ("text", false, _ => true),
        ("language", true, Spoken.Contains),
        ("level", false, v => PortalTexts.Has($"languageLevel.{v}")),
        ("expertise", true, v => PortalTexts.Has($"expertise.{v}")),
        ("depth", false, v => PortalTexts.Has($"expertiseLevel.{v}")),
        ("region", true, ReferenceData.RegionByM49.ContainsKey),
        ("country", true, Places.Contains),
        ("seniority", true, v => PortalTexts.Has($"seniority.{v}")),
        ("gender", true, v => PortalTexts.Has($"gender.{v}")),
        ("function", true, v => PortalTexts.Has($"function.{v}")),
        ("trained", true, v => PortalTexts.Has($"trained.{v}")),
        ("notice", false, v => Notices.Contains(v)),
        ("conflict", true, Places.Contains),
        ("exclude", true, Places.Contains),
        ("unconflicted", false, v => v == "1"),
        ("process", false, v => Guid.TryParse(v, out _)),
        ("acceptability", false, v => PortalTexts.Has($"acceptability.{v}")),
    ];

    /// <summary>Days of notice to choose from.</summary>
    public static readonly string[] Notices = ["0", "3", "7", "14", "30", "90"];

    private readonly List<Wish> _all;

    public static Wishes None { get; } = new([], null);

    private Wishes(IEnumerable<Wish> all, (DateOnly First, DateOnly Last, string Mode)? days)
    {
        var given = all.ToList();
        _all = [.. given.Where(w => w.Key switch // what says how much, or of whom, says nothing on its own
        {
            "level" => given.Exists(o => o.Key == "language"),
            "depth" => given.Exists(o => o.Key == "expertise"),
            "unconflicted" => given.Exists(o => o.Key is "conflict" or "exclude"),
            "acceptability" => given.Exists(o => o.Key == "process"),
            _ => true,
        })];
        Days = days;
    }

    /// <summary>Days on each of which the person must be free; null where any will do.</summary>
    public (DateOnly First, DateOnly Last, string Mode)? Days { get; }

    public IReadOnlyList<Wish> All => _all;

    public int Count => _all.Count + (Days is null ? 0 : 1);

    private static readonly string[] Modes = ["REMOTE", "IN_PERSON"];

    /// <summary>The search that somebody opens.</summary>
    /// <exception cref="ProblemException">It asks for what nobody can have: the search without that finds whom nobody asked for.</exception>
    public static Wishes Asked(HttpRequest request)
    {
        bool IsNone(string key, Func<string, bool> isKnown) => request.Query[key].Any(v => v?.Trim() is { Length: > 0 } value && !isKnown(value));
        List<string> none = [.. Known.Where(k => IsNone(k.Key, k.IsKnown)).Select(k => k.Key), .. ((string[])["start", "end"]).Where(k => IsNone(k, v => Day(v) is not null)), .. IsNone("mode", Modes.Contains) ? ["mode"] : Array.Empty<string>()];
        return none.Count == 0 ? Of(request.Query) : throw Frame.Address.NoValue(none);
    }

    /// <summary>The same without what nobody can have.</summary>
    public static Wishes Of(IQueryCollection query) => new(
        Known.SelectMany(k => query[k.Key].OfType<string>().Select(v => v.Trim()).Where(v => v.Length > 0).Select(v => v[..Math.Min(v.Length, LongestText)])
            .Where(k.IsKnown).Distinct(StringComparer.Ordinal).Take(k.Many ? 100 : 1).Select(v => new Wish(k.Key, v))),
        DaysOf(query));

    public bool Has(string key) => _all.Exists(w => w.Key == key);

    public bool Has(string key, string value) => _all.Contains(new Wish(key, value));

    public string? One(string key) => _all.Find(w => w.Key == key)?.Value;

    public List<string> Many(string key) => [.. _all.Where(w => w.Key == key).Select(w => w.Value)];

    public Wishes Without(Wish wish) => new(_all.Where(w => w != wish), Days);

    /// <summary>One condition alone; null where it says nothing alone.</summary>
    public static Wishes? Only(Wish wish) => new Wishes([wish], null) is { Count: > 0 } only ? only : null;

    public Wishes Without(string key) => new(_all.Where(w => w.Key != key), Days);

    public Wishes OnlyDays() => new([], Days);

    public Wishes WithoutDays() => new(_all, null);

    /// <summary>All that stands in the address, days included.</summary>
    public IEnumerable<KeyValuePair<string, string>> Pairs()
    {
        var days = Days is not { } d ? [] : new[] { KeyValuePair.Create("start", Iso(d.First)), KeyValuePair.Create("end", Iso(d.Last)), KeyValuePair.Create("mode", d.Mode) };
        return _all.Select(w => KeyValuePair.Create(w.Key, w.Value)).Concat(days);
    }

    /// <summary>The address of the search, or of another page that leads back to it.</summary>
    public string Address(IEnumerable<string> chosen, string page = Page) =>
        page + new QueryBuilder(Pairs().Concat(chosen.Select(id => KeyValuePair.Create("profile", id)))).ToString();

    /// <summary>The question to the roster; values of one kind that may each do stand together.</summary>
    public object Question(int? pageSize = null, string? pageToken = null) => new
    {
        languages = Many("language").Select(code => new { code, minimumLevel = One("level") }),
        expertise = Many("expertise").Select(area => new { area, minimumLevel = One("depth") }),
        regions = Many("region"),
        countries = Many("country"),
        genders = Many("gender"),
        functions = Many("function"),
        trainedIn = Many("trained"),
        maximumNoticeDays = One("notice") is { } notice ? int.Parse(notice, CultureInfo.InvariantCulture) : (int?)null,
        conflictCountries = Many("conflict"),
        excludeConflicted = Has("unconflicted"),
        seniorityLevels = Many("seniority"),
        availability = Days is { } d ? new { startDate = Iso(d.First), endDate = Iso(d.Last), mode = d.Mode } : null,
        excludedNationalities = Many("exclude"),
        text = One("text"),
        acceptability = One("process") is { } process ? new { process = $"processes/{process}", wanted = One("acceptability") } : null,
        pageSize,
        pageToken,
    };

    /// <summary>Where those who are found are to be had as one table.</summary>
    public string Export(string format) => $"/api/v1/profiles:export?format={format}&search={Uri.EscapeDataString(JsonSerializer.Serialize(Question(null), JsonSerializerOptions.Web))}";

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // One day alone is a day; two the wrong way round are meant the other way.
    private static (DateOnly First, DateOnly Last, string Mode)? DaysOf(IQueryCollection query)
    {
        var (start, end) = (Day(query["start"]), Day(query["end"]));
        if ((start ?? end) is not { } one)
        {
            return null;
        }

        var other = end ?? one;
        var (first, last) = one <= other ? (one, other) : (other, one);
        var longest = DateOnly.FromDayNumber(Math.Min(first.DayNumber + MostDays - 1, DateOnly.MaxValue.DayNumber));
        return (first, last <= longest ? last : longest, query["mode"] == "IN_PERSON" ? "IN_PERSON" : "REMOTE");
    }

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
