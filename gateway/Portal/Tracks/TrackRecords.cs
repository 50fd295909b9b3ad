using Concord.Portal.Processes;
using Concord.Portal.Talks;

namespace Concord.Portal.Tracks;

/// <summary>What the pages show of what stands around the talks, as the designation service answers it.</summary>
public sealed record Followed<TContent>(string Name, TContent Content, Signature RecordedBy, DateTimeOffset CreateTime, RecordWithdrawal? Withdrawn, IReadOnlyList<FollowUp> FollowUps);

/// <summary>What came of a record later.</summary>
public sealed record FollowUp(DateOnly On, string Text, string? Delegation, bool? Accepted, Signature By, DateTimeOffset Time);

public sealed record PartyFear(string Fear, string? Reply);

public sealed record RipenessSign(string Factor, string Note);

public sealed record EarlyEngagement(string Party, DateOnly On, string By, string? View, IReadOnlyList<PartyFear> Fears, IReadOnlyList<RipenessSign> Ripeness, string Consent, string? ConsentNote);

public sealed record AgreedTransfer(string What, string How, DateOnly By);

public sealed record InformalTrack(string Kind, string Title, string Convener, DateOnly From, DateOnly? Until, string? Participants, AgreedTransfer? Transfer);

public sealed record AssemblyText(string Kind, string Title, DateOnly On, string About, string Body, IReadOnlyList<string> Groups, bool VictimsConsulted, string VictimsConsultation);

public sealed record TrainingOffer(string Kind, string Subject, string Provider, DateOnly From, DateOnly? Until, IReadOnlyList<string> OfferedTo);

/// <summary>Of any of the four, what a form shows that acts on it.</summary>
public sealed record TrackSubject(string? Title, string? Party, string? Subject, IReadOnlyList<PartyFear>? Fears, AgreedTransfer? Transfer, IReadOnlyList<string>? OfferedTo)
{
    public string Called => Title ?? Party ?? Subject ?? "";
}

/// <summary>For each offer that stands, the delegations at the table that it was not made to.</summary>
public sealed record OfferedToAll(IReadOnlyList<UnevenOffer> NotOffered);

public sealed record UnevenOffer(string Offer, IReadOnlyList<string> Delegations);

public sealed record CommunicationsContent(string? Confidentiality, string? CommunicationStrategy, string? TraditionalMedia, string? SocialMedia, string? CampaignAfterSignature)
{
    /// <summary>The parts by the names of their fields, in their order.</summary>
    public IReadOnlyList<(string Field, string? Text)> Parts =>
    [
        ("confidentiality", Confidentiality), ("communicationStrategy", CommunicationStrategy), ("traditionalMedia", TraditionalMedia), ("socialMedia", SocialMedia), ("campaignAfterSignature", CampaignAfterSignature),
    ];
}

public sealed record CommunicationsPlan(int Revision, CommunicationsContent Content, DateTimeOffset? UpdateTime, string Etag);
