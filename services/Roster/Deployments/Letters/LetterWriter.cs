using Concord.Platform.Http;
using Concord.Platform.Texts;

namespace Concord.Roster.Deployments.Letters;

/// <summary>The words of the letters (¶61, R21), in six languages.</summary>
internal static class LetterWriter
{
    private static readonly TextFiles Texts = new(typeof(LetterWriter).Assembly);

    public static Letter TermsOfReference(LetterContent content, Language language)
    {
        var say = new Speech(language, Texts);
        return new Letter(
            language, content.Organization, say["letter.terms.title"], MarkingOf(content, say), content.Deployment.UpdateTime, FactsOf(content, say),
            [
                new LetterPart(say["letter.purpose"], content.Purpose),
                .. content.Deployment.Tasks is { } tasks ? [new LetterPart(say["letter.tasks"], tasks)] : (LetterPart[])[],
                new LetterPart(say["letter.conduct"], say["letter.conduct.text"]),
            ],
            []);
    }

    public static Letter Appointment(LetterContent content, Language language)
    {
        var (say, d) = (new Speech(language, Texts), content.Deployment);
        return new Letter(
            language, content.Organization, say["letter.appointment.title"], MarkingOf(content, say), d.UpdateTime, FactsOf(content, say),
            [
                new LetterPart(null, say.With("letter.appointment.text", ("organization", content.Organization), ("person", content.Person), ("first", d.FirstDay), ("last", d.LastDay))),
                new LetterPart(null, say["letter.appointment.terms"]),
                new LetterPart(null, say["letter.appointment.free"]),
                new LetterPart(null, say["letter.appointment.care"]),
            ],
            [say.With("letter.sign.organization", ("organization", content.Organization)), say.With("letter.sign.person", ("person", content.Person))]);
    }

    private static string MarkingOf(LetterContent content, Speech say) => say.Word("letter.classification", ApiWord.Of(content.Classification));

    private static IReadOnlyList<LetterFact> FactsOf(LetterContent content, Speech say)
    {
        var d = content.Deployment;
        (string Key, string? Value)[] facts =
        [
            ("letter.reference", d.Id.ToString()),
            ("letter.person", content.Person),
            ("letter.function", d.Function is { } function ? say.Word("letter.function", ApiWord.Of(function)) : null),
            ("letter.asking", content.Asking),
            ("letter.where", content.Place is null ? content.Country : $"{content.Country}, {content.Place}"),
            ("letter.mode", say.Word("letter.mode", ApiWord.Of(d.Mode))),
            ("letter.first", say.Date(d.FirstDay)),
            ("letter.last", say.Date(d.LastDay)),
            ("letter.reportsTo", d.ReportsTo),
        ];
        return [.. facts.Where(f => f.Value is not null).Select(f => new LetterFact(say[f.Key], f.Value!))];
    }
}
