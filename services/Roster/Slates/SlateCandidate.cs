using Concord.Platform.Audit;
using Concord.Platform.Paging;
using Concord.Platform.Persistence;
using Concord.Platform.Sealing;
using Concord.Platform.Security;
using Concord.Roster.Mediators;

namespace Concord.Roster.Slates;

/// <summary>Somebody who is considered for an appointment: a person of the roster, or one from outside of whom is told in words. What is said of the person is sealed, with a key for this candidacy.</summary>
internal sealed class SlateCandidate : IVersioned, IListed<SlateCandidateId>
{
    /// <summary>Most people on one slate.</summary>
    public const int Most = 60;

    private SlateCandidate() { } // EF

    public SlateCandidateId Id { get; private init; }
    public SlateId Slate { get; private init; }

    /// <summary>Of the person; null where that is somebody from outside. No entry of a change tells that somebody is considered for a post; that the person was shown to somebody is entered.</summary>
    [Personal]
    public ProfileId? Profile { get; private init; }
    public SlateList List { get; private set; }

    /// <summary>A <see cref="CandidateText"/>; null after an erasure.</summary>
    public Sealed? Text { get; private set; }
    public Author ListedBy { get; private init; } = null!;
    public DateTime CreateTime { get; private init; }
    public DateTime UpdateTime { get; private set; }
    public long Version { get; set; }
    public string Name => $"{Slate}/{Id}";

    /// <summary>Whose key seals the text: what is said for one appointment ends with that, also where the person stays on the roster.</summary>
    public string Subject => Id.ToString();

    public static SlateCandidate Enter(SlateCandidateId id, SlateId slate, ProfileId? profile, SlateList list, Caller caller, DateTime now) =>
        new() { Id = id, Slate = slate, Profile = profile, List = list, ListedBy = Author.Of(caller), CreateTime = now, UpdateTime = now };

    public void Take(SlateList list, Sealed text, DateTime now) => (List, Text, UpdateTime) = (list, text, now);

    public void Forget(DateTime now) => (Text, UpdateTime) = (null, now);
}
