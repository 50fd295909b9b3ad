using Concord.Platform.Texts;
using Concord.Portal.Texts;

namespace Concord.Portal.Teams;

/// <summary>Parts of a wish in words.</summary>
internal static class TeamWords
{
    public static string Of(Speech say, WishPart part) => part switch
    {
        { Kind: "GENDER_IN_SUBSTANCE", Expertise: { } skill } => say.With("team.part.reach", ("area", say.Word("team.reach", skill.Area))),
        { Function: { } function } => say.Word("function", function),
        { Expertise: { } skill } => say.With("why.expertise", ("area", say.Word("expertise", skill.Area)), ("level", say.Word("expertiseLevel", skill.Level))),
        { Language: { } skill } => say.With("why.language", ("language", say.LanguageName(skill.Code)), ("level", say.Word("languageLevel", skill.Level))),
        _ => say.Word("team.part", part.Kind),
    };

    /// <summary>What is to be given up.</summary>
    /// <param name="say">The reader's language.</param>
    /// <param name="change">Of the way out.</param>
    /// <param name="nameOf">What somebody is called, by resource name.</param>
    public static string Of(Speech say, Change change, Func<string, string> nameOf) => change.Part switch
    {
        { Kind: "PIN", Person: { } person } when change.Able == 0 => say.With("team.change.PIN", ("person", nameOf(person)), ("why", say.Word("ineligible", change.Why ?? "without"))),
        { Kind: "PIN", Person: { } person } => say.With("team.change.PIN.open", ("person", nameOf(person))),
        { Kind: "BAN", Person: { } person } => say.With("team.change.BAN", ("person", nameOf(person))),
        { Kind: "GENDER_ADVICE" } => say["team.change.GENDER_ADVICE"],
        { Kind: "WOMEN" or "WOMEN_AT_DECISION_LEVEL" or "INSIDERS" or "SMALLEST_SIZE" or "LARGEST_SIZE" } => say.Count($"team.change.{change.Part.Kind}", change.Steps),
        _ => say.With("team.change.without", ("what", Of(say, change.Part))),
    };
}
