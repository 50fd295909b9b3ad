using Concord.Contracts.Access;
using Concord.Platform.FourEyes;
using Concord.Platform.Http;

namespace Concord.Roster.Slates;

/// <summary>A slate without its candidates and what is said of them.</summary>
/// <param name="Name">Resource name, <c>slates/{uuid}</c>.</param>
/// <param name="Kind">What the appointment is to.</param>
/// <param name="Title">What the post is called.</param>
/// <param name="Organization">Resource name of the organization that composes it.</param>
/// <param name="Authority">Resource name of the organization that appoints.</param>
/// <param name="Process">Resource name of the process or situation; absent where there is none.</param>
/// <param name="Classification">Who may see the slate at all.</param>
/// <param name="State">How far it is.</param>
/// <param name="SubmitTime">When it was laid before the appointing authority, UTC.</param>
/// <param name="DecideTime">When that decided, UTC.</param>
/// <param name="CreateTime">When it was begun, UTC.</param>
/// <param name="UpdateTime">When it last changed, UTC.</param>
/// <param name="Etag">For If-Match.</param>
internal sealed record SlateEntry(
    string Name, AppointmentKind Kind, string Title, string Organization, string Authority, string? Process, Classification Classification, SlateState State, DateTime? SubmitTime, DateTime? DecideTime,
    DateTime CreateTime, DateTime UpdateTime, string Etag)
{
    public static SlateEntry Of(Slate s) => new(
        s.Id.ToString(), s.Kind, s.Title, s.Organization, s.Authority, s.Process, s.Classification, s.State, s.SubmitTime, s.DecideTime, s.CreateTime, s.UpdateTime, ETag.Of(s));
}

/// <summary>A candidate, and what each criterion comes to (R19).</summary>
/// <param name="Name">Resource name, <c>slates/{uuid}/candidates/{uuid}</c>.</param>
/// <param name="List">How far the person has come.</param>
/// <param name="Profile">Resource name of the profile; absent for somebody from outside.</param>
/// <param name="Standing">Whether the person is there to be chosen; nobody else is named.</param>
/// <param name="Person">Who it is; absent where the person is not there, or not for you.</param>
/// <param name="Note">Why the person is on this list.</param>
/// <param name="Findings">Criterion by criterion, as things are now, and from the submission on as they were then.</param>
/// <param name="Qualified">Whether every mandatory criterion is met (R9).</param>
/// <param name="Conflicts">Possible conflicts of interest, with the ground (R16).</param>
/// <param name="ListedBy">Who put the person on the slate.</param>
/// <param name="CreateTime">When, UTC.</param>
/// <param name="UpdateTime">When it last changed, UTC.</param>
/// <param name="Etag">For If-Match.</param>
internal sealed record SlateCandidateAnswer(
    string Name, SlateList List, string? Profile, CandidateStanding Standing, CandidatePerson? Person, string? Note, IReadOnlyList<CriterionFinding> Findings, bool? Qualified,
    IReadOnlyList<CandidateConflict> Conflicts, ActPerson ListedBy, DateTime CreateTime, DateTime UpdateTime, string Etag)
{
    public static SlateCandidateAnswer Of(SeenCandidate seen)
    {
        var c = seen.Candidate;
        return new SlateCandidateAnswer(
            c.Name, c.List, c.Profile?.ToString(), seen.Standing, seen.Person, seen.Text?.Note, seen.Findings, seen.IsQualified, seen.Conflicts, c.ListedBy.ToPerson(),
            c.CreateTime, c.UpdateTime, ETag.Of(c));
    }
}

/// <summary>That somebody is on a slate, without what is said of the person: an answer is kept for a retry.</summary>
/// <param name="Name">Resource name, <c>slates/{uuid}/candidates/{uuid}</c>.</param>
/// <param name="List">How far the person has come.</param>
/// <param name="CreateTime">When the person was put on it, UTC.</param>
/// <param name="UpdateTime">When it last changed, UTC.</param>
/// <param name="Etag">For If-Match.</param>
internal sealed record SlateCandidateEntry(string Name, SlateList List, DateTime CreateTime, DateTime UpdateTime, string Etag)
{
    public static SlateCandidateEntry Of(SlateCandidate c) => new(c.Name, c.List, c.CreateTime, c.UpdateTime, ETag.Of(c));
}

/// <summary>A slate: the criteria, everybody on it, and the decision (R19).</summary>
/// <param name="Name">Resource name, <c>slates/{uuid}</c>.</param>
/// <param name="Kind">What the appointment is to.</param>
/// <param name="Title">What the post is called.</param>
/// <param name="Organization">Resource name of the organization that composes it.</param>
/// <param name="Authority">Resource name of the organization that appoints.</param>
/// <param name="Process">Resource name of the process or situation; absent where there is none.</param>
/// <param name="Criteria">In order; findings name them by number, from 1.</param>
/// <param name="ConflictCountries">Of the parties and their neighbours (R16).</param>
/// <param name="ConflictParties">The parties, as declared interests may name them (R16).</param>
/// <param name="Classification">Who may see the slate at all.</param>
/// <param name="State">How far it is.</param>
/// <param name="Candidates">In the order of listing, never of merit (R157).</param>
/// <param name="ComposedBy">Who began it.</param>
/// <param name="SubmittedBy">Who laid it before the appointing authority.</param>
/// <param name="SubmitTime">When, UTC.</param>
/// <param name="NoWomanReason">Why no qualified woman is on the short list (R9); absent where one is.</param>
/// <param name="Tally">Who stood on the lists, in numbers, as they were submitted.</param>
/// <param name="DecidedBy">Who decided.</param>
/// <param name="DecideTime">When, UTC.</param>
/// <param name="Chosen">Resource name of the candidate who was chosen.</param>
/// <param name="DecisionReason">Why; absent once who was chosen is erased.</param>
/// <param name="CreateTime">When it was begun, UTC.</param>
/// <param name="UpdateTime">When it last changed, UTC.</param>
/// <param name="Etag">For If-Match.</param>
internal sealed record SlateAnswer(
    string Name, AppointmentKind Kind, string Title, string Organization, string Authority, string? Process, IReadOnlyList<SlateCriterion> Criteria, IReadOnlyList<string> ConflictCountries,
    IReadOnlyList<string> ConflictParties, Classification Classification, SlateState State, IReadOnlyList<SlateCandidateAnswer> Candidates, ActPerson ComposedBy, ActPerson? SubmittedBy, DateTime? SubmitTime,
    string? NoWomanReason, SlateTally? Tally, ActPerson? DecidedBy, DateTime? DecideTime, string? Chosen, string? DecisionReason, DateTime CreateTime, DateTime UpdateTime, string Etag)
{
    public static SlateAnswer Of(Slate s, IReadOnlyList<SeenCandidate> candidates) => new(
        s.Id.ToString(), s.Kind, s.Title, s.Organization, s.Authority, s.Process, s.Criteria, s.ConflictCountries, s.ConflictParties, s.Classification, s.State,
        [.. candidates.Select(SlateCandidateAnswer.Of)], s.ComposedBy.ToPerson(), s.SubmittedBy?.ToPerson(), s.SubmitTime, s.NoWomanReason, s.Tally, s.DecidedBy?.ToPerson(), s.DecideTime,
        s.Chosen is { } chosen ? $"{s.Id}/{chosen}" : null, s.DecisionReason, s.CreateTime, s.UpdateTime, ETag.Of(s));
}

/// <summary>What may be published of a slate that is decided (R19): nobody is named but who was chosen, and neither the process nor those who took part.</summary>
/// <param name="Name">Resource name, <c>slates/{uuid}</c>.</param>
/// <param name="Kind">What the appointment is to.</param>
/// <param name="Title">What the post is called.</param>
/// <param name="Organization">Resource name of the organization that composed it.</param>
/// <param name="Authority">Resource name of the organization that appoints.</param>
/// <param name="Criteria">In order, without weights.</param>
/// <param name="NoWomanReason">Why it was submitted without a qualified woman on the short list (R9); absent where one was.</param>
/// <param name="Tally">Women and men on the long list and the short one, qualified women on the short one, and regions.</param>
/// <param name="State">Whether somebody was chosen.</param>
/// <param name="Chosen">Who was; absent where nobody was, or the person is not there any more.</param>
/// <param name="DecisionReason">Why.</param>
/// <param name="SubmitTime">When it was laid before the appointing authority, UTC.</param>
/// <param name="DecideTime">When that decided, UTC.</param>
internal sealed record SlateExtract(
    string Name, AppointmentKind Kind, string Title, string Organization, string Authority, IReadOnlyList<SlateCriterion> Criteria, string? NoWomanReason, SlateTally Tally, SlateState State, string? Chosen, string? DecisionReason,
    DateTime SubmitTime, DateTime DecideTime)
{
    public static SlateExtract Of(Slate s, IReadOnlyList<SeenCandidate> candidates) => new(
        s.Id.ToString(), s.Kind, s.Title, s.Organization, s.Authority, s.Criteria, s.NoWomanReason, s.Tally!, s.State, candidates.FirstOrDefault(c => c.Candidate.Id == s.Chosen)?.Person?.DisplayName, s.DecisionReason,
        s.SubmitTime!.Value, s.DecideTime!.Value);
}
