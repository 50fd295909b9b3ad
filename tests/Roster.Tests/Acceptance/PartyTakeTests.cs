using Concord.Contracts.Access;
using Concord.Platform.Errors;
using Concord.Platform.Security;
using Concord.Roster.Acceptance;
using Concord.Roster.Mediators;
using Concord.Support;

namespace Concord.Roster.Tests.Acceptance;

/// <summary>What is recorded of a party, and which of its words counts.</summary>
public sealed class PartyTakeTests
{
    private static readonly Caller s_desk = new("accounts/0197a000-0000-7000-8000-00000000000a", "Desk", Some.Owner, new HashSet<string> { Roles.MediationSupport }, Classification.Confidential);
    private static readonly RecordPersonAcceptance s_said = new(KnownProcesses.Led, " The front ", PartyWord.Accepts, Some.Day, "Said to the envoy.");

    [Theory, Rule("R27")]
    [InlineData("The Front", "  the front ", true)]
    [InlineData("Frente de Liberación", "FRENTE DE LIBERACION", true)]
    [InlineData("حَركة", "حركة", true)]
    [InlineData("Фронт", "ФРОНТ", true)]
    [InlineData("The Front (A)", "The Front A", false)]
    [InlineData("दल", "दिल", false)]
    [InlineData("The  Front", "The Front", false)]
    public void A_party_is_the_same_without_regard_to_case_accents_and_spaces_at_the_ends(string one, string other, bool same) => Assert.Equal(same, PartyKey.Of(one) == PartyKey.Of(other));

    [Fact, Rule("R27")]
    public void Of_each_party_the_last_word_counts_by_its_day_and_then_by_when_it_was_recorded()
    {
        var (now, profile) = (Some.Now, ProfileId.New());
        SaidOfPerson Said(string party, PartyWord position, int day, int minute) => new(PersonAcceptanceId.New(), profile, null, party, position, Some.Day.AddDays(day), now.AddMinutes(minute));
        var last = PartyTake.LastOf([Said("the FRONT", PartyWord.Accepts, 3, 0), Said("The front", PartyWord.Objects, 1, 9), Said("Army", PartyWord.Silent, 2, 1), Said("Army", PartyWord.Accepts, 2, 2)]);
        Assert.Equal([("Army", PartyWord.Accepts), ("the FRONT", PartyWord.Accepts)], last.Select(t => (t.Party, t.Position)));
    }

    [Fact, Rule("R27")]
    public void What_is_wrong_is_told_by_its_field()
    {
        Assert.Equal("The front", s_said.Checked(Some.Now).Party);
        foreach (var (wrong, field) in ((RecordPersonAcceptance, string)[])
            [
                (s_said with { Process = "processes/x" }, "process"), (s_said with { Process = null }, "process"), (s_said with { Party = " " }, "party"), (s_said with { Party = "a\nb" }, "party"),
                (s_said with { Party = new string('a', 201) }, "party"), (s_said with { Party = "a\u202eb" }, "party"), (s_said with { Position = null }, "position"), (s_said with { On = null }, "on"),
                (s_said with { On = Some.Day.AddDays(1) }, "on"), (s_said with { On = new DateOnly(1989, 12, 31) }, "on"), (s_said with { Source = null }, "source"), (s_said with { Source = new string('a', 2001) }, "source"),
            ])
        {
            Assert.Equal([field], Assert.Throws<DomainException>(() => wrong.Checked(Some.Now)).Errors.Select(e => e.Field));
        }

        (s_said with { Party = new string('a', 200), On = new DateOnly(1990, 1, 1), Source = new string('a', 2000) }).Checked(Some.Now);
    }

    [Fact, Rule("R27")]
    public void An_entry_is_withdrawn_once_with_a_reason_and_nobody_records_one_of_oneself_or_of_who_is_retired()
    {
        var terms = s_said.Checked(Some.Now);
        var entry = PersonAcceptance.Record(Some.In(ProfileState.Active), terms, s_desk, Some.Now);
        Assert.Equal(PlatformReasons.InvalidField, Assert.Throws<DomainException>(() => entry.Withdraw(" ", s_desk, Some.Now)).Reason);
        entry.Withdraw("Of somebody else.", s_desk, Some.Now);
        Assert.Equal(("Of somebody else.", s_desk.Subject), (entry.WithdrawReason, entry.WithdrawnBy!.Account));
        Assert.Equal(RosterReasons.AcceptanceWithdrawn, Assert.Throws<DomainException>(() => entry.Withdraw("Again.", s_desk, Some.Now)).Reason);

        var own = Some.Draft(Some.Fields with { Person = s_desk.Subject });
        Assert.Equal(RosterReasons.OwnAcceptance, Assert.Throws<DomainException>(() => PersonAcceptance.Record(own, terms, s_desk, Some.Now)).Reason);
        Assert.Equal(RosterReasons.OwnAcceptance, Assert.Throws<DomainException>(() => PersonAcceptance.Record(own, terms, s_desk with { Subject = "accounts/b", ActsFor = s_desk.Subject }, Some.Now)).Reason);
        Assert.Equal(RosterReasons.ProfileRetired, Assert.Throws<DomainException>(() => PersonAcceptance.Record(Some.In(ProfileState.Retired), terms, s_desk, Some.Now)).Reason);
    }
}
