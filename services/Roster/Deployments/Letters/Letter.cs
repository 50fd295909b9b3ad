using Concord.Contracts.Access;
using Concord.Platform.Texts;

namespace Concord.Roster.Deployments.Letters;

/// <summary>One line of facts.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">What it says.</param>
internal sealed record LetterFact(string Label, string Value);

/// <summary>A part of a letter under its own heading.</summary>
/// <param name="Heading">Null where the text stands without.</param>
/// <param name="Text">Line breaks part paragraphs.</param>
internal sealed record LetterPart(string? Heading, string Text);

/// <summary>A letter before it is a file: what it says, and nothing of how it looks.</summary>
/// <param name="Language">It is written in.</param>
/// <param name="Organization">Who issues it; all that the file tells of its author.</param>
/// <param name="Title">In large letters.</param>
/// <param name="Marking">The words of its classification, on every page (ST/SGB/2007/6).</param>
/// <param name="Time">What the file gives as its date, UTC: that of the record, so that the same record gives the same file.</param>
/// <param name="Facts">In two columns.</param>
/// <param name="Parts">Below them.</param>
/// <param name="Signatures">Who signs.</param>
internal sealed record Letter(
    Language Language, string Organization, string Title, string Marking, DateTime Time, IReadOnlyList<LetterFact> Facts, IReadOnlyList<LetterPart> Parts, IReadOnlyList<string> Signatures);

/// <summary>What a letter is made of.</summary>
/// <param name="Organization">Who issues it.</param>
/// <param name="Asking">Who asked for people.</param>
/// <param name="Person">As the person is addressed.</param>
/// <param name="Country">Its name in the language of the letter.</param>
/// <param name="Place">Where in the country.</param>
/// <param name="Purpose">What the request is for.</param>
/// <param name="Classification">Of the request.</param>
/// <param name="Deployment">Of the person.</param>
internal sealed record LetterContent(string Organization, string Asking, string Person, string Country, string? Place, string Purpose, Classification Classification, Deployment Deployment);
