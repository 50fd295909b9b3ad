using Concord.Contracts.Access;
using Concord.Designation.Processes;
using Concord.Designation.Reactions;
using Concord.Platform.Http;

namespace Concord.Designation.Contacts;

/// <summary>A third party, with the name of the organization as it is now.</summary>
/// <param name="DisplayName">The organization's name where it has reached this service, otherwise the words of the record.</param>
internal sealed record ThirdPartyAnswer(string? Organization, string? Label, string? DisplayName);

/// <summary>One contact.</summary>
/// <param name="When">Absent where it is not known.</param>
/// <param name="EarliestTime">First instant at which it may have been.</param>
/// <param name="LatestTime">First instant at which it no longer may have been.</param>
/// <param name="Organization">That recorded it.</param>
/// <param name="Corrects">The record that this one corrects; absent where none.</param>
/// <param name="CorrectedBy">The record that says it better; absent where none.</param>
internal sealed record MeetingAnswer(
    string Name, IReadOnlyList<ContactParty> Parties, IReadOnlyList<ThirdPartyAnswer> ThirdParties, ContactTime? When, DateTime EarliestTime, DateTime LatestTime, Venue Where, MeetingKind Kind,
    MadeBy? MadeBy, ContactLevel? Level, IReadOnlyList<string> Topics, bool CoordinatedWithLead, string? Source, Reliability Reliability, Exposure Exposure, string? Exposed, Classification Classification,
    string Organization, string? OrganizationDisplayName, Signature RecordedBy, ContactState State, string? Corrects, string? CorrectedBy, string? CloseReason, Signature? ClosedBy, DateTime? CloseTime,
    DateTime CreateTime, string Etag)
{
    public static IEnumerable<string> Organizations(Contact c) => c.ThirdParties.Select(t => t.Organization).OfType<string>().Append(c.Organization);

    public static MeetingAnswer Of(Contact c, OrganizationNames names) => new(
        c.Name, c.Parties, [.. c.ThirdParties.Select(t => new ThirdPartyAnswer(t.Organization, t.Label, (t.Organization is { } organization ? names.Of(organization) : null) ?? t.Label))],
        c.When, c.Earliest, c.Latest, c.Where, c.Kind, c.MadeBy, c.Level, c.Topics, c.CoordinatedWithLead, c.Source, c.Reliability, c.Exposure, c.Exposed, c.Classification,
        c.Organization, names.Of(c.Organization), c.RecordedBy, c.State, c.Corrects is { } corrects ? $"{c.Process}/{corrects}" : null, c.CorrectedBy is { } by ? $"{c.Process}/{by}" : null,
        c.CloseReason, c.ClosedBy, c.CloseTime, c.CreateTime, ETag.Of(c));
}
