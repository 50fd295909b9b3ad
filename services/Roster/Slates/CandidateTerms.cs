using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Security;
using Concord.Roster.Geography;
using Concord.Roster.Mediators;

namespace Concord.Roster.Slates;

/// <summary>Somebody from outside the roster.</summary>
/// <param name="DisplayName">As the person is addressed; 1 to 200 characters.</param>
/// <param name="Gender">As the person states it.</param>
/// <param name="Nationalities">ISO 3166-1 alpha-3 codes; 1 to 10.</param>
/// <param name="Background">Who the person is; 1 to 4,000 characters.</param>
/// <param name="Interests">Stakes that the person has declared (R16); at most 10.</param>
internal sealed record AddOutsider(string? DisplayName, Gender? Gender, IReadOnlyList<string>? Nationalities, string? Background, IReadOnlyList<DeclareInterest>? Interests)
{
    private const int MostNationalities = 10;
    private const int MostInterests = 10;

    public OutsidePerson Checked(string field, Atlas atlas, Violations check)
    {
        check.Check(Nationalities is { Count: > 0 }, $"{field}.nationalities", "Required.");
        check.Codes(Nationalities, $"{field}.nationalities", MostNationalities, atlas.IsCountry, "No such country; ISO 3166-1 alpha-3 is expected.");
        return new OutsidePerson(
            check.Name(DisplayName, $"{field}.displayName", 200), check.Required(Gender, $"{field}.gender"), Nationalities ?? [], check.Text(Background, $"{field}.background", 4000),
            check.Items(Interests, $"{field}.interests", MostInterests, (i, name) => i.Checked(name, atlas, check)));
    }
}

/// <summary>What an assessor says to a criterion: to one that is JUDGED, and of somebody from outside to every one.</summary>
/// <param name="Criterion">Its number in the list, from 1.</param>
/// <param name="Met">Whether it is met.</param>
/// <param name="Evidence">On what that rests; 1 to 1,000 characters.</param>
internal sealed record StateCriterion(int? Criterion, bool? Met, string? Evidence);

/// <summary>Puts somebody on a slate: a person of the roster whom the caller sees and who agrees to be found, or somebody from outside.</summary>
/// <param name="Profile">Resource name of the person's profile; this or <paramref name="Outside"/>.</param>
/// <param name="Outside">Somebody from outside the roster.</param>
/// <param name="List">LONG where absent.</param>
/// <param name="Note">Why the person is on this list; 1 to 2,000 characters.</param>
/// <param name="Statements">At most one for each criterion.</param>
internal sealed record AddSlateCandidate(string? Profile, AddOutsider? Outside, SlateList? List, string? Note, IReadOnlyList<StateCriterion>? Statements);

/// <summary>What changes of a candidate.</summary>
/// <param name="List">SHORT puts the person on the short list.</param>
/// <param name="Note">Why the person is on this list; 1 to 2,000 characters.</param>
/// <param name="Statements">At most one for each criterion; one that stays as it was keeps its assessor.</param>
internal sealed record CandidateEdit(SlateList? List, string? Note, IReadOnlyList<StateCriterion>? Statements)
{
    public static CandidateEdit Of(SlateCandidate candidate, CandidateText text) => new(candidate.List, text.Note, [.. text.Statements.Select(s => new StateCriterion(s.Criterion, s.Met, s.Evidence))]);

    /// <summary>As it is kept, or what is wrong with it.</summary>
    /// <param name="slate">With the criteria.</param>
    /// <param name="before">What was said before; null where nothing was.</param>
    /// <param name="outside">Null where the person is on the roster.</param>
    /// <param name="check">Collects what is wrong.</param>
    /// <param name="caller">The assessor of what is new.</param>
    /// <param name="now">Now, UTC.</param>
    public CandidateText Checked(Slate slate, CandidateText? before, OutsidePerson? outside, Violations check, Caller caller, DateTime now)
    {
        check.Required(List, "list");
        var numbers = (Statements ?? []).Select(s => s?.Criterion).ToList();
        check.Check(numbers.Distinct().Count() == numbers.Count, "statements", "At most one for each criterion.");
        var statements = check.Items(Statements, "statements", SlateCriterion.Most, (s, field) =>
        {
            var criterion = s.Criterion is { } number && number >= 1 && number <= slate.Criteria.Count ? slate.Criteria[number - 1] : null;
            check.Check(criterion is not null, $"{field}.criterion", "There is no criterion of that number.");
            check.Check(criterion is null || outside is not null || criterion.Kind == CriterionKind.Judged, $"{field}.criterion", "It is checked by the profile.");
            return s with { Met = check.Required(s.Met, $"{field}.met"), Evidence = check.Text(s.Evidence, $"{field}.evidence", 1000) };
        });
        var note = check.Text(Note, "note", 2000);
        check.ThrowIfAny();
        return new CandidateText(outside, note, [.. statements.Select(s => Kept(s, before) ?? Said(s, caller, now))], null);
    }

    private static CriterionStatement? Kept(StateCriterion s, CandidateText? before) => before?.Statements.FirstOrDefault(b => b.Criterion == s.Criterion && b.Met == s.Met && b.Evidence == s.Evidence);

    private static CriterionStatement Said(StateCriterion s, Caller caller, DateTime now) => new(s.Criterion!.Value, s.Met!.Value, s.Evidence!, new ActPerson(caller.Subject, caller.DisplayName), now);
}
