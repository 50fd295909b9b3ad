using Concord.Contracts.Access;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Roster.Geography;

namespace Concord.Roster.Mediators;

/// <summary>The ladder of R26; only ACTIVE may be found and given work.</summary>
internal enum ProfileState
{
    Draft = 1,
    Submitted,
    UnderVetting,
    Active,
    Suspended,
    Retired,

    /// <summary>Nothing of the person is kept any more; the profile does not exist for anybody.</summary>
    Erased,
}

/// <summary>A person on the roster (R1). Contacts are kept apart from it.</summary>
internal sealed partial class Profile : IVersioned, IListed<ProfileId>, IClassifiedRecord
{
    private const int MaxWindows = 100;
    private readonly List<AvailabilityWindow> _availability = [];

    private Profile() { } // EF

    public ProfileId Id { get; private init; }

    [Personal]
    public string DisplayName { get; private set; } = "";

    [Personal]
    public Gender Gender { get; private set; }

    public SeniorityLevel SeniorityLevel { get; private set; }

    [Personal]
    public IReadOnlyList<string> Nationalities { get; private set; } = [];

    [Personal]
    public IReadOnlyList<LanguageSkill> Languages { get; private set; } = [];

    [Personal]
    public IReadOnlyList<ExpertiseSkill> Expertise { get; private set; } = [];

    [Personal]
    public IReadOnlyList<string> Regions { get; private set; } = [];

    [Personal]
    public IReadOnlyList<string> Countries { get; private set; } = [];

    /// <summary>Resource name of the organization that keeps the record (R20).</summary>
    public string Owner { get; private init; } = "";
    public Classification Classification { get; private set; }

    /// <summary>Resource name of the person's account, which shows the person the own record (R159). That it was changed, and by whom, is in the audit chain; whose account it is, is not: that must end with an erasure.</summary>
    [Personal]
    public string? Person { get; private set; }

    /// <summary>No such person exists: made by the generator, shown in every answer.</summary>
    public bool Synthetic { get; private init; }
    public ProfileState State { get; private set; }
    public DateTime CreateTime { get; private init; }

    /// <summary>Time of the last change; other replicas find changes by it.</summary>
    public DateTime UpdateTime { get; private set; }
    public long Version { get; set; }

    /// <summary>Loaded with the profile wherever it is changed.</summary>
    public IReadOnlyList<AvailabilityWindow> Availability => _availability;

    public string RecordName => Id.ToString();

    public ProfileEdit Editable => new(
        DisplayName, Gender, SeniorityLevel, Nationalities, Languages, KnownExpertise(), Regions, Countries, Classification, Person, Functions, Conflicts, CulturalKnowledge, Assignments, Trainings, Deployability);

    public static Profile Draft(ProfileId id, ProfileEdit fields, string? owner, bool synthetic, Atlas atlas, DateTime now)
    {
        var check = new Violations();
        check.Check(ResourceName.IsIn("organizations", owner), "owner", "Expected the form organizations/{uuid}.");
        var profile = new Profile { Id = id, Owner = owner ?? "", Synthetic = synthetic, State = ProfileState.Draft, CreateTime = now };
        profile.Take(fields, atlas, check, now);
        check.ThrowIfAny();
        return profile;
    }

    public void Edit(ProfileEdit fields, Atlas atlas, DateTime now)
    {
        RefuseIfRetired();
        var (check, before) = (new Violations(), Editable);
        Take(fields, atlas, check, now);
        check.Check(State == ProfileState.Draft || Missing() is null, Missing() ?? "", "A submitted profile needs it.");
        check.ThrowIfAny();
        if (!ConcordJson.Same(before, Editable))
        {
            VetAnew();
        }
    }

    /// <summary>Nobody is available on a day of a deployment in person (R15). That somebody is not is taken on every day: whoever sends the person has to know.</summary>
    public AvailabilityWindow AddAvailability(WindowId id, DateOnly? startDate, DateOnly? endDate, AvailabilityKind? kind, DateTime now)
    {
        RefuseIfRetired();
        var check = new Violations();
        var (first, last, what) = (check.Required(startDate, "startDate"), check.Required(endDate, "endDate"), check.Required(kind, "kind"));
        AvailabilityWindow.CheckDates(first, last, check);
        AvailabilityWindow.CheckMeant(startDate, endDate, now, check);
        check.ThrowIfAny();
        if (_availability.Find(w => w.Overlaps(first, last)) is { } other)
        {
            throw Fail.Because(RosterReasons.AvailabilityOverlaps, $"There is a window from {other.StartDate:O} to {other.EndDate:O} already.", ("window", $"{Id}/{other.Id}"));
        }

        if (what != AvailabilityKind.Unavailable && Duties.FirstOrDefault(d => d.Mode == DeploymentMode.InPerson && d.Overlaps(first, last)) is { } duty)
        {
            var (begin, end) = (duty.FirstDay > first ? duty.FirstDay : first, duty.LastDay < last ? duty.LastDay : last);
            throw Fail.Because(RosterReasons.DaysTaken, $"The days from {begin:O} to {end:O} are taken.", ("profile", Id.ToString()));
        }

        if (_availability.Count >= MaxWindows)
        {
            throw Fail.Because(RosterReasons.TooManyWindows, $"A profile has at most {MaxWindows} availability windows. Cancel past ones first.");
        }

        var window = new AvailabilityWindow(id, Id, first, last, what, now);
        _availability.Add(window);
        Touch(now);
        return window;
    }

    public AvailabilityWindow CancelAvailability(WindowId id, DateTime now)
    {
        RefuseIfRetired();
        var window = FindAvailability(id);
        _availability.Remove(window);
        Touch(now);
        return window;
    }

    public AvailabilityWindow FindAvailability(WindowId id) => _availability.Find(w => w.Id == id) ?? throw Fail.NotFound($"{Id}/{id}");

    private void Take(ProfileEdit fields, Atlas atlas, Violations check, DateTime now)
    {
        fields.CheckLists(atlas, check);
        DisplayName = check.Name(fields.DisplayName, "displayName", 200);
        Gender = check.Required(fields.Gender, "gender");
        SeniorityLevel = check.Required(fields.SeniorityLevel, "seniorityLevel");
        Nationalities = fields.Nationalities ?? [];
        Languages = fields.Languages ?? [];
        Expertise = [.. (fields.Expertise ?? []).OfType<KnownExpertise>().Select(e => new ExpertiseSkill(e.Area, e.Level))];
        Regions = fields.Regions ?? [];
        Countries = fields.Countries ?? [];
        TakeBackground(fields, atlas, DateOnly.FromDateTime(now), check);
        Classification = fields.Classification ?? Classification.Confidential;
        check.Check(fields.Person is null || ResourceName.IsIn("accounts", fields.Person), "person", "Expected the form accounts/{uuid}.");
        Person = fields.Person;
        Touch(now);
    }

    // A change of the windows alone must count as a change of the profile too.
    private void Touch(DateTime now) => UpdateTime = Instant.After(UpdateTime, now);

    private string? Missing() => Nationalities.Count == 0 ? "nationalities" : Languages.Count == 0 ? "languages" : null;

    /// <summary>Refuses where it no longer changes.</summary>
    public void RequireChangeable() => RefuseIfRetired();

    private void RefuseIfRetired()
    {
        if (State is ProfileState.Retired or ProfileState.Erased)
        {
            throw Fail.Because(RosterReasons.ProfileRetired, $"{Id} is retired and no longer changes.", ("profile", Id.ToString()));
        }

        RefuseIfMerged();
    }
}
