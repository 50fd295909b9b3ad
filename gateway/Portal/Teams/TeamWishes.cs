using System.Globalization;
using Concord.Contracts.Reference;
using Concord.Platform.Texts;
using Concord.Portal.Api;
using Concord.Portal.Components;
using Concord.Portal.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Concord.Portal.Teams;

/// <summary>The team that somebody wants, as it stands in the address; also what an address of the search says of it. What nobody can have is left out; what was typed stays as it was typed.</summary>
public sealed class TeamWishes
{
    public const string Page = "/roster/compose";
    public const int MostLanguages = 10;
    private const string Sent = "compose";
    private const int MostNamed = 50;
    private const int LongestText = 1000;

    /// <summary>Fields of one value, in the order of the form.</summary>
    private static readonly string[] Single = ["largest", "smallest", "start", "end", "mode", "women", "womenPercent", "deciding", "decidingPercent", "noWoman", "senior", "linked", "insiders"];
    private static readonly string[] Numbers = ["largest", "smallest", "women", "womenPercent", "deciding", "decidingPercent", "insiders"];
    private static readonly string[] OfDays = ["start", "end"];
    private static readonly string[] Levels = ["BASIC", "WORKING", "FLUENT", "NATIVE"];
    private static readonly string[] Depths = ["FAMILIAR", "PRACTITIONER", "EXPERT"];

    /// <summary>Those that knowledge of gender can be asked to reach, in the order of the sources.</summary>
    public static readonly IReadOnlyList<string> Reached = ["POWER_SHARING", "WEALTH_SHARING", "SECURITY_ARRANGEMENTS", "TRANSITIONAL_JUSTICE"];
    private static readonly HashSet<string> Spoken = [.. ReferenceData.Languages.Select(l => l.Tag)];
    private static readonly HashSet<string> Places = [.. ReferenceData.Areas.Select(a => a.Alpha3)];

    /// <summary>What the API calls a field, and what the form does.</summary>
    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["largestSize"] = "largest",
        ["smallestSize"] = "smallest",
        ["availability"] = "start",
        ["availability.startDate"] = "start",
        ["availability.endDate"] = "end",
        ["availability.mode"] = "mode",
        ["women.least"] = "women",
        ["women.percent"] = "womenPercent",
        ["womenAtDecisionLevel.least"] = "deciding",
        ["womenAtDecisionLevel.percent"] = "decidingPercent",
        ["withoutWomanReason"] = "noWoman",
        ["pinned"] = "named",
        ["banned"] = "named",
        ["insiderPeople"] = "named",
    };

    private readonly Dictionary<string, string> _one;
    private readonly Dictionary<string, IReadOnlyList<string>> _many;

    private TeamWishes(Dictionary<string, string> one, Dictionary<string, IReadOnlyList<string>> many) => (_one, _many) = (one, many);

    /// <summary>Whether a team is asked for; else the form is shown alone.</summary>
    public bool IsAsked => _one.ContainsKey(Sent);

    /// <summary>Expertise and languages as <c>AREA.LEVEL</c>.</summary>
    public IReadOnlyList<string> Expertise => _many["expertise"];

    public IReadOnlyList<string> Languages => _many["language"];

    public IReadOnlyList<string> Functions => _many["function"];

    public IReadOnlyList<string> Countries => _many["conflict"];

    /// <summary>Fields of substance that knowledge of gender must reach.</summary>
    public IReadOnlyList<string> GenderIn => _many["genderIn"];

    /// <summary>Ids of insider-reconcilers, who stand outside the roster.</summary>
    public IReadOnlyList<string> Reconcilers => _many["reconciler"];

    /// <summary>Ids of everybody on the roster who is named, in whichever way.</summary>
    public IReadOnlyList<string> Named => [.. _many["pin"].Concat(_many["ban"]).Concat(_many["insider"]).Distinct()];

    public static TeamWishes Of(IQueryCollection query)
    {
        var one = Single.Append(Sent).Select(k => (Key: k, Value: query[k].ToString().Trim())).Where(w => w.Value.Length > 0).ToDictionary(w => w.Key, w => w.Value[..Math.Min(w.Value.Length, LongestText)]);
        var added = Enumerable.Range(1, MostLanguages).Select(i => $"{query[$"add{i}"]}.{query[$"addLevel{i}"]}");
        return new(one, new()
        {
            ["function"] = Known(query["function"], v => PortalTexts.Has($"function.{v}")),
            ["expertise"] = Skills(query["expertise"], query["depth"], Depths, v => PortalTexts.Has($"expertise.{v}")),
            ["language"] = [.. Skills(query["language"].Concat(added), query["level"], Levels, Spoken.Contains).Take(MostLanguages)],
            ["conflict"] = Known(query["conflict"].Concat(query["exclude"]), Places.Contains), // the search excludes by nationality; here it is the same countries
            ["pin"] = Ids(query["pin"].Concat(query["profile"])),
            ["genderIn"] = Known(query["genderIn"], Reached.Contains),
            ["ban"] = Ids(query["ban"]),
            ["insider"] = Ids(query["insider"]),
            ["reconciler"] = Ids(query["reconciler"]),
        });
    }

    public string? One(string key) => _one.GetValueOrDefault(key);

    public bool Has(string list, string value) => _many[list].Contains(value);

    /// <summary>The address of the same wish, asked for.</summary>
    public string Address() => Page + new QueryBuilder(_one.Where(w => w.Key != Sent).Select(w => KeyValuePair.Create(w.Key, w.Value))
        .Concat(_many.SelectMany(m => m.Value, (m, value) => KeyValuePair.Create(m.Key, value))).Append(KeyValuePair.Create(Sent, "1"))).ToString();

    public TeamWishes Pinning(string id) => With("pin", id).Without("ban", id);

    public TeamWishes Banning(string id) => With("ban", id).Without("pin", id);

    public TeamWishes Trusting(string id) => With("insider", id);

    public TeamWishes Without(string list, string value) => Replaced(list, [.. _many[list].Where(v => v != value)]);

    /// <summary>The wish after the changes that make it possible.</summary>
    public TeamWishes Giving(IEnumerable<Change> changes) => changes.Aggregate(this, static (wish, change) => change.Part switch
    {
        { Kind: "GENDER_IN_SUBSTANCE", Expertise: { } skill } => wish.Without("genderIn", skill.Area),
        { Function: { } function } => wish.Without("function", function),
        { Expertise: { } skill } => wish.Without("expertise", $"{skill.Area}.{skill.Level}"),
        { Language: { } skill } => wish.Without("language", $"{skill.Code}.{skill.Level}"),
        { Kind: "PIN", Person: { } person } => wish.Without("pin", Frame.Address.Id(person)),
        { Kind: "BAN", Person: { } person } => wish.Without("ban", Frame.Address.Id(person)),
        { Kind: "GENDER_ADVICE" } => wish.Said("linked", "1"),
        { Kind: "WOMEN" } => wish.Fewer("women", "womenPercent", change.Steps),
        { Kind: "WOMEN_AT_DECISION_LEVEL" } => wish.Fewer("deciding", "decidingPercent", change.Steps),
        { Kind: "INSIDERS" } => wish.Moved("insiders", -change.Steps),
        { Kind: "SMALLEST_SIZE" } => wish.Moved("smallest", -change.Steps),
        { Kind: "LARGEST_SIZE" } => wish.Moved("largest", change.Steps),
        _ => wish,
    });

    /// <summary>The question to the roster.</summary>
    public object Question() => new
    {
        smallestSize = Number("smallest"),
        largestSize = Number("largest"),
        functions = Functions,
        expertise = Expertise.Select(Parts).Select(p => new { area = p.What, minimumLevel = p.Level }),
        languages = Languages.Select(Parts).Select(p => new { code = p.What, minimumLevel = p.Level }),
        women = new { least = Number("women"), percent = Number("womenPercent") },
        womenAtDecisionLevel = new { least = Number("deciding"), percent = Number("decidingPercent") },
        insiders = Number("insiders"),
        insiderPeople = Profiles("insider").Concat(Reconcilers.Select(id => $"insiders/{id}")),
        senior = One("senior") is not null,
        genderAdviserLinked = One("linked") is not null,
        genderIn = GenderIn,
        conflictCountries = Countries,
        availability = new { startDate = Days.Of(One("start")), endDate = Days.Of(One("end")), mode = One("mode") == "REMOTE" ? "REMOTE" : "IN_PERSON" },
        pinned = Profiles("pin"),
        banned = Profiles("ban"),
        withoutWomanReason = One("noWoman"),
    };

    /// <summary>What is no number and no day is refused before the API is asked, which would only miss it; null where all can be read.</summary>
    public Problem? Unreadable()
    {
        var wrong = Numbers.Where(k => One(k) is not null && Number(k) is null).Select(k => (Key: k, Why: "fault.number"))
            .Concat(OfDays.Where(k => One(k) is { } text && Days.Of(text) is null).Select(k => (Key: k, Why: "fault.day")))
            .ToDictionary(w => w.Key, w => (string[])[w.Why]);
        return wrong.Count == 0 ? null : new Problem(StatusCodes.Status400BadRequest, null, "INVALID_FIELD", null, wrong);
    }

    /// <summary>A refusal at the fields of the form.</summary>
    public static Problem Told(Problem problem) => problem with
    {
        Errors = problem.Errors?.GroupBy(e => Fields.GetValueOrDefault(e.Key, e.Key)).ToDictionary(g => g.Key, g => g.SelectMany(e => e.Value).Distinct().ToArray()),
    };

    public static Dictionary<string, string> Labels(Speech say) => new(StringComparer.Ordinal)
    {
        ["largest"] = say["team.largest"],
        ["smallest"] = say["team.smallest"],
        ["start"] = say["team.start"],
        ["end"] = say["team.end"],
        ["mode"] = say["team.mode"],
        ["women"] = say["team.womenLeast"],
        ["womenPercent"] = say["team.womenPercent"],
        ["deciding"] = say["team.deciding"],
        ["decidingPercent"] = say["team.decidingPercent"],
        ["noWoman"] = say["team.noWoman"],
        ["insiders"] = say["team.insiders"],
        ["named"] = say["team.named"],
    };

    /// <summary>What, and at which level.</summary>
    public static (string What, string Level) Parts(string skill) => skill.Split('.') is [var what, var level] ? (what, level) : (skill, "");

    private int? Number(string key) => int.TryParse(One(key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private IEnumerable<string> Profiles(string list) => _many[list].Select(id => $"profiles/{id}");

    private TeamWishes With(string list, string value) => Replaced(list, [.. _many[list].Append(value).Distinct().Take(MostNamed)]);

    private TeamWishes Replaced(string list, IReadOnlyList<string> values) => new(_one, new(_many) { [list] = values });

    private TeamWishes Said(string key, string value) => new(new(_one) { [key] = value }, _many);

    private TeamWishes Moved(string key, int by) => Number(key) is { } number && number + by > 0 ? Said(key, (number + by).ToString(CultureInfo.InvariantCulture)) : Silent(key);

    // A share cannot be lowered by people before the size of the team is known: it goes, and the number stays as a least one.
    private TeamWishes Fewer(string least, string percent, int steps) => Number(percent) is null or 0 ? Moved(least, -steps) : Silent(percent).Moved(least, -steps);

    private TeamWishes Silent(string key) => new(_one.Where(w => w.Key != key).ToDictionary(), _many);

    private static List<string> Known(IEnumerable<string?> values, Func<string, bool> known) => [.. values.OfType<string>().Where(known).Distinct().Take(100)];

    private static List<string> Ids(IEnumerable<string?> values) => [.. Known(values, v => Guid.TryParseExact(v, "D", out _)).Select(v => v.ToLowerInvariant()).Take(MostNamed)];

    // The search says one level for all that it names; each once, the last word on it counts.
    private static List<string> Skills(IEnumerable<string?> values, string? levelOfAll, string[] levels, Func<string, bool> known) =>
        [.. values.OfType<string>().Select(v => v.Split('.')).Where(v => known(v[0])).Select(v => (What: v[0], Level: v.ElementAtOrDefault(1) is { Length: > 0 } own ? own : levelOfAll))
            .GroupBy(v => v.What).Select(g => $"{g.Key}.{(levels.Contains(g.Last().Level) ? g.Last().Level : levels[0])}")];
}
