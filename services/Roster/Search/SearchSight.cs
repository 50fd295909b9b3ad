using Concord.Contracts.Access;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Concord.Roster.Mediators;
using Concord.Roster.SharingAgreements;

namespace Concord.Roster.Search;

/// <summary>
/// Whom a search shows to somebody who does not see what every organization keeps, and what of whom (R20): the same as <see cref="ProfileSight"/> and <see cref="ShownFields"/> say, as bitmaps.
/// A wish about fields that are withheld of a person does not find the person, whichever way it goes; so what is found, counted and left out tells nothing of what is withheld.
/// </summary>
internal sealed class SearchSight : IDisposable
{
    private static readonly Classification[] s_byAgreement = [Classification.Confidential];
    private readonly Bitmap _own;
    private readonly Bitmap _all;
    private readonly Dictionary<SharedFields, Bitmap> _showing;

    /// <param name="index">The state that is searched.</param>
    /// <param name="cleared">Labels that the clearance covers.</param>
    /// <param name="organization">Resource name of the organization acted for.</param>
    /// <param name="shared">Slots of those who are shared one by one.</param>
    /// <param name="agreed">What agreements open, and the slots of those whom they name.</param>
    /// <param name="today">Today.</param>
    public SearchSight(
        RosterIndex index, IReadOnlyList<Classification> cleared, string? organization, IReadOnlyList<int> shared, IReadOnlyList<(AgreedSight Sight, IReadOnlyList<int> Named)> agreed, DateOnly today)
    {
        _own = Finder.AnyOf(index, cleared.Select(Term.Of));
        _own.And(index.Find(new Term(Field.Owner, organization ?? "")));
        _all = _own.Clone();
        _all.Or(index.Find(Term.Of(Classification.Unclassified)));
        using var confidential = Finder.AnyOf(index, cleared.Intersect(s_byAgreement).Select(Term.Of));
        using (var oneByOne = Of(index, shared))
        {
            oneByOne.And(confidential);
            _all.Or(oneByOne);
        }

        _showing = ShownFields.All.ToDictionary(f => f, _ => _all.Clone());
        using var consenting = Consenting(index, today);
        foreach (var (sight, named) in agreed)
        {
            using var people = Covered(index, sight, named);
            people.And(confidential);
            people.And(consenting);
            _all.Or(people);
            foreach (var fields in sight.Fields)
            {
                _showing[fields].Or(people);
            }
        }
    }

    /// <summary>Null for whoever sees what every organization keeps.</summary>
    public static SearchSight? Of(Caller caller, RosterIndex index, DateOnly today) => ProfileSight.SeesBeyond(caller)
        ? null
        : new SearchSight(
            index, caller.ClearedLabels(), caller.Organization, index.SlotsOf(caller.SharedWith<ProfileId>()), [.. caller.AgreedSights().Select(s => (s, index.SlotsOf(s.Named)))], today);

    /// <summary>Leaves those whom the caller sees, and who show everything that is asked about.</summary>
    public void Narrow(Bitmap found, SearchQuery query)
    {
        found.And(_all);
        foreach (var fields in AskedBy(query))
        {
            found.And(_showing[fields]);
        }

        if (query.ExcludeConflicted && query.FlaggedCountries.Any())
        {
            LeaveOutUndeclared(found);
        }
    }

    /// <summary>Leaves those of whom the caller knows what they have declared, which travels with no share: of nobody else can it be said that there is no conflict of interest.</summary>
    public void LeaveOutUndeclared(Bitmap found) => found.And(_own);

    /// <summary>Counts each field over those who show it.</summary>
    public void Recount(RosterIndex index, Bitmap found, Span<int> counts)
    {
        Span<int> shown = stackalloc int[counts.Length];
        foreach (var fields in (SharedFields[])[SharedFields.Skills, SharedFields.Experience])
        {
            using var showing = found.Clone();
            showing.And(_showing[fields]);
            FacetCounter.Count(index, showing, shown);
            for (var i = 0; i < counts.Length; i++)
            {
                counts[i] = GroupOf(index.Counted[i].Field) == fields ? shown[i] : counts[i];
            }
        }
    }

    /// <summary>The person as the caller is shown the person.</summary>
    public RosterEntry Show(RosterIndex index, int slot) => index[slot].Showing([.. ShownFields.All.Where(f => _showing[f][slot])], _own[slot]);

    public void Dispose()
    {
        _own.Dispose();
        _all.Dispose();
        foreach (var people in _showing.Values)
        {
            people.Dispose();
        }
    }

    private static IEnumerable<SharedFields> AskedBy(SearchQuery query)
    {
        (bool Asked, SharedFields Fields)[] asked =
        [
            (query.Languages.Length + query.Expertise.Length + query.Functions.Length > 0, SharedFields.Skills),
            (query.Regions.Length + query.Countries.Length > 0, SharedFields.Experience),
            (query.Availability is not null || query.MaximumNoticeDays is not null, SharedFields.Availability),
            (query.TrainedIn.Length > 0, SharedFields.Trainings),
            (query.ExcludedNationalities.Length > 0 || query.ExcludeConflicted, SharedFields.Nationalities),
        ];
        return asked.Where(a => a.Asked).Select(a => a.Fields);
    }

    // Gender and level are among what is always shown.
    private static SharedFields? GroupOf(Field counted) => counted switch
    {
        Field.Language or Field.Expertise or Field.Function => SharedFields.Skills,
        Field.Region => SharedFields.Experience,
        _ => null,
    };

    private static Bitmap Covered(RosterIndex index, AgreedSight sight, IReadOnlyList<int> named)
    {
        var people = Finder.AnyOf(index, [new Term(Field.Owner, sight.Owner)]);
        Finder.KeepAnyOf(index, people, sight.Levels.Select(Term.Of));
        Finder.KeepAnyOf(index, people, sight.Expertise.Select(area => Term.Expertise(area, ExpertiseLevel.Familiar)));
        Finder.KeepAnyOf(index, people, sight.Languages.Select(code => Term.Language(code, LanguageLevel.Basic)));
        Finder.KeepAnyOf(index, people, sight.Regions.Select(region => new Term(Field.Region, region)));
        if (sight.People.Length > 0)
        {
            using var those = Of(index, named);
            people.And(those);
        }

        return people;
    }

    // By the clock and not by a change, as with those who may be found.
    private static Bitmap Consenting(RosterIndex index, DateOnly today)
    {
        var now = DaySpan.MonthOf(today.DayNumber);
        var people = Finder.AnyOf(index, index.SharingEnds.Where(m => m.Month > now).Select(m => m.Term));
        foreach (var slot in index.SharingEnds.Where(m => m.Month == now).SelectMany(m => index.Find(m.Term).Slots()).Where(slot => index[slot].SharingUntil >= today))
        {
            people.Set(slot);
        }

        return people;
    }

    private static Bitmap Of(RosterIndex index, IReadOnlyList<int> slots)
    {
        var people = new Bitmap(index.Count);
        people.SetAll([.. slots]);
        return people;
    }
}
