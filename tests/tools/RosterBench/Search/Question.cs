using Concord.Contracts.Access;
using Concord.Roster.Mediators;
using Concord.Roster.Search;

namespace Concord.RosterBench.Search;

/// <summary>A query in the form that every peer gets: numbers of terms, and what terms alone cannot say.</summary>
/// <param name="AllOf">From each group at least one term must be true of the person.</param>
/// <param name="NoneOf">None of these may be.</param>
/// <param name="Free">Days on which the person must be able to work, and how.</param>
/// <param name="Notice">Days within which the person must be able to come.</param>
/// <param name="Words">Each begins a word of the name.</param>
internal sealed record Question(int[][] AllOf, int[] NoneOf, AvailabilityNeed? Free, int? Notice, string[] Words)
{
    public static Question Of(SearchQuery query, Classification clearance, Vocabulary terms)
    {
        List<int[]> allOf = [[.. Enum.GetValues<Classification>().Where(c => c <= clearance).Select(c => terms[Term.Of(c)])]];
        allOf.AddRange(query.Languages.Select(w => (int[])[terms[Term.Language(w.Code, w.Level)]]));
        allOf.AddRange(query.Expertise.Select(w => (int[])[terms[Term.Expertise(w.Area, w.Level)]]));
        allOf.AddRange(query.Functions.Select(f => (int[])[terms[Term.Of(f)]]));
        allOf.AddRange(query.TrainedIn.Select(t => (int[])[terms[Term.Of(t)]]));
        Any(query.Regions.Select(r => new Term(Field.Region, r)));
        Any(query.Countries.Select(c => new Term(Field.Country, c)));
        Any(query.Genders.Select(Term.Of));
        Any(query.SeniorityLevels.Select(Term.Of));
        if (query.Availability is { } need)
        {
            var (allMonth, someDay) = need.Mode == DeploymentMode.InPerson ? (Field.InPersonAllMonth, Field.InPersonSomeDay) : (Field.AnyModeAllMonth, Field.AnyModeSomeDay);
            for (var month = DaySpan.MonthOf(need.Days.First); month <= DaySpan.MonthOf(need.Days.Last); month++)
            {
                var days = DaySpan.DaysOf(month);
                allOf.Add([terms[Term.Month(need.Days.Covers(days.First, days.Last) ? allMonth : someDay, month)]]);
            }
        }

        if (query.MaximumNoticeDays is { } notice)
        {
            allOf.Add([terms[Term.Notice(Concord.Roster.Search.Notice.Covering(notice))]]);
        }

        var noneOf = query.ExcludedNationalities.Select(n => terms[new Term(Field.Nationality, n)]);
        if (query.ExcludeConflicted)
        {
            noneOf = noneOf.Concat(query.FlaggedCountries.SelectMany(c => (int[])[terms[new Term(Field.Nationality, c)], terms[new Term(Field.Interest, c)]]));
        }

        return new Question([.. allOf], [.. noneOf.Distinct()], query.Availability, query.MaximumNoticeDays, query.Words);

        void Any(IEnumerable<Term> any)
        {
            if (any.Any())
            {
                allOf.Add([.. any.Select(t => terms[t])]);
            }
        }
    }
}

/// <summary>Numbers of terms, the same for every peer.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<Term, int> _numbers = [];
    private readonly List<Term> _terms = [];

    public int this[Term term]
    {
        get
        {
            if (!_numbers.TryGetValue(term, out var number))
            {
                _numbers.Add(term, number = _terms.Count);
                _terms.Add(term);
            }

            return number;
        }
    }

    public int Count => _terms.Count;

    public Term Term(int number) => _terms[number];
}
