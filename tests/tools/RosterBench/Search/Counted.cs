using System.Text.Json;
using Concord.Roster.Mediators;
using Concord.Roster.Search;

namespace Concord.RosterBench.Search;

/// <summary>Facets of every engine in one form.</summary>
internal static class Counted
{
    public static Dictionary<int, int> Of(int[] counts) => Enumerable.Range(0, counts.Length).Where(t => counts[t] > 0).ToDictionary(t => t, t => counts[t]);

    public static Dictionary<int, int> Of(FacetCounts facets, Vocabulary terms)
    {
        var counted = new Dictionary<int, int>();
        Add(facets.Languages, code => Term.Language(code, LanguageLevel.Basic));
        Add(facets.Expertise, name => Term.Expertise(Named<ExpertiseArea>(name), ExpertiseLevel.Familiar));
        Add(facets.Regions, code => new Term(Field.Region, code));
        Add(facets.Genders, name => Term.Of(Named<Gender>(name)));
        Add(facets.SeniorityLevels, name => Term.Of(Named<SeniorityLevel>(name)));
        Add(facets.Functions, name => Term.Of(Named<TeamFunction>(name)));
        return counted;

        void Add(IReadOnlyList<FacetCount> values, Func<string, Term> term)
        {
            foreach (var value in values)
            {
                counted.Add(terms[term(value.Value)], value.Count);
            }
        }
    }

    private static T Named<T>(string name) where T : struct, Enum => Enum.GetValues<T>().Single(v => JsonNamingPolicy.SnakeCaseUpper.ConvertName(v.ToString()) == name);
}
