using System.Globalization;
using Concord.Platform.Http;
using Concord.Roster.Consents;

namespace Concord.Roster.Import;

/// <summary>What somebody's cells of a table hold, in the one form that an export writes and an import reads whatever the language.</summary>
internal static class PersonCells
{
    public static string? Of(string field, PersonTerms p) => field switch
    {
        PersonColumns.Reference => p.Reference,
        PersonColumns.DisplayName => p.DisplayName,
        PersonColumns.Gender => Word(p.Gender),
        PersonColumns.SeniorityLevel => Word(p.SeniorityLevel),
        PersonColumns.Nationalities => List(p.Nationalities),
        PersonColumns.Languages => List(p.Languages.Select(l => $"{l.Code}={ApiWord.Of(l.Level)}")),
        PersonColumns.Expertise => List(p.Expertise.Select(e => $"{ApiWord.Of(e.Area)}={ApiWord.Of(e.Level)}")),
        PersonColumns.Regions => List(p.Regions),
        PersonColumns.Countries => List(p.Countries),
        PersonColumns.Classification => Word(p.Classification),
        PersonColumns.Functions => List(p.Functions.Select(ApiWord.Of)),
        PersonColumns.NoticeDays => p.NoticeDays?.ToString(CultureInfo.InvariantCulture),
        PersonColumns.Modes => List(p.Modes.Select(ApiWord.Of)),
        PersonColumns.StandbyUntil => Day(p.StandbyUntil),
        PersonColumns.ConsentScope => List(p.Consents.Select(c => c.Scope).OfType<ConsentScope>().Select(ApiWord.Of)),
        PersonColumns.ConsentGivenDay => Day(FirstOf(p)?.GivenDay),
        PersonColumns.ConsentUntil => Day(FirstOf(p)?.Until),
        PersonColumns.ConsentEvidence => FirstOf(p)?.Evidence,
        _ => null,
    };

    private static ConsentTold? FirstOf(PersonTerms p) => p.Consents is [var first, ..] ? first : p.WrittenConsent;

    private static string? Word<T>(T? word) where T : struct, Enum => word is { } said ? ApiWord.Of(said) : null;

    private static string? Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    private static string? List(IEnumerable<string> parts) => string.Join(PersonColumns.BetweenParts, parts) is { Length: > 0 } text ? text : null;
}
