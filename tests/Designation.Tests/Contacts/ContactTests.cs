using Concord.Contracts.Access;
using Concord.Designation.Contacts;
using Concord.Designation.Processes;
using Concord.Platform.Errors;
using Concord.Support;
using static Concord.Designation.Tests.Contacts.GivenContact;

namespace Concord.Designation.Tests.Contacts;

public sealed class ContactTests
{
    private static readonly string s_own = Keeper.Organization!;

    [Theory, Rule("R141")]
    [InlineData("2024", "2024-01-01T00:00:00Z", "2025-01-01T00:00:00Z")]
    [InlineData("2024-02", "2024-02-01T00:00:00Z", "2024-03-01T00:00:00Z")]
    [InlineData("2024-02-29", "2024-02-29T00:00:00Z", "2024-03-01T00:00:00Z")]
    [InlineData("2024-03-05T10:00:00+03:00", "2024-03-05T07:00:00Z", "2024-03-05T07:00:00.000001Z")]
    [InlineData("2024-03-05T10:00Z", "2024-03-05T10:00:00Z", "2024-03-05T10:00:00.000001Z")]
    public void A_time_is_as_wide_as_what_is_known_of_it(string text, string start, string end)
    {
        Assert.True(PartialTime.TryParse(text, out var time));
        Assert.Equal((start, end), (time.Start.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFK"), time.End.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFK")));
    }

    [Theory, Rule("R141")]
    [InlineData("2024-13")]
    [InlineData("2023-02-29")]
    [InlineData("2024-03-05T10:00:00")] // without its offset it could be another day
    [InlineData("early March 2024")]
    [InlineData("1750")]
    [InlineData("2200")]
    [InlineData("٢٠٢٤")]
    [InlineData("")]
    [InlineData("9999")]
    [InlineData("9999-12")]
    [InlineData("9999-12-31")]
    [InlineData("9999-12-31T23:59:59.9999999Z")]
    public void What_is_no_time_is_refused(string text) => Assert.False(PartialTime.TryParse(text, out _));

    [Fact, Rule("R141")]
    public void Of_a_range_it_may_have_been_any_day_and_where_nothing_is_known_any_until_it_was_recorded()
    {
        var process = Given.Process();
        var range = Register(process, Terms() with { When = new ContactTime("2024-03", "2024-05-02") });
        Assert.Equal((Day(2024, 3, 1), Day(2024, 5, 3)), (range.Earliest, range.Latest));
        var unknown = Register(process, Terms(from: null));
        Assert.Null(unknown.When);
        Assert.Equal((PartialTime.Beginning, Given.Start), (unknown.Earliest, unknown.Latest));
        Assert.Equal(Given.Start, Register(process, Terms(from: "2025")).Latest); // it has been: no later than the record of it
        Assert.Equal(Day(2025, 3, 3), Register(process, Terms(from: "2025-03-02")).Latest); // the day has begun elsewhere
    }

    [Fact, Rule("R61")]
    public void Wrong_fields_are_named_all_at_once()
    {
        var terms = new ContactTerms(
            [new ContactParty("processes/0197a000-0000-7000-8000-000000000001/parties/0197a000-0000-7000-8000-000000000001", " ", null, new string('f', 4001), null)], [new ThirdParty("au", null), new ThirdParty(null, null)],
            new ContactTime("soon", "2023"), new Venue(VenueKind.Virtual, "A hall", null), null, new MadeBy(null, null, null), null, ["\ud800"], null, null, null, Exposure.Somebody, null, Classification.Unclassified);
        var refusal = Given.Refused(PlatformReasons.InvalidField, () => Register(Given.Process(), terms));
        Assert.Equal(
            ["classification", "exposed", "kind", "madeBy.kind", "parties[0].fears", "parties[0].label", "parties[0].party", "thirdParties[0].organization", "thirdParties[1].label", "topics[0]", "when.from", "where.kind"],
            refusal.Errors.Select(e => e.Field).Order(StringComparer.Ordinal));
        Given.Refused(PlatformReasons.InvalidField, () => Register(Given.Process(), Terms() with { Parties = [], ThirdParties = null }));
        Given.Refused(PlatformReasons.InvalidField, () => Register(Given.Process(), Terms() with { When = new ContactTime("2024-03", "2024-02") }));
        Given.Refused(PlatformReasons.InvalidField, () => Register(Given.Process(), Terms(from: "2026"))); // it has not been yet
        Given.Refused(PlatformReasons.InvalidField, () => Register(Given.Process(), Terms() with { Where = new Venue(VenueKind.Place, null, "Sudan") }));
        Given.Refused(DesignationReasons.ProcessClosed, () => Register(Given.Process(ProcessState.Closed), Terms()));
    }

    [Fact, Rule("R7")]
    public void A_member_of_the_team_talks_with_a_party_only_with_the_request_of_the_mediator_attached()
    {
        static Contact Of(MadeBy by) => Register(Given.Process(), Terms() with { MadeBy = by });
        static string[] Wrong(MadeBy by) => [.. Given.Refused(PlatformReasons.InvalidField, () => Of(by)).Errors.Select(e => e.Field)];

        var request = new TalkRequest(" The special envoy ", new DateOnly(2024, 3, 5), "Access to the lake");
        var kept = Of(new MadeBy(ContactMaker.TeamMember, null, "The legal adviser", request)).MadeBy!;
        Assert.Equal(request with { Mediator = "The special envoy" }, kept.Request);

        Assert.Equal(["madeBy.request"], Wrong(new MadeBy(ContactMaker.TeamMember, null, "The legal adviser")));
        Assert.Equal(["madeBy.request"], Wrong(new MadeBy(ContactMaker.Envoy, null, "The special envoy", request))); // an envoy needs none
        Assert.Equal(["madeBy.request.on"], Wrong(new MadeBy(ContactMaker.TeamMember, null, null, request with { On = new DateOnly(2024, 3, 6) }))); // asked for when it had been
        Assert.Equal(["madeBy.request.mediator", "madeBy.request.on", "madeBy.request.purpose"], Wrong(new MadeBy(ContactMaker.TeamMember, null, null, new TalkRequest(null, null, " "))).Order(StringComparer.Ordinal));
    }

    [Fact, Rule("R61")]
    public void It_is_confidential_at_least_and_never_looser_than_its_process()
    {
        var process = Given.Process();
        Assert.Equal(Classification.Confidential, Register(process, Terms()).Classification);
        var stricter = Terms() with { Classification = Classification.StrictlyConfidential };
        Assert.Contains("classification", Given.Refused(PlatformReasons.InvalidField, () => Register(process, stricter)).Errors.Select(e => e.Field)); // whom the compartment does not name would not see it again
        var named = Keeper with { Compartments = new HashSet<string> { process.Id.ToString() } };
        Assert.Equal(Classification.StrictlyConfidential, Contact.Register(process, s_own, stricter, named, Given.Start).Classification);

        process.Edit(process.Fields() with { Classification = Classification.StrictlyConfidential }, Given.Proposer, Given.Start);
        Assert.Equal(Classification.StrictlyConfidential, Register(process, Terms()).Classification);
        Given.Refused(PlatformReasons.InvalidField, () => Register(process, Terms() with { Classification = Classification.Confidential }));
    }

    [Fact, Rule("R61")]
    public void A_correction_is_another_record_and_only_what_counts_is_corrected_or_withdrawn()
    {
        var process = Given.Process();
        var wrong = Register(process, Terms());
        var right = wrong.Correct(process, s_own, Terms(from: "2024-03-06"), "It was the day after.", Keeper, Given.Start);
        Assert.Equal((ContactState.Corrected, right.Id, "It was the day after."), (wrong.State, wrong.CorrectedBy, wrong.CloseReason));
        Assert.Equal((ContactState.Recorded, wrong.Id, "2024-03-06"), (right.State, right.Corrects, right.When!.From));
        Assert.Equal("2024-03-05", wrong.When!.From);

        Given.Refused(DesignationReasons.ContactNotCurrent, () => wrong.Correct(process, s_own, Terms(), "again", Keeper, Given.Start));
        Given.Refused(DesignationReasons.ContactNotCurrent, () => wrong.Withdraw("again", Keeper, Given.Start));
        Given.Refused(PlatformReasons.InvalidField, () => right.Withdraw(" ", Keeper, Given.Start));
        Given.Refused(PlatformReasons.InvalidField, () => right.Correct(process, s_own, null, "why", Keeper, Given.Start));
        Given.Refused(DesignationReasons.NotYourOrganization, () => right.Withdraw("not mine", Given.Person(), Given.Start));
        right.Withdraw("never was", Given.Person() with { Roles = new HashSet<string> { Roles.MediationSupport } }, Given.Start);
        Assert.Equal(ContactState.Withdrawn, right.State);
    }

    [Theory]
    [InlineData("The  Front", "the front", true)]
    [InlineData("Ｆront", "front", true)] // forms of one letter
    [InlineData("Front", "Front of the South", false)]
    public void Who_is_not_registered_is_the_same_by_the_words_without_case_and_blanks(string one, string other, bool same) => Assert.Equal(same, ActorKey.Fold(one) == ActorKey.Fold(other));

    [Fact]
    public void A_key_fits_its_column_also_where_one_character_becomes_many()
    {
        Assert.InRange(ActorKey.Fold(new string('\uFDFA', 200)).Length, 1, ActorKey.Longest);
        Assert.NotEqual(ActorKey.Fold(new string('\uFDFA', 200)), ActorKey.Fold(new string('\uFDFA', 199)));
    }

    private static Contact Register(Process process, ContactTerms terms) => Contact.Register(process, s_own, terms, Keeper, Given.Start);

    private static DateTime Day(int year, int month, int day) => new(year, month, day, 0, 0, 0, DateTimeKind.Utc);
}
