using Concord.Contracts.Access;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Sealing;
using Concord.Platform.Security;
using Concord.Roster.Contacts;
using Concord.Roster.Erasure;

namespace Concord.Roster.Insiders;

/// <summary>
/// An insider-reconciler (R17): a record of its own beside the roster, outside its vetting, its search, its figures and its shares, with more protection. Who it is lies under seal with the person's own key;
/// in the clear stand the kind, the country and the organization that introduced the person.
/// </summary>
internal sealed class Insider : IVersioned, IListed<InsiderId>, IClassifiedRecord
{
    private Insider() { } // EF

    public InsiderId Id { get; private init; }

    [Personal]
    public InsiderKind Kind { get; private set; }

    /// <summary>ISO 3166-1 alpha-3; what records are listed by. Empty after the erasure.</summary>
    [Personal]
    public string Country { get; private set; } = "";

    /// <summary>Resource name of the organization that introduced the person.</summary>
    [Concerns]
    public string Organization { get; private init; } = "";

    /// <summary>Its officer, or whoever of mediation support did it.</summary>
    public Author IntroducedBy { get; private init; } = null!;
    public Classification Classification { get; private set; }
    public InsiderState State { get; private set; }

    /// <summary>Last day of the person's consent.</summary>
    [Personal]
    public DateOnly ConsentUntil { get; private set; }

    /// <summary>An <see cref="InsiderPerson"/>; null after the erasure.</summary>
    public Sealed? Person { get; private set; }

    /// <summary>The ways to reach the person that are kept.</summary>
    [Personal]
    public IReadOnlyList<ContactKind> ContactKinds { get; private set; } = [];

    /// <summary>A <see cref="ContactData"/>; null where none is kept.</summary>
    public Sealed? Contacts { get; private set; }

    /// <summary>Why the consent was withdrawn or the record retired.</summary>
    public Sealed? CloseReason { get; private set; }

    /// <summary>What allowed the erasure; null before it, and where it was done again after a backup was put back.</summary>
    public ErasureBasis? ErasureBasis { get; private set; }
    public DateTime CreateTime { get; private init; }
    public DateTime UpdateTime { get; private set; }
    public long Version { get; set; }
    public string RecordName => Id.ToString();

    public static Insider Introduce(InsiderId id, string organization, CheckedInsider terms, Sealed person, Caller caller, DateTime now)
    {
        var insider = new Insider { Id = id, Organization = organization, IntroducedBy = Author.Of(caller), State = InsiderState.Active, CreateTime = now };
        insider.Take(terms, person, now);
        return insider;
    }

    public void Edit(CheckedInsider terms, Sealed person, DateTime now)
    {
        RequireActive();
        if (terms.Classification < Classification)
        {
            throw Fail.Invalid("classification", "It is raised, never lowered.");
        }

        Take(terms, person, now);
    }

    public void KeepContacts(Sealed contacts, IReadOnlyList<ContactKind> kinds, DateTime now)
    {
        RequireActive();
        (Contacts, ContactKinds, UpdateTime) = (contacts, kinds, now);
    }

    /// <summary>The same, sealed for another classification.</summary>
    public void ResealContacts(Sealed contacts) => Contacts = contacts;

    /// <summary>In every state: what is not kept cannot leak.</summary>
    public void RemoveContacts(DateTime now) => (Contacts, ContactKinds, UpdateTime) = (null, [], now);

    /// <summary>Also where the record was put away before: consent is the person's.</summary>
    public void WithdrawConsent(Sealed reason, DateTime now)
    {
        Require(InsiderState.Active, InsiderState.Retired);
        Close(InsiderState.ConsentWithdrawn, reason, now);
    }

    public void Retire(Sealed reason, DateTime now)
    {
        RequireActive();
        Close(InsiderState.Retired, reason, now);
    }

    /// <summary>From every state; erased again, it stays as it is.</summary>
    public void Erase(ErasureBasis? basis, DateTime now)
    {
        if (State != InsiderState.Erased)
        {
            RemoveContacts(now);
            (Kind, Country, ConsentUntil, Person, CloseReason) = (default, "", default, null, null);
            (State, ErasureBasis) = (InsiderState.Erased, basis);
        }
    }

    public bool ConsentIsOver(DateTime now) => ConsentUntil < DateOnly.FromDateTime(now);

    /// <summary>Whether a caller who sees the record is shown who it is: nobody where the consent was withdrawn, and once its last day is past only the organization that can ask the person anew.</summary>
    public bool ShowsPersonTo(Caller caller, DateTime now) => State != InsiderState.ConsentWithdrawn && (!ConsentIsOver(now) || Organization == caller.Organization);

    public void RequireActive() => Require(InsiderState.Active);

    private void Require(params ReadOnlySpan<InsiderState> states)
    {
        if (!states.Contains(State))
        {
            throw Fail.Because(RosterReasons.InsiderClosed, RosterReasons.InsiderClosed.Title, ("insider", Id.ToString()));
        }
    }

    private void Close(InsiderState state, Sealed reason, DateTime now)
    {
        RemoveContacts(now);
        (State, CloseReason) = (state, reason);
    }

    private void Take(CheckedInsider terms, Sealed person, DateTime now) =>
        (Kind, Country, ConsentUntil, Classification, Person, UpdateTime) = (terms.Kind, terms.Country, terms.ConsentUntil, terms.Classification, person, now);
}
