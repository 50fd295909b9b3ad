using Concord.Contracts.Access;
using Concord.Platform.Audit;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Sealing;
using Concord.Roster.Mediators;

namespace Concord.Roster.Standby.Calls;

/// <summary>That a person was asked for a request, and the answer. What was said is sealed with the person's key.</summary>
internal sealed class StandbyCall : IVersioned, IListed<CallId>, IClassifiedRecord
{
    private StandbyCall() { } // EF

    public CallId Id { get; private init; }
    public StandbyRequestId Request { get; private init; }
    public ProfileId Profile { get; private init; }

    /// <summary>Of the request.</summary>
    public Classification Classification { get; private init; }

    [Personal]
    public DateTime CallTime { get; private init; }

    [Personal]
    public CallOutcome Outcome { get; private set; }

    /// <summary>Why, in the words of the person; null where nothing was said.</summary>
    public Sealed? Remark { get; private set; }
    public Author RecordedBy { get; private init; } = null!;

    /// <summary>What the link tells, a <see cref="LinkText"/>; null where the person was asked otherwise.</summary>
    public Sealed? LinkText { get; private init; }

    /// <summary>Hash of the link's secret; null where there is none, and from the answer on.</summary>
    [Personal]
    public string? LinkHash { get; private set; }
    public DateTime? LinkExpireTime { get; private init; }

    /// <summary>When the person answered by the link, UTC.</summary>
    public DateTime? AnswerTime { get; private set; }
    public DateTime CreateTime { get; private init; }
    public long Version { get; set; }
    public string Name => $"{Request}/{Id}";
    public string RecordName => Id.ToString();

    public static StandbyCall Record(CallId id, StandbyRequest request, CheckedCall terms, Sealed? remark, Author by, DateTime now)
    {
        request.RequireOpen();
        return new StandbyCall
        {
            Id = id,
            Request = request.Id,
            Profile = terms.Profile,
            Classification = request.Classification,
            CallTime = terms.CallTime,
            Outcome = terms.Outcome,
            Remark = remark,
            RecordedBy = by,
            CreateTime = now,
        };
    }

    public static StandbyCall Ask(CallId id, StandbyRequest request, CheckedLink terms, Sealed text, string hash, Author by, DateTime now)
    {
        request.RequireOpen();
        return new StandbyCall
        {
            Id = id,
            Request = request.Id,
            Profile = terms.Profile,
            Classification = request.Classification,
            CallTime = now,
            Outcome = CallOutcome.Asked,
            RecordedBy = by,
            LinkText = text,
            LinkHash = hash,
            LinkExpireTime = now + CallLink.Lifetime,
            CreateTime = now,
        };
    }

    /// <summary>By the person, through the link, which is good no more after it.</summary>
    public void Answer(bool available, Sealed? remark, DateTime now) =>
        (Outcome, Remark, LinkHash, AnswerTime) = (available ? CallOutcome.Accepted : CallOutcome.Declined, remark, null, now);
}
