using Concord.Contracts.Access;
using Concord.Roster.Geography;
using Concord.Roster.Mediators;

namespace Concord.Roster.Search;

/// <summary>What the index knows of a person: enough to answer a hit and say why it matched, never changed once made. It keeps it as a <see cref="PackedEntry"/>.</summary>
internal sealed partial class RosterEntry
{
    public RosterEntry(Profile profile)
        : this(IndexedFacts.Of(profile), profile.Availability.Select(FoundWindow.Of))
    {
    }

    public RosterEntry(IndexedFacts profile, IEnumerable<FoundWindow> windows)
    {
        Id = profile.Id;
        Version = profile.Version;
        DisplayName = profile.DisplayName;
        NameKey = Search.NameKey.Of(profile.DisplayName);
        Synthetic = profile.Synthetic;
        Searchable = profile is { State: ProfileState.Active, SearchUntil: not null };
        SearchUntil = profile.SearchUntil ?? default;
        Gender = profile.Gender;
        SeniorityLevel = profile.SeniorityLevel;
        Classification = profile.Classification;
        Owner = profile.Owner;
        SharingUntil = profile.SharingUntil ?? default;
        MergedInto = profile.MergedInto;
        Nationalities = profile.Nationalities;
        Languages = profile.Languages;
        Expertise = profile.Expertise;
        Regions = profile.Regions;
        Countries = profile.Countries;
        Functions = profile.Functions;
        TrainedIn = [.. profile.Trainings.Select(t => t.Kind!.Value).Distinct()];
        NoticeDays = profile.NoticeDays;
        Interests = [.. profile.Interests.Where(i => i.Country is not null).Select(i => (i.Kind, i.Country!)).Distinct()];
        Windows = [.. windows.OrderBy(w => w.StartDate)];
        OnDuty = [.. profile.Duties.Select(d => new DaySpan(d.FirstDay.DayNumber, d.LastDay.DayNumber))];
        InPerson = DaySpan.Free(Windows, OnDuty, DeploymentMode.InPerson);
        AnyMode = DaySpan.Free(Windows, OnDuty, DeploymentMode.Remote);
    }

    /// <summary>The facts in the order in which <see cref="Pack"/> writes them.</summary>
    internal RosterEntry(ProfileId id, long version, string nameKey, DateOnly searchUntil, int? noticeDays, DaySpan[] inPerson, DaySpan[] anyMode, ref PackReader reader)
    {
        (Id, Version, NameKey, SearchUntil, NoticeDays, InPerson, AnyMode) = (id, version, nameKey, searchUntil, noticeDays, inPerson, anyMode);
        DisplayName = reader.Text();
        Synthetic = reader.Flag();
        Searchable = reader.Flag();
        Gender = reader.Number<Gender>();
        SeniorityLevel = reader.Number<SeniorityLevel>();
        Classification = reader.Number<Classification>();
        Owner = reader.Code();
        SharingUntil = DateOnly.FromDayNumber(reader.Number());
        MergedInto = reader.Flag() ? new ProfileId(reader.Id()) : null;
        Nationalities = Codes(ref reader);
        Languages = reader.List((ref PackReader r) => new LanguageSkill(r.Code(), r.Number<LanguageLevel>()));
        Expertise = reader.List((ref PackReader r) => new ExpertiseSkill(r.Number<ExpertiseArea>(), r.Number<ExpertiseLevel>()));
        Regions = Codes(ref reader);
        Countries = Codes(ref reader);
        Functions = reader.List((ref PackReader r) => r.Number<TeamFunction>());
        TrainedIn = reader.List((ref PackReader r) => r.Number<TrainingSubject>());
        Interests = reader.List((ref PackReader r) => (r.Number<InterestKind>(), r.Code()));
        OnDuty = reader.Spans();
        Windows = reader.List((ref PackReader r) => new FoundWindow(new WindowId(r.Id()), DateOnly.FromDayNumber(r.Number()), DateOnly.FromDayNumber(r.Number()), r.Number<AvailabilityKind>()));
    }

    public ProfileId Id { get; }
    public long Version { get; }
    public string DisplayName { get; }
    public string NameKey { get; }
    public bool Synthetic { get; }
    public bool Searchable { get; }

    /// <summary>The name by which the person may be found; null where by none.</summary>
    public string? SearchedName => Searchable ? DisplayName : null;

    /// <summary>The name of somebody who may not be found: by it another record of the same person is looked for, and nothing else. Null where the person may be found.</summary>
    public string? UnsearchedName => Searchable ? null : DisplayName;

    /// <summary>Last day on which the person may be found; the last of all where no end was said.</summary>
    public DateOnly SearchUntil { get; }
    public Gender Gender { get; }
    public SeniorityLevel SeniorityLevel { get; }
    public Classification Classification { get; }
    public string Owner { get; }

    /// <summary>Last day on which the person consents to be shared; the first of all where that was never said.</summary>
    public DateOnly SharingUntil { get; }

    /// <summary>The record of the same person that is kept in its place; null where there is none.</summary>
    public ProfileId? MergedInto { get; }
    public IReadOnlyList<string> Nationalities { get; private set; }
    public IReadOnlyList<LanguageSkill> Languages { get; private set; }
    public IReadOnlyList<ExpertiseSkill> Expertise { get; private set; }
    public IReadOnlyList<string> Regions { get; private set; }
    public IReadOnlyList<string> Countries { get; private set; }
    public IReadOnlyList<TeamFunction> Functions { get; private set; }
    public TrainingSubject[] TrainedIn { get; private set; }
    public int? NoticeDays { get; private set; }
    public (InterestKind Kind, string Country)[] Interests { get; private set; }
    public IReadOnlyList<FoundWindow> Windows { get; private set; }

    /// <summary>Days on which a deployment holds the person; in no mode is anybody free on them (R15).</summary>
    public DaySpan[] OnDuty { get; private set; }
    public DaySpan[] InPerson { get; private set; }
    public DaySpan[] AnyMode { get; private set; }

    /// <summary>As the index keeps it; made when it is first asked for.</summary>
    public PackedEntry Packed => field ??= new PackedEntry(this);

    /// <summary>The days on which the person can work, in person and in any way.</summary>
    public byte[] PackSpans()
    {
        using var writer = new PackWriter();
        writer.Spans(InPerson);
        writer.Spans(AnyMode);
        return writer.ToArray();
    }

    public void Pack(PackWriter writer)
    {
        writer.Text(DisplayName);
        writer.Flag(Synthetic);
        writer.Flag(Searchable);
        writer.Number(Gender);
        writer.Number(SeniorityLevel);
        writer.Number(Classification);
        writer.Code(Owner);
        writer.Number(SharingUntil.DayNumber);
        writer.Flag(MergedInto is not null);
        if (MergedInto is { } kept)
        {
            writer.Id(kept.Value);
        }

        writer.List(Nationalities, writer.Code);
        writer.List(Languages, skill =>
        {
            writer.Code(skill.Code);
            writer.Number(skill.Level);
        });
        writer.List(Expertise, skill =>
        {
            writer.Number(skill.Area);
            writer.Number(skill.Level);
        });
        writer.List(Regions, writer.Code);
        writer.List(Countries, writer.Code);
        writer.List(Functions, writer.Number);
        writer.List(TrainedIn, writer.Number);
        writer.List(Interests, interest =>
        {
            writer.Number(interest.Kind);
            writer.Code(interest.Country);
        });
        writer.Spans(OnDuty);
        writer.List(Windows, window =>
        {
            writer.Id(window.Id.Value);
            writer.Number(window.StartDate.DayNumber);
            writer.Number(window.EndDate.DayNumber);
            writer.Number(window.Kind);
        });
    }

    /// <summary>Every term that is true of the person; nobody who may not be found has any (R26).</summary>
    public HashSet<Term> Terms(Atlas atlas)
    {
        var terms = new List<Term>();
        AddTerms(atlas, terms);
        return [.. terms];
    }

    /// <summary>The same, with some of them more than once.</summary>
    public void AddTerms(Atlas atlas, List<Term> terms)
    {
        if (!Searchable)
        {
            return;
        }

        terms.Add(Term.Of(Classification));
        terms.Add(Term.Of(Gender));
        terms.Add(Term.Of(SeniorityLevel));
        terms.Add(new Term(Field.Owner, Owner));
        if (Classification == Classification.Confidential && SharingUntil != default)
        {
            terms.Add(Term.Month(Field.SharingEnds, DaySpan.MonthOf(SharingUntil.DayNumber)));
        }

        terms.AddRange(Nationalities.Select(n => new Term(Field.Nationality, n)));
        terms.AddRange(Countries.Select(c => new Term(Field.Country, c)));
        foreach (var place in Regions.Concat(Countries))
        {
            foreach (var region in atlas.RegionsOver(place))
            {
                terms.Add(new Term(Field.Region, region));
            }
        }

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

        terms.AddRange(Interests.Select(i => new Term(Field.Interest, i.Country)));
        if (SearchUntil != DateOnly.MaxValue)
        {
            terms.Add(Term.Month(Field.ConsentEnds, DaySpan.MonthOf(SearchUntil.DayNumber)));
        }

        terms.AddRange(Functions.Select(Term.Of));
        terms.AddRange(TrainedIn.Select(Term.Of));
        terms.AddRange(Notice.Bounds.Where(bound => NoticeDays <= bound).Select(Term.Notice));
        AddMonths(terms, InPerson, Field.InPersonAllMonth, Field.InPersonSomeDay);
        AddMonths(terms, AnyMode, Field.AnyModeAllMonth, Field.AnyModeSomeDay);
    }

    private static string[] Codes(ref PackReader reader) => reader.List((ref PackReader r) => r.Code());

    private static void AddMonths(List<Term> terms, DaySpan[] spans, Field allMonth, Field someDay)
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
