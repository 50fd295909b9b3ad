using Concord.Designation.Processes;
using Concord.Platform.Http;

namespace Concord.Designation.Texts;

/// <summary>A single negotiating text.</summary>
/// <param name="Language">That it is written in.</param>
/// <param name="NothingIsAgreedUntilEverythingIsAgreed">Whether every article stays provisional until the whole is agreed.</param>
/// <param name="PresentedVersion">Number of the version put to the parties last; absent where none was.</param>
/// <param name="AgreedVersion">Number of the version agreed as a whole; absent while none is.</param>
/// <param name="Team">Resource names of those who draft with the mediator; absent for a party.</param>
/// <param name="Etag">Absent for a party: it would tell of drafts.</param>
/// <param name="LegalAffairs">Who of the Office of Legal Affairs the drafters work with; absent for a party.</param>
/// <param name="HumanRights">Who of the Office of the High Commissioner for Human Rights; absent for a party.</param>
/// <param name="MissingLiaisons">Of those two, whom nobody has recorded (R6); absent for a party.</param>
internal sealed record TextAnswer(
    string Name, string Title, string Language, bool NothingIsAgreedUntilEverythingIsAgreed, int? PresentedVersion, int? AgreedVersion, DateTime? AgreeTime, IReadOnlyList<string>? Team, DateTime CreateTime, string? Etag,
    string? LegalAffairs, string? HumanRights, IReadOnlyList<LiaisonOffice>? MissingLiaisons);

/// <summary>One version of a text.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="Note">What is new; absent for a party.</param>
/// <param name="Articles">In their order, with what their state is worth now; absent in lists.</param>
/// <param name="PresentTime">Since when the parties see it; absent where they do not.</param>
internal sealed record VersionAnswer(string Name, int Number, string? Note, IReadOnlyList<Article>? Articles, DateTime? PresentTime, Signature? WrittenBy, DateTime? CreateTime, string? Etag);

/// <summary>What a party says of an article.</summary>
/// <param name="Delegation">Resource name of the party's delegation.</param>
/// <param name="Version">Number of the version it speaks of.</param>
/// <param name="Article">Key of the article in it.</param>
internal sealed record CommentAnswer(
    string Name, string Delegation, int Version, string Article, string Body, Signature MadeBy, DateTime CreateTime, DateTime? WithdrawTime, string? WithdrawReason, string Etag);

/// <summary>Two versions of a text.</summary>
/// <param name="From">Number of the first.</param>
/// <param name="To">Number of the second.</param>
/// <param name="Language">That both are written in.</param>
/// <param name="Articles">In the order of the second, with what it left out in its place.</param>
internal sealed record TextComparisonAnswer(int From, int To, string Language, IReadOnlyList<ComparedArticle> Articles);

internal static class TextAnswers
{
    /// <param name="text">The text.</param>
    /// <param name="drafts">Whether the caller mediates or drafts.</param>
    public static TextAnswer ToAnswer(NegotiatingText text, bool drafts) => new(
        text.Name, text.Title, text.Language, text.NothingIsAgreedUntilEverythingIsAgreed, text.PresentedNumber, text.AgreedNumber, text.AgreeTime,
        drafts ? text.Team : null, text.CreateTime, drafts ? ETag.Of(text) : null,
        drafts ? text.LegalAffairs : null, drafts ? text.HumanRights : null, drafts ? [.. text.MissingLiaisons] : null);

    /// <summary>A party is not told who drafted when: only since when it has the version before it.</summary>
    public static VersionAnswer ToAnswer(NegotiatingText text, TextVersion v, bool drafts, bool inList) => new(
        v.Name, v.Number, drafts ? v.Note : null, inList ? null : [.. v.Articles.Select(a => a with { State = text.StateOf(v, a) })], v.PresentTime,
        drafts ? v.WrittenBy : null, drafts ? v.CreateTime : null, drafts ? ETag.Of(v) : null);

    public static CommentAnswer ToAnswer(TextComment c) => new(
        c.Name, $"{c.Process}/{c.Delegation}", c.TextVersion, c.Article, c.Body, c.MadeBy, c.CreateTime, c.WithdrawTime, c.WithdrawReason, ETag.Of(c));
}
