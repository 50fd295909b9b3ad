using Concord.Support.LeadHistories;
using CsCheck;

namespace Concord.Designation.Tests.Register;

/// <summary>The checker itself: it lets pass what one register could have answered, in whatever order, and nothing else.</summary>
public sealed class HistoryCheckTests
{
    private const int Forum = 0;
    private const int Council = 1;
    private static readonly Outcome Done = new Outcome.Done();
    private static readonly Outcome Unknown = new Outcome.Unknown();

    public static TheoryData<string, Operation[]> Good => new()
    {
        { "nothing", [] },
        { "one after the other", [Op(new Call.Designate(0, Forum), Done, 1, 2), Read(1, Forum, 3, 4), Op(new Call.HandOver(1, Council), Done, 5, 6), Read(2, Council, 7, 8), Op(new Call.End(2), Done, 9, 10), Read(3, LeadState.Nobody, 11, 12)] },
        { "a read beside a designation sees it or not", [Op(new Call.Designate(0, Forum), Done, 1, 6), Read(0, LeadState.Nobody, 2, 3), Read(1, Forum, 4, 5)] },
        { "of two designations the loser is told", [Op(new Call.Designate(0, Forum), Done, 1, 4), Op(new Call.Designate(0, Council), new Outcome.Stale(Forum), 2, 3)] },
        { "an unanswered one took effect late", [Op(new Call.Designate(0, Forum), Unknown, 1, 2), Read(0, LeadState.Nobody, 3, 4), Read(1, Forum, 5, 6)] },
        { "an unanswered one never took effect", [Op(new Call.Designate(0, Forum), Unknown, 1, 2), Op(new Call.Designate(0, Council), Done, 3, 4), Read(1, Council, 5, 6)] },
        { "who leads claims no more", [Claim(Forum, Done, 1, 2), Claims(0b1, 3, 4), Op(new Call.Designate(0, Forum), Done, 5, 6), Claims(0, 7, 8), Claim(Forum, new Outcome.AlreadyClaimed(), 9, 10)] },
        { "a refusal that tells nothing", [Op(new Call.Designate(0, Forum), new Outcome.Refused(), 1, 2), Read(0, LeadState.Nobody, 3, 4)] },
    };

    public static TheoryData<string, Operation[]> Bad => new()
    {
        { "two leads on one epoch", [Op(new Call.Designate(0, Forum), Done, 1, 4), Op(new Call.Designate(0, Council), Done, 2, 3)] },
        { "a hand-over on an epoch that is over", [Op(new Call.Designate(0, Forum), Done, 1, 2), Op(new Call.HandOver(1, Council), Done, 3, 4), Op(new Call.HandOver(1, Forum), Done, 5, 6)] },
        { "a read of what was before", [Op(new Call.Designate(0, Forum), Done, 1, 2), Read(0, LeadState.Nobody, 3, 4)] },
        { "a read of what never was", [Read(1, Forum, 1, 2)] },
        { "reads that go back", [Op(new Call.Designate(0, Forum), Unknown, 1, 2), Read(1, Forum, 3, 4), Read(0, LeadState.Nobody, 5, 6)] },
        { "an acknowledged one that is gone", [Op(new Call.Designate(0, Forum), Done, 1, 2), Op(new Call.Designate(0, Council), Done, 3, 4)] },
        { "a loser who is told of a holder that never was", [Op(new Call.Designate(0, Forum), Done, 1, 2), Op(new Call.Designate(0, Council), new Outcome.Stale(Council), 3, 4)] },
        { "a loser without a winner", [Op(new Call.Designate(0, Forum), new Outcome.Stale(LeadState.Nobody), 1, 2)] },
        { "an end where nobody leads", [Op(new Call.End(0), Done, 1, 2)] },
        { "one claim twice", [Claim(Forum, Done, 1, 2), Claim(Forum, Done, 3, 4)] },
        { "an open claim of who leads", [Op(new Call.Designate(0, Forum), Done, 1, 4), Claim(Forum, Done, 2, 3), Claims(0b1, 5, 6)] },
        { "a claim that was dropped", [Claim(Forum, Done, 1, 2), Claims(0, 3, 4)] },
        { "a refused claim that nobody had made", [Claim(Forum, new Outcome.AlreadyClaimed(), 1, 2)] },
    };

    [Theory, MemberData(nameof(Good))]
    public void What_one_register_could_have_answered_passes(string name, Operation[] history) => Assert.True(HistoryCheck.Violation(history) is null, name);

    [Theory, MemberData(nameof(Bad))]
    public void What_no_register_could_have_answered_is_found(string name, Operation[] history) => Assert.True(HistoryCheck.Violation(history) is not null, name);

    /// <summary>Calls of one register in any order, their intervals stretched over each other: still its own history. One outcome changed to what the register was not: none any more.</summary>
    [Fact]
    public void A_register_s_own_history_passes_however_its_calls_overlap_and_with_one_false_read_does_not() =>
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 2], Gen.Int[0, 7], Gen.Int[0, 7]).Array[1, 60].Select(Gen.Int[0, 1000]).Sample((steps, at) =>
        {
            var state = LeadState.Initial;
            List<Operation> history = [];
            foreach (var (kind, organization, early, late) in steps)
            {
                var call = CallOf(kind, organization, state);
                var outcome = OutcomeOf(call, state);
                state = state.After(call, outcome)!.Value;
                var instant = history.Count * 10;
                history.Add(new Operation(history.Count, call, outcome, instant - early * 9, instant + 1 + late * 9));
            }

            Assert.Null(HistoryCheck.Violation(history));
            history.Add(Read(state.Epoch + 1 + at % 3, at % 3, history.Count * 10 + 1000, history.Count * 10 + 1001));
            Assert.NotNull(HistoryCheck.Violation(history));
        }, iter: 300);

    private static Call CallOf(int kind, int organization, LeadState state) => kind switch
    {
        0 => new Call.ReadLead(),
        1 => new Call.ReadClaims(),
        2 => new Call.Claim(organization),
        3 => new Call.Designate(state.Epoch, organization),
        4 => new Call.HandOver(state.Epoch, organization),
        5 => new Call.HandOver(Math.Max(0, state.Epoch - 1), organization),
        _ => new Call.End(state.Epoch),
    };

    private static Outcome OutcomeOf(Call call, LeadState state) => call switch
    {
        Call.ReadLead => new Outcome.Lead(state.Epoch, state.Holder),
        Call.ReadClaims => new Outcome.Claims(state.Claims),
        _ => state.After(call, Done) is not null ? Done : state.After(call, new Outcome.Stale(state.Holder)) is not null ? new Outcome.Stale(state.Holder) : new Outcome.Refused(),
    };

    private static Operation Op(Call call, Outcome outcome, long invoked, long returned) => new(0, call, outcome, invoked, returned);

    private static Operation Read(long epoch, int holder, long invoked, long returned) => Op(new Call.ReadLead(), new Outcome.Lead(epoch, holder), invoked, returned);

    private static Operation Claim(int organization, Outcome outcome, long invoked, long returned) => Op(new Call.Claim(organization), outcome, invoked, returned);

    private static Operation Claims(int open, long invoked, long returned) => Op(new Call.ReadClaims(), new Outcome.Claims(open), invoked, returned);
}
