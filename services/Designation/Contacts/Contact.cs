using System.Text.Json;
using Concord.Contracts.Access;
using Concord.Designation.ParallelTracks;
using Concord.Designation.Processes;
using Concord.Platform.Audit;
using Concord.Platform.Errors;
using Concord.Platform.Http;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Security;

namespace Concord.Designation.Contacts;

/// <summary>By what an import knows a contact again.</summary>
/// <param name="Key">The row's own number, or the digest of what it says.</param>
/// <param name="Digest">Of what it says.</param>
internal sealed record ImportMark(string Key, string Digest);

/// <summary>
/// Who met whom about a process (R61). Discreet: Confidential or stricter, for those who work on the process. Appended; what changes is only that it was corrected by another record, or withdrawn, and by which
/// key it is found when two entries turn out to be one party.
/// </summary>
internal sealed class Contact : IVersioned, IListed<ContactId>, IClassifiedRecord
{
    private Contact() { } // EF

    public ContactId Id { get; private init; }
    public ProcessId Process { get; private init; }

    /// <summary>Whose contacts are looked at together (<see cref="Situations"/>).</summary>
    public string Situation { get; private init; } = "";

    [Personal]
    public IReadOnlyList<ContactParty> Parties { get; private init; } = [];

    [Personal]
    public IReadOnlyList<ThirdParty> ThirdParties { get; private init; } = [];

    /// <summary>Keys of the parties (<see cref="ActorKey"/>), for queries.</summary>
    [Personal]
    public string PartyKeys { get; private set; } = "";

    /// <summary>Those of them for whom it was unfavourable.</summary>
    [Personal]
    public string UnfavourableKeys { get; private set; } = "";

    [Personal]
    public string ThirdPartyKeys { get; private init; } = "";

    /// <summary>As it was written; null where it is not known.</summary>
    public ContactTime? When { get; private init; }

    /// <summary>First instant at which it may have been, UTC.</summary>
    public DateTime Earliest { get; private init; }

    /// <summary>First instant at which it no longer may have been, UTC.</summary>
    public DateTime Latest { get; private init; }
    public Venue Where { get; private init; } = new(VenueKind.Unknown, null, null);
    public MeetingKind Kind { get; private init; }
    public MadeBy? MadeBy { get; private init; }
    public ContactLevel? Level { get; private init; }

    [Personal]
    public IReadOnlyList<string> Topics { get; private init; } = [];
    public bool CoordinatedWithLead { get; private init; }

    /// <summary>Mediation support says that it was: who is one of two tracks does not end the finding by own word.</summary>
    public bool Vouched { get; private init; }

    [Personal]
    public string? Source { get; private init; }
    public Reliability Reliability { get; private init; }
    public Exposure Exposure { get; private init; }

    [Personal]
    public string? Exposed { get; private init; }
    public Classification Classification { get; private init; }

    /// <summary>Resource name of the organization that recorded it.</summary>
    [Concerns]
    public string Organization { get; private init; } = "";
    public Signature RecordedBy { get; private init; } = new(null, "");
    public ContactState State { get; private set; }

    /// <summary>The record that this one corrects.</summary>
    public ContactId? Corrects { get; private init; }
    public ContactId? CorrectedBy { get; private set; }

    /// <summary>Why it was corrected or withdrawn.</summary>
    [Personal]
    public string? CloseReason { get; private set; }
    public Signature? ClosedBy { get; private set; }
    public DateTime? CloseTime { get; private set; }

    /// <summary>By what an import knows that it has brought this contact already; null where it was not imported.</summary>
    [Personal]
    public string? ImportKey { get; private init; }

    /// <summary>Digest of the row it was made of: tells whether the file says something else now.</summary>
    [Personal]
    public string? ImportDigest { get; private init; }
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }
    public string Name => $"{Process}/{Id}";
    public string RecordName => Id.ToString();

    public static Contact Register(Process process, string organization, ContactTerms terms, Caller caller, DateTime now, ImportMark? mark = null)
    {
        process.RequireOpen();
        return New(process, organization, terms, null, mark, caller, now);
    }

    /// <summary>Says it better in another record; also where the process is closed: history is mended when the mistake is found.</summary>
    public Contact Correct(Process process, string organization, ContactTerms? terms, string? reason, Caller caller, DateTime now)
    {
        var check = new Violations();
        var why = check.Text(reason, "reason", 2000);
        check.Check(terms is not null, "contact", "Required: the contact as it should read.");
        check.ThrowIfAny();
        RequireKeeper(caller);
        RequireRecorded();
        var corrected = New(process, organization, terms!, Id, null, caller, now);
        Close(ContactState.Corrected, why, caller, now);
        CorrectedBy = corrected.Id;
        return corrected;
    }

    public void Withdraw(string? reason, Caller caller, DateTime now)
    {
        var check = new Violations();
        var why = check.Text(reason, "reason", 2000);
        check.ThrowIfAny();
        RequireKeeper(caller);
        RequireRecorded();
        Close(ContactState.Withdrawn, why, caller, now);
    }

    /// <summary>Whom it speaks of by what is known of the parties now; what was written stays.</summary>
    /// <returns>Whether that is another one than before.</returns>
    public bool Follow(PartyBook parties)
    {
        var before = (PartyKeys, UnfavourableKeys);
        SetKeys(parties.KeyOf);
        return before != (PartyKeys, UnfavourableKeys);
    }

    /// <summary>Whether both speak of the same contact in the same words; who recorded them, and when, is no part of that.</summary>
    public bool SaysTheSame(Contact other) => Said() == other.Said();

    private string Said() => JsonSerializer.Serialize(
        new { Parties = Parties.Select(p => new { Key = ActorKey.Of(p.Party, p.Label), p.Outcome, p.Fears, p.Reply }), ThirdPartyKeys, When, Where, Kind, MadeBy, Level, Topics, CoordinatedWithLead, Source, Reliability, Exposure, Exposed, Classification },
        ConcordJson.Options);

    private static Contact New(Process process, string organization, ContactTerms terms, ContactId? corrects, ImportMark? mark, Caller caller, DateTime now)
    {
        var violations = new Violations();
        var check = new ContactCheck(violations);
        var (parties, thirdParties) = (check.Parties(terms.Parties, process.Id), check.ThirdParties(terms.ThirdParties));
        var (when, earliest, latest) = check.Time(terms.When, now);
        var exposed = violations.OptionalText(terms.Exposed, "exposed", 2000);
        var contact = new Contact
        {
            Id = ContactId.New(),
            Process = process.Id,
            Situation = SituationKey.Of(process.Id),
            Parties = parties,
            ThirdParties = thirdParties,
            ThirdPartyKeys = ActorKey.Join(thirdParties.Select(t => ActorKey.Of(t.Organization, t.Label))),
            When = when,
            Earliest = earliest,
            Latest = latest,
            Where = check.Where(terms.Where),
            Kind = violations.Required(terms.Kind, "kind"),
            MadeBy = check.By(terms.MadeBy, latest),
            Level = terms.Level,
            Topics = check.Topics(terms.Topics),
            CoordinatedWithLead = terms.CoordinatedWithLead ?? false,
            Vouched = terms.CoordinatedWithLead == true && caller.Roles.Contains(Roles.MediationSupport),
            Source = violations.OptionalText(terms.Source, "source", 1000),
            Reliability = terms.Reliability ?? Reliability.Unknown,
            Exposure = check.Exposure(terms.Exposure, exposed),
            Exposed = exposed,
            Classification = check.Label(terms.Classification, process, caller),
            Organization = organization,
            RecordedBy = Signature.Of(caller),
            State = ContactState.Recorded,
            Corrects = corrects,
            ImportKey = mark?.Key,
            ImportDigest = mark?.Digest,
            CreateTime = now,
        };
        violations.ThrowIfAny();
        contact.SetKeys(p => ActorKey.Of(p.Party, p.Label));
        return contact;
    }

    private void SetKeys(Func<ContactParty, string> key)
    {
        PartyKeys = ActorKey.Join(Parties.Select(key).Distinct());
        UnfavourableKeys = ActorKey.Join(Parties.Where(p => p.Outcome == ContactOutcome.Unfavourable).Select(key).Distinct());
    }

    private void Close(ContactState state, string reason, Caller caller, DateTime now) => (State, CloseReason, ClosedBy, CloseTime) = (state, reason, Signature.Of(caller), now);

    /// <summary>Whoever recorded it for the organization, or keeps processes.</summary>
    private void RequireKeeper(Caller caller)
    {
        if (caller.Organization != Organization && !caller.Roles.Contains(Roles.MediationSupport))
        {
            throw Fail.Because(DesignationReasons.NotYourOrganization, "The organization that recorded the contact corrects and withdraws it, or the mediation support unit.");
        }
    }

    private void RequireRecorded()
    {
        if (State != ContactState.Recorded)
        {
            throw Fail.Because(DesignationReasons.ContactNotCurrent, "The contact was corrected or withdrawn already.", ("state", ProcessAnswers.Text(State)));
        }
    }
}
