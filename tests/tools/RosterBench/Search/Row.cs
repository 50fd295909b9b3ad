using Concord.Roster.Geography;
using Concord.Roster.Mediators;
using Concord.Roster.Search;

namespace Concord.RosterBench.Search;

/// <summary>What a peer stores of a person: everything that the questions ask for, and what the page shows.</summary>
/// <param name="Slot">Number of the person, from 0.</param>
/// <param name="Id">Id of the profile.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="NameKey">As it is sorted and searched in.</param>
/// <param name="Terms">Every term that is true of the person.</param>
/// <param name="Facets">Those of them that are counted.</param>
/// <param name="SearchUntil">Day number of the last day of the consent.</param>
/// <param name="Notice">Days within which the person can come; null where not said.</param>
/// <param name="Travels">Days on which the person can travel.</param>
/// <param name="Works">Days on which the person can work in any way.</param>
internal sealed record Row(int Slot, Guid Id, string Name, string NameKey, int[] Terms, int[] Facets, int SearchUntil, int? Notice, DaySpan[] Travels, DaySpan[] Works)
{
    public static Row Of(int slot, RosterEntry entry, Vocabulary vocabulary, Atlas atlas)
    {
        var terms = entry.Terms(atlas);
        return new Row(
            slot, entry.Id.Value, entry.DisplayName, entry.NameKey, [.. terms.Select(t => vocabulary[t])], [.. terms.Where(IsCounted).Select(t => vocabulary[t])], entry.SearchUntil.DayNumber,
            entry.NoticeDays, entry.InPerson, entry.AnyMode);
    }

    public DaySpan[] Free(DeploymentMode mode) => mode == DeploymentMode.InPerson ? Travels : Works;

    private static bool IsCounted(Term t) => t is { Field: Field.Language or Field.Expertise or Field.Region or Field.Gender or Field.Seniority or Field.Function, Level: <= 1 };
}

/// <summary>What every engine must answer alike.</summary>
/// <param name="Total">People found.</param>
/// <param name="Page">The first fifty by name, then id.</param>
/// <param name="Facets">How many of those found have each counted term; brought into this form only where answers are compared.</param>
internal sealed record Answer(int Total, IReadOnlyList<Guid> Page, Func<IReadOnlyDictionary<int, int>> Facets)
{
    public const int PageSize = 50;

    public bool BeginsAs(Answer other) => Total >= other.Total && Page.Take(other.Page.Count).SequenceEqual(other.Page);

    public bool SameAs(Answer other) => Total == other.Total && Page.SequenceEqual(other.Page) && Facets().OrderBy(f => f.Key).SequenceEqual(other.Facets().OrderBy(f => f.Key));
}

/// <summary>A peer holds the people and answers: total, first page, every facet.</summary>
internal interface IPeer : IAsyncDisposable
{
    string Name { get; }

    Task LoadAsync(IEnumerable<Row> people);

    /// <summary>Makes what the peer would make once for a query that it is asked often.</summary>
    Func<Answer> Prepare(Question question);
}
