using Concord.Contracts.Access;
using Concord.Roster.Geography;
using Concord.Roster.Mediators;

namespace Concord.Roster.Search;

/// <summary>What the index keeps of a profile: enough to answer a hit and say why it matched, never changed once made.</summary>
internal sealed class RosterEntry(Profile profile)
{
    public ProfileId Id { get; } = profile.Id;
    public long Version { get; } = profile.Version;
    public string DisplayName { get; } = profile.DisplayName;
    public string NameKey { get; } = Search.NameKey.Of(profile.DisplayName);
    public bool Synthetic { get; } = profile.Synthetic;
    public bool Searchable { get; } = profile is { State: ProfileState.Active, SearchUntil: not null };

    /// <summary>Last day on which the person may be found; the last of all where no end was said.</summary>
    public DateOnly SearchUntil { get; } = profile.SearchUntil ?? default;
    public Gender Gender { get; } = profile.Gender;
    public SeniorityLevel SeniorityLevel { get; } = profile.SeniorityLevel;
    public Classification Classification { get; } = profile.Classification;
    public string Owner { get; } = profile.Owner;
    public IReadOnlyList<string> Nationalities { get; } = profile.Nationalities;
    public IReadOnlyList<LanguageSkill> Languages { get; } = profile.Languages;
    public IReadOnlyList<ExpertiseSkill> Expertise { get; } = profile.Expertise;
    public IReadOnlyList<string> Regions { get; } = profile.Regions;
    public IReadOnlyList<string> Countries { get; } = profile.Countries;
    public IReadOnlyList<TeamFunction> Functions { get; } = profile.Functions;
    public TrainingSubject[] TrainedIn { get; } = [.. profile.Trainings.Select(t => t.Kind!.Value).Distinct()];
    public int? NoticeDays { get; } = profile.NoticeDays;
    public (InterestKind Kind, string Country)[] Interests { get; } = [.. profile.Interests.Where(i => i.Country is not null).Select(i => (i.Kind, i.Country!)).Distinct()];
    public IReadOnlyList<AvailabilityWindow> Windows { get; } = [.. profile.Availability.OrderBy(w => w.StartDate)];

    /// <summary>Days on which a deployment holds the person; in no mode is anybody free on them (R15).</summary>
    public DaySpan[] OnDuty { get; } = [.. profile.Duties.Select(d => new DaySpan(d.FirstDay.DayNumber, d.LastDay.DayNumber))];
    public DaySpan[] InPerson { get; } = DaySpan.Free(profile, DeploymentMode.InPerson);
    public DaySpan[] AnyMode { get; } = DaySpan.Free(profile, DeploymentMode.Remote);

    public DaySpan[] SpansFor(DeploymentMode mode) => mode == DeploymentMode.InPerson ? InPerson : AnyMode;

    /// <summary>Every term that is true of the person; nobody who may not be found has any (R26).</summary>
    public HashSet<Term> Terms(Atlas atlas)
    {
        var terms = new HashSet<Term>();
        if (!Searchable)
        {
            return terms;
        }

        terms.Add(Term.Of(Classification));
        terms.Add(Term.Of(Gender));
        terms.Add(Term.Of(SeniorityLevel));
        terms.UnionWith(Nationalities.Select(n => new Term(Field.Nationality, n)));
        terms.UnionWith(Countries.Select(c => new Term(Field.Country, c)));
        terms.UnionWith(Regions.Concat(Countries).SelectMany(atlas.RegionsOver).Select(r => new Term(Field.Region, r)));
        foreach (var skill in Languages)
        {
            for (var level = LanguageLevel.Basic; level <= skill.Level; level++)
            {
                terms.Add(Term.Language(skill.Code, level));
            }
        }

        foreach (var skill in Expertise)
        {
            for (var level = ExpertiseLevel.Familiar; level <= skill.Level; level++)
            {
                terms.Add(Term.Expertise(skill.Area, level));
            }
        }

        terms.UnionWith(Interests.Select(i => new Term(Field.Interest, i.Country)));
        if (SearchUntil != DateOnly.MaxValue)
        {
            terms.Add(Term.Month(Field.ConsentEnds, DaySpan.MonthOf(SearchUntil.DayNumber)));
        }

        terms.UnionWith(Functions.Select(Term.Of));
        terms.UnionWith(TrainedIn.Select(Term.Of));
        terms.UnionWith(Notice.Bounds.Where(bound => NoticeDays <= bound).Select(Term.Notice));
        AddMonths(terms, InPerson, Field.InPersonAllMonth, Field.InPersonSomeDay);
        AddMonths(terms, AnyMode, Field.AnyModeAllMonth, Field.AnyModeSomeDay);
        return terms;
    }

    private static void AddMonths(HashSet<Term> terms, DaySpan[] spans, Field allMonth, Field someDay)
    {
        foreach (var span in spans)
        {
            var last = DaySpan.MonthOf(span.Last);
            for (var month = DaySpan.MonthOf(span.First); month <= last; month++)
            {
                terms.Add(Term.Month(someDay, month));
                var days = DaySpan.DaysOf(month);
                if (span.Covers(days.First, days.Last))
                {
                    terms.Add(Term.Month(allMonth, month));
                }
            }
        }
    }
}
