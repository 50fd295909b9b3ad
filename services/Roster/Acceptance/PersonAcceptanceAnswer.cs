using Concord.Platform.FourEyes;
using Concord.Platform.Http;

namespace Concord.Roster.Acceptance;

/// <summary>How a party of a process takes a person as mediator (R27).</summary>
/// <param name="Name">Resource name, <c>profiles/{uuid}/acceptances/{uuid}</c>.</param>
/// <param name="Process">Resource name of the process.</param>
/// <param name="Party">Which party, as it was written.</param>
/// <param name="Position">Accepts, objects, or was asked and is silent.</param>
/// <param name="On">The day on which it said so.</param>
/// <param name="Source">How it is known.</param>
/// <param name="RecordedBy">Who recorded it.</param>
/// <param name="Organization">Resource name of the organization of who recorded it.</param>
/// <param name="WithdrawReason">Why it was taken back; absent where it stands.</param>
/// <param name="WithdrawnBy">Who took it back.</param>
/// <param name="WithdrawTime">When it was taken back, UTC; absent where it stands.</param>
/// <param name="CreateTime">When it was recorded, UTC.</param>
/// <param name="Etag">For If-Match.</param>
internal sealed record PersonAcceptanceAnswer(
    string Name, string Process, string Party, PartyWord Position, DateOnly On, string Source, ActPerson RecordedBy, string? Organization, string? WithdrawReason, ActPerson? WithdrawnBy, DateTime? WithdrawTime,
    DateTime CreateTime, string Etag)
{
    public static PersonAcceptanceAnswer Of(PersonAcceptance a) => new(
        a.Name, a.Process, a.Party, a.Position, a.On, a.Source, a.RecordedBy.ToPerson(), a.RecordedBy.Organization, a.WithdrawReason, a.WithdrawnBy?.ToPerson(), a.WithdrawTime, a.CreateTime, ETag.Of(a));
}
