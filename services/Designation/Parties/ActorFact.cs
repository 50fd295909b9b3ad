using Concord.Designation.Processes;
using Concord.Designation.Situations;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;

namespace Concord.Designation.Parties;

/// <summary>What is told of a party.</summary>
internal enum ActorFactKind
{
    Leadership = 1,
    Constituents,
    Relation,
    SanctionsListing,
}

/// <summary>What one party is to another.</summary>
internal enum PartyRelation
{
    AlliedWith = 1,
    SplinterOf,
    BackedBy,
    NegotiatesWith,
    RivalOf,
    Other,
}

/// <summary>That a party is on a list, as others put it there (R153): a fact with its author, and no judgement of the platform (R158).</summary>
/// <param name="List">Which list; 1 to 300 characters.</param>
/// <param name="Authority">Who keeps the list; 1 to 300 characters.</param>
/// <param name="Reference">Of the entry on the list; at most 200 characters.</param>
internal sealed record SanctionsListing(string? List, string? Authority, string? Reference);

/// <summary>Something told of a party, with who told it and as of when.</summary>
/// <param name="Party">Resource name of a party of the process.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Statement">1 to 2000 characters.</param>
/// <param name="Source">Whose statement or which document it rests on; 1 to 1000 characters.</param>
/// <param name="From">Since when; of a listing the day it was listed.</param>
/// <param name="Until">Until when; of a listing the day it was taken off. Absent while it lasts.</param>
/// <param name="Relation">Of a relation: what the party is to the other one.</param>
/// <param name="To">Of a relation: resource name of the other party; or <paramref name="Counterpart"/>.</param>
/// <param name="Counterpart">Of a relation: who the other is, where it is no party of the process; 1 to 400 characters.</param>
/// <param name="Listing">Of a listing.</param>
internal sealed record RecordActorFact(
    string? Party, ActorFactKind? Kind, string? Statement, string? Source, DateOnly? From, DateOnly? Until, PartyRelation? Relation, string? To, string? Counterpart, SanctionsListing? Listing);

/// <summary>Part of the map of actors: attributed, dated, and ended rather than changed (R158).</summary>
internal sealed class ActorFact : IVersioned, IListed<ActorFactId>
{
    private ActorFact() { } // EF

    public ActorFactId Id { get; private init; }
    public ProcessId Process { get; private init; }
    public PartyId Party { get; private init; }
    public ActorFactKind Kind { get; private init; }

    [Personal]
    public string Statement { get; private init; } = "";

    [Personal]
    public string Source { get; private init; } = "";
    public DateOnly From { get; private init; }
    public DateOnly? Until { get; private set; }
    public PartyRelation? Relation { get; private init; }
    public PartyId? To { get; private init; }

    [Personal]
    public string? Counterpart { get; private init; }
    public SanctionsListing? Listing { get; private init; }
    public Signature By { get; private init; } = new(null, "");
    public Closing? End { get; private set; }

    /// <summary>It was never so, and is told in the history only.</summary>
    public bool Retracted { get; private set; }
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }
    public string Name => $"{Process}/{Id}";

    /// <param name="party">Of the process.</param>
    /// <param name="to">Of the same process; null where the fact is no relation between two of its parties.</param>
    /// <param name="request">What is told.</param>
    /// <param name="caller">Who tells it.</param>
    /// <param name="now">UTC.</param>
    public static ActorFact Record(Party party, Party? to, RecordActorFact request, Caller caller, DateTime now)
    {
        var check = new Violations();
        var kind = check.Required(request.Kind, "kind");
        var (relation, listing) = (kind == ActorFactKind.Relation, kind == ActorFactKind.SanctionsListing);
        check.Check(relation || (request.Relation is null && to is null && request.Counterpart is null), "relation", "Only of a relation.");
        check.Check(listing || request.Listing is null, "listing", "Only of a listing.");
        var fact = new ActorFact
        {
            Id = ActorFactId.New(),
            Process = party.Process,
            Party = party.Id,
            Kind = kind,
            Statement = check.Text(request.Statement, "statement", 2000),
            Source = check.Text(request.Source, "source", 1000),
            From = check.PastDay(request.From, "from", now),
            Until = check.OptionalPastDay(request.Until, "until", now),
            Relation = relation ? check.Required(request.Relation, "relation") : null,
            To = to?.Id,
            Counterpart = check.OptionalText(request.Counterpart, "counterpart", 400),
            Listing = listing ? Checked(request.Listing, check) : null,
            By = Signature.Of(caller),
            CreateTime = now,
        };
        check.Check(fact.Until is null || fact.Until >= fact.From, "until", "Not before the first day.");
        check.Check(!relation || (fact.To is null) != (fact.Counterpart is null), "to", "One of them: another party of the process, or who else it is.");
        check.Check(fact.To != fact.Party, "to", "Another party than this one.");
        check.ThrowIfAny();
        return fact;
    }

    /// <summary>It ended on a day; or, without one, it was recorded in error.</summary>
    public void Close(DateOnly? until, string? reason, Caller caller, DateTime now)
    {
        var check = new Violations();
        var last = check.OptionalPastDay(until, "until", now);
        check.Check(last is null || last >= From, "until", "Not before the first day.");
        check.ThrowIfAny();
        End = Closing.Of(End, reason, caller, now);
        (Until, Retracted) = (last ?? Until, last is null);
    }

    private static SanctionsListing Checked(SanctionsListing? given, Violations check) => new(
        check.Text(given?.List, "listing.list", 300), check.Text(given?.Authority, "listing.authority", 300), check.OptionalText(given?.Reference, "listing.reference", 200));
}
