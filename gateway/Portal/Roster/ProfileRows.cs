using Concord.Contracts.Reference;
using Concord.Platform.Texts;
using Concord.Portal.Components;
using Concord.Portal.Texts;
using Microsoft.AspNetCore.Http;

namespace Concord.Portal.Roster;

/// <summary>The lists of a person's record as rows of forms.</summary>
internal static class ProfileRows
{
    private static readonly string[] LanguageLevels = ["BASIC", "WORKING", "FLUENT", "NATIVE"];
    private static readonly string[] Depths = ["FAMILIAR", "PRACTITIONER", "EXPERT"];

    public static RowForm Languages(Speech say, IReadOnlyList<LanguageSkill> held, IFormCollection? form) => new(
        "languages",
        [new("code", say["ownRecord.language"]) { Options = Chosen(say, ReferenceData.Languages.Select(l => l.Tag), say.LanguageName), InEnglish = [.. ReferenceData.Languages.Select(l => l.Tag).Where(say.IsNamedInEnglish)] }, Words(say, "level", say["ownRecord.level"], "languageLevel", LanguageLevels)],
        [.. held.Select(l => Row(("code", l.Code), ("level", l.Level)))],
        form);

    public static RowForm Interests(Speech say, Profile person, IFormCollection? form) => new(
        "interests",
        [
            Words(say, "kind", say["person.interest.kind"], "interest", PortalTexts.ValuesOf("interest")), Country(say, "country", say["person.country"]),
            new("party", say["person.interest.party"]) { MaxLength = 200 }, new("note", say["person.interest.note"]) { MaxLength = 500, Lines = 2 },
        ],
        [.. (person.Interests ?? []).Select(i => Row(("kind", i.Kind), ("country", i.Country), ("party", i.Party), ("note", i.Note)))],
        form);

    public static RowForm Expertise(Speech say, Profile person, IFormCollection? form) => new(
        "expertise",
        [
            new("area", say["roster.expertise"]) { Options = Chosen(say, PortalTexts.ValuesOf("expertise"), a => say.Word("expertise", a)) }, Words(say, "level", say["ownRecord.level"], "expertiseLevel", Depths),
            new("evidence", say["person.evidence"]) { MaxLength = 500, Lines = 2 },
        ],
        [.. person.Expertise.Select(e => Row(("area", e.Area), ("level", e.Level), ("evidence", e.Evidence)))],
        form);

    public static RowForm Conflicts(Speech say, Profile person, IFormCollection? form) => new(
        "conflicts",
        [
            new("label", say["person.conflict"]) { MaxLength = 200 }, new("process", say["person.process"]) { MaxLength = 200 }, new("fromYear", say["person.fromYear"]) { Kind = AskKind.Number, MaxLength = 4 },
            new("untilYear", say["person.untilYear"]) { Kind = AskKind.Number, MaxLength = 4 }, new("role", say["person.role"]) { MaxLength = 200 },
        ],
        [.. person.Conflicts.Select(c => Row(("label", c.Label), ("process", c.Process), ("fromYear", RowForm.Text(c.FromYear)), ("untilYear", RowForm.Text(c.UntilYear)), ("role", c.Role)))],
        form);

    public static RowForm Knowledge(Speech say, Profile person, IFormCollection? form) => new(
        "culturalKnowledge",
        [
            Words(say, "kind", say["person.knowledge.kind"], "knowledge", PortalTexts.ValuesOf("knowledge")), new("place", say["person.knowledge.place"]) { MaxLength = 3, Hint = say["person.knowledge.place.hint"] },
            new("note", say["person.knowledge.note"]) { MaxLength = 500, Lines = 2 },
        ],
        [.. person.CulturalKnowledge.Select(k => Row(("kind", k.Kind), ("place", k.Place), ("note", k.Note)))],
        form);

    public static RowForm Assignments(Speech say, Profile person, IFormCollection? form) => new(
        "assignments",
        [
            new("what", say["person.assignment"]) { MaxLength = 200 }, new("organization", say["person.assignment.organization"]) { MaxLength = 200 }, Country(say, "country", say["person.country"]),
            new("from", say["team.start"]) { Kind = AskKind.Day }, new("until", say["team.end"]) { Kind = AskKind.Day },
        ],
        [.. person.Assignments.Select(a => Row(("what", a.What), ("organization", a.Organization), ("country", a.Country), ("from", RowForm.Text(a.From)), ("until", RowForm.Text(a.Until))))],
        form);

    public static RowForm Trainings(Speech say, Profile person, IFormCollection? form) => new(
        "trainings",
        [
            new("title", say["person.training"]) { MaxLength = 200 }, Words(say, "kind", say["person.training.kind"], "trained", PortalTexts.ValuesOf("trained")),
            new("provider", say["person.training.provider"]) { MaxLength = 200 }, new("day", say["person.day"]) { Kind = AskKind.Day },
        ],
        [.. person.Trainings.Select(t => Row(("title", t.Title), ("kind", t.Kind), ("provider", t.Provider), ("day", RowForm.Text(t.Day))))],
        form);

    private static Ask Country(Speech say, string name, string label) => new(name, label) { Options = Chosen(say, ReferenceData.Areas.Select(a => a.Alpha3), say.Area) };

    private static Ask Words(Speech say, string name, string label, string kind, IEnumerable<string> values) => new(name, label) { Options = [.. values.Select(v => (v, say.Word(kind, v)))] };

    private static (string, string)[] Chosen(Speech say, IEnumerable<string> values, Func<string, string> word) =>
        [("", say["form.choose"]), .. values.Select(v => (v, Text: word(v))).OrderBy(v => v.Text, say.Alphabet)];

    private static Dictionary<string, string?> Row(params ReadOnlySpan<(string Column, string? Value)> values)
    {
        var row = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (column, value) in values)
        {
            row[column] = value;
        }

        return row;
    }
}
