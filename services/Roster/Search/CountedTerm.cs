using System.Text.Json;

namespace Concord.Roster.Search;

/// <summary>A term that facets count.</summary>
/// <param name="Field">The field.</param>
/// <param name="Label">The value as the answer names it.</param>
/// <param name="Number">Its number in the <see cref="RosterIndex.Glances"/>.</param>
/// <param name="Set">Those of whom it is true.</param>
internal readonly record struct CountedTerm(Field Field, string Label, int Number, SlotSet Set)
{
    // Level 1 is the lowest there is, so its set holds everybody who has the value at any level.
    public static bool Is(Term t) => t is { Level: <= 1, Field: Field.Language or Field.Expertise or Field.Region or Field.Gender or Field.Seniority or Field.Function };

    public static string LabelOf(Term t) => t.Field is Field.Language or Field.Region ? t.Value : JsonNamingPolicy.SnakeCaseUpper.ConvertName(t.Value);
}
