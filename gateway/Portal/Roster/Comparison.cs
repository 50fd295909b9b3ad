using Concord.Platform.Texts;
using Concord.Portal.Texts;

namespace Concord.Portal.Roster;

/// <summary>A property of several people, one value each; null where somebody does not have it.</summary>
internal sealed record ComparedRow(string Head, IReadOnlyList<string?> Values)
{
    public bool Differs => Values.Distinct().Skip(1).Any();
}

/// <summary>Rows that belong together.</summary>
internal sealed record ComparedGroup(string? Title, IReadOnlyList<ComparedRow> Rows);

/// <summary>People side by side. Every language and field of expertise that one of them has is a row, so that a gap is seen as a gap.</summary>
internal sealed class Comparison(Speech say, IReadOnlyList<Profile> people, IReadOnlyList<string?> availability, IReadOnlyList<string> owners)
{
    private static readonly string[] Deepest = ["NATIVE", "EXPERT", "FLUENT", "PRACTITIONER", "WORKING", "FAMILIAR", "BASIC"];

    public List<ComparedGroup> Groups() =>
    [
        new(null,
        [
            Row("roster.seniority", p => say.Word("seniority", p.SeniorityLevel)),
            Row("roster.gender", p => say.Word("gender", p.Gender)),
            Row("person.nationalities", p => Listed(p.Nationalities.Select(say.Area))),
            new(say["compare.free"], availability),
            new(say["person.owner"], owners),
            Row("person.state", p => say.Word("profileState", p.State)),
        ]),
        new(say["roster.languages"], Skills(p => p.Languages.Select(s => (s.Code, s.Level)), say.LanguageName, "languageLevel")),
        new(say["roster.expertise"], Skills(p => p.Expertise.Select(s => (s.Area, s.Level)), a => say.Word("expertise", a), "expertiseLevel")),
        new(say["compare.where"],
        [
            Row("roster.regions", p => Listed(p.Regions.Select(say.Region))),
            Row("person.countries", p => Listed(p.Countries.Select(say.Area))),
        ]),
    ];

    private ComparedRow Row(string head, Func<Profile, string?> value) => new(say[head], [.. people.Select(value)]);

    private string? Listed(IEnumerable<string> things) => say.List(things) is { Length: > 0 } text ? text : null;

    // What most of them have comes first, at the deepest level.
    private List<ComparedRow> Skills(Func<Profile, IEnumerable<(string Value, string Level)>> skills, Func<string, string> name, string kind)
    {
        var held = people.Select(p => skills(p).ToDictionary(s => s.Value, s => s.Level)).ToList();
        return [.. held.SelectMany(h => h.Keys).Distinct()
            .OrderByDescending(v => held.Count(h => h.ContainsKey(v))).ThenBy(v => held.Where(h => h.ContainsKey(v)).Min(h => Array.IndexOf(Deepest, h[v])))
            .ThenBy(name, say.Alphabet)
            .Select(v => new ComparedRow(name(v), [.. held.Select(h => h.TryGetValue(v, out var level) ? say.Word(kind, level) : null)]))];
    }
}
