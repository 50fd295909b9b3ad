using Concord.Designation.Processes;
using Concord.Designation.Reactions;
using Concord.Platform.Http;

namespace Concord.Designation.Consultations;

/// <summary>A round of consultation.</summary>
/// <param name="Organizations">Whom it asks; absent for those who are asked themselves.</param>
/// <param name="DeadlineTime">First instant at which nobody answers any more, UTC.</param>
/// <param name="Summary">Absent until it is summed up, and for those who are asked.</param>
/// <param name="Etag">For If-Match; absent for those who are asked: each answer of another one moves it (R156).</param>
internal sealed record ConsultationAnswer(
    string Name, string Question, IReadOnlyList<AskedAnswer>? Organizations, DateTime DeadlineTime, ConsultationState State, Signature OpenedBy, DateTime CreateTime, string? Summary, Signature? ClosedBy, DateTime? CloseTime,
    string? Etag)
{
    public static ConsultationAnswer Of(Consultation c, bool whole, OrganizationNames names, DateTime now) => new(
        c.Name, c.Question, whole ? [.. c.Invited.Select(i => new AskedAnswer(i.Organization, names.Of(i.Organization))).OrderBy(a => a.DisplayName ?? a.Organization, StringComparer.OrdinalIgnoreCase)] : null,
        c.DeadlineTime, c.StateAt(now), c.OpenedBy, c.CreateTime, whole ? c.Summary : null, whole ? c.ClosedBy : null, c.CloseTime, whole ? ETag.Of(c) : null);
}

/// <summary>An organization that is asked.</summary>
internal sealed record AskedAnswer(string Organization, string? DisplayName);

/// <summary>One version of an organization's position.</summary>
/// <param name="Organization">Whose.</param>
/// <param name="About">Resource name of the organization that it is about; absent with no view.</param>
/// <param name="Revision">1 for the first.</param>
/// <param name="Current">The version that counts.</param>
/// <param name="ShowToOthers">Whether its author agreed that others read it after the close.</param>
internal sealed record PositionAnswer(
    string Name, string Organization, string? OrganizationDisplayName, Stance Stance, string? About, string? AboutDisplayName, string Reasons, int Revision, bool Current, bool ShowToOthers, Signature GivenBy, DateTime CreateTime)
{
    public static PositionAnswer Of(Consultation c, ConsultationPosition p, OrganizationNames names) => new(
        $"{c.Name}/{p.Id}", p.Organization, names.Of(p.Organization), p.Stance, p.About, p.About is null ? null : names.Of(p.About), p.Reasons, p.Revision, p.SupersedeTime is null, p.ShowToOthers, p.GivenBy, p.CreateTime);
}
