using Concord.Contracts.Access;
using Concord.Roster.Consents;
using Concord.Roster.Mediators;
using Concord.Roster.Search;

namespace Concord.Roster.Tests;

/// <summary>People and queries drawn from few values, so that queries meet and miss in about equal parts.</summary>
internal sealed class RandomRoster(int seed)
{
    private static readonly string[] Languages = ["en", "fr", "ar", "sw", "de"];
    private static readonly string[] Countries = ["KEN", "UGA", "NGA", "EGY", "DEU", "FRA", "ATA"];
    private static readonly string[] Regions = ["001", "002", "202", "014", "011", "015", "150", "155"];
    private static readonly string[] NameParts = ["Ámina", "amin", "Bo", "Øst", "Ostby", "al-Haq", "O'Neb", "Zoë", "Łuka", "Mohammed", "محمد", "Мухаммед", "Müller", "Muller", "Abd al-Rahman", "Abdulrahman", "Ben-Ali", "Karim", "Alhassan"];
    private static readonly string[] Words = ["AMIN", "AM", "B", "OST", "HAQ", "AL", "ONEB", "ZOE", "LUKA", "MIN", "Muhammad", "Mohamed", "Mohmmed", "محمد", "Mueller", "Mullre", "Abdel", "Rahman", "Abdurrahman", "Abdulrhaman", "Benali", "Ben", "Ali", "Kareem", "Karmi", "Hassan", "al"];
    private static readonly ExpertiseArea[] Areas = Enum.GetValues<ExpertiseArea>()[..5];
    private static readonly int[] Notices = [0, 1, 4, 5, 7, 8, 29, 31, 200, 364, 365];
    private static readonly DateOnly FirstDay = new(2026, 1, 1);
    private readonly Random _random = new(seed);
    private readonly Random _rare = new(seed); // of its own: which wishes meet whom stays as it is

    public Profile Profile(string? owner = null)
    {
        var profile = Some.Draft(Fields(), owner);
        var day = _random.Next(0, 90);
        for (var i = _random.Next(0, 5); i > 0; i--)
        {
            var last = day + _random.Next(0, 100);
            profile.AddAvailability(WindowId.New(), FirstDay.AddDays(day), FirstDay.AddDays(last), One(Enum.GetValues<AvailabilityKind>()), Some.Now);
            day = last + 1 + (_random.Next(2) * _random.Next(0, 40));
        }

        if (_random.Next(3) == 0)
        {
            profile.Record([new ConsentTold(ConsentScope.Search, Some.Day, Some.Day.AddDays(_random.Next(0, 400)), "A letter")], "consents", Some.Now);
        }

        Declare(profile);
        Advance(profile);
        profile.Version = 1;
        return profile;
    }

    /// <summary>Changes somebody, as a later save would.</summary>
    public void Change(Profile profile)
    {
        if (profile.State != ProfileState.Retired)
        {
            profile.Edit(Fields(), Some.Atlas, Some.Now);
            Declare(profile);
            if (_random.Next(6) == 0)
            {
                profile.Withdraw(ConsentScope.Search, byThePerson: false, Some.Now);
            }
            else if (_random.Next(6) == 0)
            {
                profile.Consent(ConsentScope.Search, _random.Next(2) == 0 ? null : Some.Day.AddDays(_random.Next(0, 400)), Some.Now);
            }

            if (profile.Availability.Count > 0 && _random.Next(2) == 0)
            {
                profile.CancelAvailability(profile.Availability[0].Id, Some.Now);
            }

            if (profile.State == ProfileState.Active && _random.Next(4) == 0)
            {
                profile.Suspend("x", Some.Now);
            }
        }

        profile.Version++;
    }

    public SearchQuery Query()
    {
        var first = FirstDay.DayNumber + _random.Next(0, 250);
        return new SearchQuery(
            [.. Few(Languages, 0, 2).Select(l => new LanguageSkill(l, One(Enum.GetValues<LanguageLevel>())))],
            Rarely() ? [.. Few(Areas, 1, 2).Select(a => new ExpertiseSkill(a, One(Enum.GetValues<ExpertiseLevel>())))] : [],
            Rarely() ? Few(Regions, 1, 2) : [], Rarely() ? Few(Countries, 1, 3) : [], Rarely() ? Few(Enum.GetValues<Gender>(), 1, 2) : [],
            Rarely() ? Few(Enum.GetValues<SeniorityLevel>(), 1, 3) : [],
            Rarely() ? new AvailabilityNeed(new DaySpan(first, first + _random.Next(0, 80)), One(Enum.GetValues<DeploymentMode>())) : null,
            Rarely() ? Few(Countries, 1, 3) : [], Rarely() ? Few(Words, 1, 2) : [])
        {
            Functions = Rarely() ? Few(Enum.GetValues<TeamFunction>(), 1, 2) : [],
            TrainedIn = Rarely() ? Few(Enum.GetValues<TrainingSubject>(), 1, 2) : [],
            MaximumNoticeDays = Rarely() ? One(Notices) : null,
            ConflictCountries = Rarely() ? Few(Countries, 1, 2) : [],
            ExcludeConflicted = _random.Next(3) == 0,
        };
    }

    /// <summary>A day on which somebody searches.</summary>
    public DateOnly Today() => Some.Day.AddDays(_random.Next(0, 450));

    public Classification Clearance() => One(Enum.GetValues<Classification>());

    public int Below(int limit) => _random.Next(limit);

    private ProfileEdit Fields() => new(
        string.Join(' ', Few(NameParts, 1, 3)), One(Enum.GetValues<Gender>()), One(Enum.GetValues<SeniorityLevel>()), Few(Countries, 1, 2),
        [.. Few(Languages, 1, 4).Concat(Rare()).Select(l => new LanguageSkill(l, One(Enum.GetValues<LanguageLevel>())))],
        [.. Few(Areas, 0, 3).Select(a => new KnownExpertise(a, One(Enum.GetValues<ExpertiseLevel>())))],
        Few(Regions, 0, 2), Few(Countries, 0, 3), One(Enum.GetValues<Classification>()), Functions: Few(Enum.GetValues<TeamFunction>(), 0, 5),
        Trainings: [.. Few(Enum.GetValues<TrainingSubject>(), 0, 4).Select(kind => new Training(kind, null, "A course", FirstDay))],
        Deployability: _random.Next(3) == 0 ? null : new Deployability(_random.Next(5) == 0 ? null : One(Notices), [], null));

    private void Declare(Profile profile) => profile.Correct(
        profile.OwnEditable with { Interests = [.. Few(Countries, 0, 2).Select(c => new DeclareInterest(One(Enum.GetValues<InterestKind>()), c, null, null)), new DeclareInterest(InterestKind.Other, null, "A party", null)] },
        Some.Atlas, Some.Now);

    private void Advance(Profile profile)
    {
        var state = _random.Next(8);
        if (state > 0)
        {
            profile.Submit("accounts/a", Some.Now);
            profile.Vet("accounts/b", Some.Now);
        }

        if (state > 1)
        {
            profile.Activate("accounts/c", Some.Now);
        }

        if (state == 2)
        {
            profile.Retire("x", Some.Now);
        }
    }

    private string[] Rare() => _rare.Next(2) == 0 ? [] : [Some.RareLanguages[_rare.Next(Some.RareLanguages.Length)]];

    private bool Rarely() => _random.Next(4) == 0;

    private T One<T>(T[] from) => from[_random.Next(from.Length)];

    private T[] Few<T>(T[] from, int least, int most) => [.. from.OrderBy(_ => _random.Next()).Take(_random.Next(least, most + 1))];
}
