using Concord.Contracts.Access;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Roster.Mediators;

namespace Concord.Roster.Slates;

/// <summary>
/// The candidates for one senior appointment (R9, R19): criteria first, then a long list and a short one, then the decision of the appointing authority with its reason. Who composed it does not decide.
/// It holds no name: those are with the candidates.
/// </summary>
internal sealed class Slate : IVersioned, IListed<SlateId>, IClassifiedRecord
{
    public const int LongestReason = 2000;

    /// <summary>Most people of the composing organization who take part.</summary>
    private const int MostComposers = 60;
    private static readonly KnowledgeKind[] s_always = [KnowledgeKind.History, KnowledgeKind.RiskFactors, KnowledgeKind.PopulationsAtRisk];

    private Slate() { } // EF

    public SlateId Id { get; private init; }
    public AppointmentKind Kind { get; private set; }

    [Personal]
    public string Title { get; private set; } = "";

    /// <summary>Resource name of the organization that composes it.</summary>
    [Concerns]
    public string Organization { get; private init; } = "";

    /// <summary>Resource name of the organization that appoints.</summary>
    [Concerns]
    public string Authority { get; private set; } = "";

    /// <summary>Resource name of the process or situation; null where there is none.</summary>
    [Concerns]
    public string? Process { get; private set; }

    [Personal]
    public IReadOnlyList<SlateCriterion> Criteria { get; private set; } = [];

    [Personal]
    public IReadOnlyList<string> ConflictCountries { get; private set; } = [];

    [Personal]
    public IReadOnlyList<string> ConflictParties { get; private set; } = [];
    public Classification Classification { get; private init; }
    public SlateState State { get; private set; }
    public Author ComposedBy { get; private init; } = null!;

    /// <summary>Accounts of everybody who took part in composing it, and of whom they acted for: none of them decides.</summary>
    public IReadOnlyList<string> Composers { get; private set; } = [];
    public Author? SubmittedBy { get; private set; }
    public DateTime? SubmitTime { get; private set; }

    /// <summary>Why there is no qualified woman on the short list, for the appointing authority to read (R9); null where there is one.</summary>
    [Personal]
    public string? NoWomanReason { get; private set; }

    /// <summary>Who stood on the lists, in numbers, as they were submitted; null before.</summary>
    [Personal]
    public SlateTally? Tally { get; private set; }
    public Author? DecidedBy { get; private set; }
    public DateTime? DecideTime { get; private set; }

    /// <summary>Who was chosen; null where nobody was.</summary>
    public SlateCandidateId? Chosen { get; private set; }

    /// <summary>Of the decision, as it may be published; null before, and once who was chosen is erased: it is about that person.</summary>
    [Personal]
    public string? DecisionReason { get; private set; }
    public DateTime CreateTime { get; private init; }
    public DateTime UpdateTime { get; private set; }
    public long Version { get; set; }
    public string RecordName => Id.ToString();

    /// <param name="organization">Resource name of the composing organization.</param>
    /// <param name="terms">As they were checked.</param>
    /// <param name="classification">Confidential or stricter.</param>
    /// <param name="caller">Who begins it.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="id">A new one where absent.</param>
    public static Slate Begin(string organization, SlateTerms terms, Classification classification, Caller caller, DateTime now, SlateId? id = null)
    {
        var slate = new Slate { Id = id ?? SlateId.New(), Organization = organization, Classification = classification, State = SlateState.Draft, ComposedBy = Author.Of(caller), CreateTime = now };
        slate.Take(terms, caller, now);
        return slate;
    }

    /// <param name="terms">As they were checked.</param>
    /// <param name="hasCandidates">Then the criteria stay as they are (R19).</param>
    /// <param name="caller">Who changes it.</param>
    /// <param name="now">Now, UTC.</param>
    public void Edit(SlateTerms terms, bool hasCandidates, Caller caller, DateTime now)
    {
        RequireState(SlateState.Draft);
        if (hasCandidates && !Criteria.SequenceEqual(terms.Criteria!))
        {
            throw Fail.Because(RosterReasons.SlateCriteriaFixed, RosterReasons.SlateCriteriaFixed.Title, ("slate", Id.ToString()));
        }

        Take(terms, caller, now);
    }

    /// <summary>Its candidates change; so the slate does, and of two who change it at once one is refused.</summary>
    public void TouchedBy(Caller caller, DateTime now)
    {
        RequireState(SlateState.Draft);
        var composers = Composers.Union(caller.Persons, StringComparer.Ordinal).ToList();
        if (composers.Count > MostComposers)
        {
            throw Fail.Because(RosterReasons.SlateFull, $"At most {MostComposers} people compose a slate.");
        }

        (Composers, UpdateTime) = (composers, now);
    }

    /// <summary>Lays it before the appointing authority.</summary>
    /// <param name="tally">Who stands on the lists now.</param>
    /// <param name="noWomanReason">Why no qualified woman is on the short list; absent where there is one.</param>
    /// <param name="caller">Who submits it.</param>
    /// <param name="now">Now, UTC.</param>
    public void Submit(SlateTally tally, string? noWomanReason, Caller caller, DateTime now)
    {
        TouchedBy(caller, now);
        if (s_always.Except(Criteria.Select(c => c.Knowledge).OfType<KnowledgeKind>()).ToList() is { Count: > 0 } missing)
        {
            throw Fail.Because(RosterReasons.SlateCriteriaIncomplete, $"No criterion asks for {string.Join(", ", missing.Select(ApiWord.Of))}.", ("missing", string.Join(",", missing.Select(ApiWord.Of))));
        }

        if (tally.ShortList.Sum() == 0)
        {
            throw Fail.Because(RosterReasons.SlateIncomplete, RosterReasons.SlateIncomplete.Title, ("slate", Id.ToString()));
        }

        var check = new Violations();
        var reason = check.OptionalText(noWomanReason, "noWomanReason", LongestReason);
        check.Check(reason is null || tally.QualifiedWomen == 0, "noWomanReason", "There is a qualified woman on the short list.");
        check.ThrowIfAny();
        if (tally.QualifiedWomen == 0 && reason is null)
        {
            throw Fail.Because(RosterReasons.SlateWithoutWoman, RosterReasons.SlateWithoutWoman.Title, ("slate", Id.ToString()));
        }

        (State, Tally, NoWomanReason, SubmittedBy, SubmitTime) = (SlateState.Submitted, tally, reason, Author.Of(caller), now);
    }

    /// <param name="chosen">From the short list.</param>
    /// <param name="reason">As it was checked.</param>
    /// <param name="womanStands">Whether a qualified woman of the short list can still be chosen (R9); asked for unless it was submitted without one, with the reason.</param>
    /// <param name="caller">Of the appointing authority.</param>
    /// <param name="now">Now, UTC.</param>
    public void Approve(SlateCandidateId chosen, string reason, bool womanStands, Caller caller, DateTime now)
    {
        RequireDecider(caller);
        if (!womanStands && NoWomanReason is null)
        {
            throw Fail.Because(RosterReasons.SlateWithoutWoman, "No qualified woman of the short list is there to be chosen any more. Reject the slate, so that another one is composed.", ("slate", Id.ToString()));
        }

        Decide(SlateState.Approved, reason, caller, now);
        Chosen = chosen;
    }

    public void Reject(string reason, Caller caller, DateTime now) => Decide(SlateState.Rejected, reason, caller, now);

    /// <summary>Refuses whoever composed it, and whom they acted for (R19).</summary>
    public void RequireDecider(Caller caller)
    {
        RequireState(SlateState.Submitted);
        if (caller.IsAnyOf([.. Composers]))
        {
            throw Fail.Because(RosterReasons.SlateSamePerson, RosterReasons.SlateSamePerson.Title, ("slate", Id.ToString()));
        }
    }

    /// <summary>Somebody who stood on it is erased.</summary>
    public void Forget(SlateCandidateId candidate, DateTime now)
    {
        if (Chosen == candidate)
        {
            (DecisionReason, UpdateTime) = (null, now);
        }
    }

    public void RequireState(SlateState state)
    {
        if (State != state)
        {
            throw Fail.Because(RosterReasons.SlateWrongState, $"{Id} is {ApiWord.Of(State)}.", ("slate", Id.ToString()), ("state", ApiWord.Of(State)));
        }
    }

    private void Decide(SlateState state, string reason, Caller caller, DateTime now)
    {
        RequireDecider(caller);
        (State, DecisionReason, DecidedBy, DecideTime, UpdateTime) = (state, reason, Author.Of(caller), now, now);
    }

    private void Take(SlateTerms terms, Caller caller, DateTime now)
    {
        TouchedBy(caller, now);
        (Kind, Title, Authority, Process) = (terms.Kind!.Value, terms.Title!, terms.Authority!, terms.Process);
        (Criteria, ConflictCountries, ConflictParties) = (terms.Criteria!, terms.ConflictCountries!, terms.ConflictParties!);
    }
}
