using Concord.Platform.Errors;
using Concord.Roster.Mediators;
using Concord.Support;

namespace Concord.Roster.Tests;

public sealed class ProfileTests
{
    private static readonly Dictionary<string, (ProfileState[] From, ProfileState To, Action<Profile> Do)> Verbs = new()
    {
        ["submit"] = ([ProfileState.Draft], ProfileState.Submitted, p => p.Submit("accounts/x", Some.Now)),
        ["vet"] = ([ProfileState.Submitted], ProfileState.UnderVetting, p => p.Vet("accounts/x", Some.Now)),
        ["activate"] = ([ProfileState.UnderVetting], ProfileState.Active, p => p.Activate("accounts/x", Some.Now)),
        ["suspend"] = ([ProfileState.Active], ProfileState.Suspended, p => p.Suspend("why", Some.Now)),
        ["reinstate"] = ([ProfileState.Suspended], ProfileState.Active, p => p.Reinstate(Some.Now)),
        ["retire"] = ([ProfileState.Draft, ProfileState.Submitted, ProfileState.UnderVetting, ProfileState.Active, ProfileState.Suspended], ProfileState.Retired, p => p.Retire("why", Some.Now)),
    };

    public static TheoryData<string> VerbNames => [.. Verbs.Keys];

    [Theory, MemberData(nameof(VerbNames)), Rule("R26")]
    public void Each_verb_works_from_its_states_and_is_refused_from_all_others(string verb)
    {
        var (from, to, act) = Verbs[verb];
        foreach (var state in Enum.GetValues<ProfileState>())
        {
            var profile = Some.In(state);
            if (from.Contains(state))
            {
                act(profile);
                Assert.Equal(to, profile.State);
            }
            else
            {
                Assert.Equal(RosterReasons.WrongState, Assert.Throws<DomainException>(() => act(profile)).Reason);
                Assert.Equal(state, profile.State);
            }
        }
    }

    [Theory, InlineData("accounts/a"), InlineData("accounts/b"), Rule("R26")]
    public void Activate_ByWhoSubmittedOrVetted_IsRefused(string person)
    {
        var profile = Some.In(ProfileState.UnderVetting);
        Assert.Equal(RosterReasons.SamePerson, Assert.Throws<DomainException>(() => profile.Activate(person, Some.Now)).Reason);
        Assert.Equal(ProfileState.UnderVetting, profile.State);
    }

    [Fact, Rule("R26")]
    public void What_is_changed_while_it_is_vetted_is_vetted_anew()
    {
        var profile = Some.In(ProfileState.UnderVetting);
        profile.Edit(Some.Fields with { SeniorityLevel = SeniorityLevel.SeniorEnvoy }, Some.Atlas, Some.Now);
        Assert.Equal((ProfileState.Submitted, null), (profile.State, profile.Vetter));
        Assert.Equal(RosterReasons.WrongState, Assert.Throws<DomainException>(() => profile.Activate("accounts/c", Some.Now)).Reason);
        var active = Some.In(ProfileState.Active);
        active.Edit(Some.Fields, Some.Atlas, Some.Now);
        Assert.Equal(ProfileState.Active, active.State);
    }

    [Theory, Rule("R26"), Rule("R137")]
    [InlineData("accounts/x", null, "accounts/c", "accounts/x")]
    [InlineData("accounts/a", "accounts/x", "accounts/x", null)]
    [InlineData("accounts/a", "accounts/x", "accounts/c", "accounts/x")]
    [InlineData("accounts/x", null, "accounts/x", "accounts/y")]
    public void Activate_InTheNameOfWhoSubmittedOrByWhoseNameItWas_IsRefused(string submitter, string? submittedFor, string activator, string? activatesFor)
    {
        foreach (var vets in (bool[])[false, true])
        {
            var profile = Some.Draft(Some.Fields);
            profile.Submit(vets ? "accounts/s" : submitter, Some.Now, vets ? null : submittedFor);
            profile.Vet(vets ? submitter : "accounts/v", Some.Now, vets ? submittedFor : null);
            Assert.Equal(RosterReasons.SamePerson, Assert.Throws<DomainException>(() => profile.Activate(activator, Some.Now, activatesFor)).Reason);
            profile.Activate("accounts/other", Some.Now, "accounts/absent");
        }
    }

    [Fact, Rule("R26")]
    public void Submit_WithoutLanguageOrNationality_IsRefused()
    {
        foreach (var fields in (ProfileEdit[])[Some.Fields with { Languages = [] }, Some.Fields with { Nationalities = null }])
        {
            Assert.Equal(RosterReasons.ProfileIncomplete, Assert.Throws<DomainException>(() => Some.Draft(fields).Submit("accounts/a", Some.Now)).Reason);
        }
    }

    [Fact]
    public void Edit_ThatTakesWhatVettingNeeded_IsRefused()
    {
        var profile = Some.In(ProfileState.Active);
        var refused = Assert.Throws<DomainException>(() => profile.Edit(Some.Fields with { Languages = [] }, Some.Atlas, Some.Now));
        Assert.Equal("languages", Assert.Single(refused.Errors).Field);
    }

    [Fact, Rule("R26")]
    public void Retired_ChangesNoMore()
    {
        var profile = Some.In(ProfileState.Retired);
        Assert.Equal(RosterReasons.ProfileRetired, Assert.Throws<DomainException>(() => profile.Edit(Some.Fields, Some.Atlas, Some.Now)).Reason);
        Assert.Equal(RosterReasons.ProfileRetired, Assert.Throws<DomainException>(() => profile.AddAvailability(WindowId.New(), Day(1), Day(2), AvailabilityKind.Remote, Some.Now)).Reason);
        Assert.Equal(RosterReasons.ProfileRetired, Assert.Throws<DomainException>(() => profile.CancelAvailability(WindowId.New(), Some.Now)).Reason);
    }

    [Fact, Rule("R158")]
    public void Suspend_TellsOthersThatButNotWhy()
    {
        var profile = Some.In(ProfileState.Active);
        profile.Version = 6;
        var fact = profile.Suspend("a private matter", Some.Now);
        Assert.Equal((profile.Id.ToString(), 7L, Some.Now), (fact.Profile, fact.Version, fact.SuspendTime));
        Assert.Equal("a private matter", profile.StateNote);
        profile.Reinstate(Some.Now);
        Assert.Null(profile.StateNote);
    }

    [Fact]
    public void Suspend_WithoutReason_IsRefused() =>
        Assert.Equal("reason", Assert.Single(Assert.Throws<DomainException>(() => Some.In(ProfileState.Active).Suspend(" ", Some.Now)).Errors).Field);

    [Theory, Rule("R15")]
    [InlineData(10, 20, true)]
    [InlineData(1, 9, false)]
    [InlineData(1, 10, true)]
    [InlineData(21, 30, false)]
    [InlineData(20, 20, true)]
    [InlineData(12, 13, true)]
    [InlineData(1, 30, true)]
    public void Windows_DoNotOverlap(int first, int last, bool refused)
    {
        var profile = Some.Draft();
        var held = profile.AddAvailability(WindowId.New(), Day(10), Day(20), AvailabilityKind.InPerson, Some.Now);
        var error = Record.Exception(() => profile.AddAvailability(WindowId.New(), Day(first), Day(last), AvailabilityKind.Unavailable, Some.Now));
        Assert.Equal(refused ? RosterReasons.AvailabilityOverlaps : null, (error as DomainException)?.Reason);
        profile.CancelAvailability(held.Id, Some.Now);
        Assert.Null(Record.Exception(() => profile.AddAvailability(WindowId.New(), Day(10), Day(10), AvailabilityKind.Remote, Some.Now)) is { } e && !refused ? e : null);
    }

    [Fact]
    public void A_change_of_windows_counts_as_a_change_even_where_the_clock_stands_still()
    {
        var profile = Some.Draft();
        var before = profile.UpdateTime;
        profile.AddAvailability(WindowId.New(), Day(1), Day(2), AvailabilityKind.Remote, Some.Now);
        Assert.True(profile.UpdateTime > before);
    }

    [Fact]
    public void Windows_HaveALimitOfNumberAndLength()
    {
        var profile = Some.Draft();
        for (var i = 0; i < 100; i++)
        {
            profile.AddAvailability(WindowId.New(), Day(1).AddDays(i), Day(1).AddDays(i), AvailabilityKind.Remote, Some.Now);
        }

        var refused = Assert.Throws<DomainException>(() => profile.AddAvailability(WindowId.New(), Day(1).AddDays(200), Day(1).AddDays(201), AvailabilityKind.Remote, Some.Now));
        Assert.Equal("TOO_MANY_WINDOWS", refused.Reason.Code);
        var wrong = Assert.Throws<DomainException>(() => Some.Draft().AddAvailability(WindowId.New(), Day(2), Day(1), null, Some.Now));
        Assert.Equal(["kind", "endDate"], wrong.Errors.Select(e => e.Field));
        Assert.Throws<DomainException>(() => Some.Draft().AddAvailability(WindowId.New(), DateOnly.MinValue, DateOnly.MaxValue, AvailabilityKind.Remote, Some.Now));
    }

    [Theory]
    [InlineData("1989-12-31", "1990-01-01", "startDate")]
    [InlineData("1990-01-01", "1990-01-01", null)]
    [InlineData("2036-03-01", "2036-03-01", null)]
    [InlineData("2036-03-01", "2036-03-02", "endDate")]
    public void Windows_LieOnDaysThatCanBeMeant(string first, string last, string? wrong)
    {
        var invariant = System.Globalization.CultureInfo.InvariantCulture;
        var error = Record.Exception(() => Some.Draft().AddAvailability(WindowId.New(), DateOnly.Parse(first, invariant), DateOnly.Parse(last, invariant), AvailabilityKind.Remote, Some.Now)) as DomainException;
        Assert.Equal(wrong, error?.Errors.Single().Field);
    }

    [Fact]
    public void Draft_NamesEveryWrongField()
    {
        var fields = new ProfileEdit("", null, null, ["XXX"], [new("xx", LanguageLevel.Basic), new("en", 0)], [new(ExpertiseArea.Ceasefire, 0)], ["KEN"], ["014", "014"], null);
        var refused = Assert.Throws<DomainException>(() => Profile.Draft(ProfileId.New(), fields, "organizations/1", false, Some.Atlas, Some.Now));
        Assert.Equal(["countries", "displayName", "expertise", "gender", "languages", "nationalities", "owner", "regions", "seniorityLevel"],
            refused.Errors.Select(e => e.Field).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact, Rule("R4")]
    public void Every_theme_of_the_sources_can_be_recorded() => Assert.Equal(18, Enum.GetValues<ExpertiseArea>().Length);

    private static DateOnly Day(int day) => new DateOnly(2026, 5, 1).AddDays(day - 1);
}
