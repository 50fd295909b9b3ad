using Concord.Platform.FourEyes;
using Concord.Platform.Http;
using Concord.Roster.Mediators;
using Concord.Roster.Names;

namespace Concord.Roster.Duplicates;

/// <summary>Says of two records whether they are of the same person.</summary>
/// <param name="First">Resource name of one profile.</param>
/// <param name="Second">Resource name of the other.</param>
/// <param name="Kept">Resource name of the one that is kept, where they are the same; absent where they are not.</param>
/// <param name="Reason">On what that rests; 1 to 1,000 characters.</param>
internal sealed record SayDuplicate(string? First, string? Second, string? Kept, string? Reason);

/// <summary>Says why.</summary>
/// <param name="Reason">1 to 1,000 characters.</param>
internal sealed record DuplicateReason(string? Reason);

/// <summary>What was said of two records before.</summary>
/// <param name="State">What it came to.</param>
/// <param name="Reason">On what it rested.</param>
/// <param name="SaidBy">Who said so.</param>
/// <param name="AgreedBy">Who agreed in the name of the other organization.</param>
/// <param name="Time">When, UTC.</param>
internal sealed record DuplicateSaidBefore(DuplicateState State, string Reason, ActPerson SaidBy, ActPerson? AgreedBy, DateTime Time)
{
    public static DuplicateSaidBefore Of(DuplicateWord w) => new(
        w.State, w.Reason, w.SaidBy.ToPerson(), w.AgreedBy?.ToPerson(), w.Time);
}

/// <summary>What was said of two records that the reader sees. Of a record that the reader does not see nothing is told beside that there is one.</summary>
/// <param name="Name">Resource name, <c>duplicates/{uuid}</c>.</param>
/// <param name="First">Resource name of one profile; absent where the reader does not see it.</param>
/// <param name="Second">Resource name of the other; the same.</param>
/// <param name="State">What was said last.</param>
/// <param name="Kept">The one that is kept, or would be; absent where they are not the same, and where the reader does not see it.</param>
/// <param name="Reason">On what it rests; for who sees both.</param>
/// <param name="SaidBy">Who said so; for who sees both.</param>
/// <param name="AgreedBy">Who agreed in the name of the other organization.</param>
/// <param name="Before">What was said before that, as the merge that was taken back; for who sees both.</param>
/// <param name="CreateTime">When somebody first said something of them, UTC.</param>
/// <param name="UpdateTime">When it last changed, UTC.</param>
/// <param name="Etag">For If-Match.</param>
internal sealed record DuplicateAnswer(
    string Name, string? First, string? Second, DuplicateState State, string? Kept, string? Reason, ActPerson? SaidBy, ActPerson? AgreedBy, DuplicateSaidBefore? Before, DateTime CreateTime, DateTime UpdateTime, string Etag)
{
    public static DuplicateAnswer Of(Duplicate d, IReadOnlySet<ProfileId> seen)
    {
        var both = seen.Contains(d.First) && seen.Contains(d.Second);
        return new(
            d.Id.ToString(), Seen(d.First), Seen(d.Second), d.State, d.Kept is { } kept ? Seen(kept) : null, both ? d.Reason : null, both ? d.SaidBy.ToPerson() : null,
            both ? d.AgreedBy?.ToPerson() : null, both && d.Before is { } before ? DuplicateSaidBefore.Of(before) : null, d.CreateTime, d.UpdateTime, ETag.Of(d));

        string? Seen(ProfileId id) => seen.Contains(id) ? id.ToString() : null;
    }
}

/// <summary>One of two records.</summary>
/// <param name="Name">Resource name of the profile.</param>
/// <param name="DisplayName">As the person is addressed.</param>
/// <param name="Owner">Resource name of the organization that keeps it.</param>
/// <param name="State">A draft is merged into a record that is active, and never the other way.</param>
internal sealed record SuggestedRecord(string Name, string DisplayName, string Owner, ProfileState State);

/// <summary>Two records that are likely of the same person, and what speaks for it; a person decides. It rests on what the reader is shown of both, and on nothing else.</summary>
/// <param name="First">One that the reader's organization keeps.</param>
/// <param name="Second">Another one that the reader sees.</param>
/// <param name="NameFit">How well the names fit each other.</param>
/// <param name="Nationalities">That both have: ISO 3166-1 alpha-3.</param>
/// <param name="Languages">That both speak: ISO 639.</param>
internal sealed record DuplicateSuggestion(SuggestedRecord First, SuggestedRecord Second, NameFit NameFit, IReadOnlyList<string> Nationalities, IReadOnlyList<string> Languages);
