using Concord.Contracts.Access;
using Concord.Identity.Mail;
using Concord.Identity.Persistence;
using Concord.Platform.FourEyes;
using Concord.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Invitations;

/// <summary>An invitation; never its link.</summary>
/// <param name="Name">Resource name, <c>invitations/{uuid}</c>.</param>
/// <param name="Email">Where it goes, and the sign-in name.</param>
/// <param name="DisplayName">As the account will be shown to others.</param>
/// <param name="Organization">Resource name of the organization the person will act for.</param>
/// <param name="Roles">Roles in that organization.</param>
/// <param name="Clearance">Highest classification the person may see.</param>
/// <param name="Language">Of the mail.</param>
/// <param name="State">Whether it still waits.</param>
/// <param name="InvitedBy">Who answers for it.</param>
/// <param name="Mail">What became of the last mail; absent where none was sent.</param>
/// <param name="Account">The account that was opened by it.</param>
/// <param name="CreateTime">When it was made, UTC.</param>
/// <param name="ExpireTime">Until when its link is good, UTC.</param>
/// <param name="CloseTime">When it was accepted or revoked, UTC.</param>
/// <param name="Etag">For If-Match.</param>
internal sealed record InvitationAnswer(
    string Name, string Email, string DisplayName, string Organization, IReadOnlyList<string> Roles, Classification Clearance, string Language, InvitationState State, ActPerson InvitedBy,
    MailState? Mail, string? Account, DateTime CreateTime, DateTime ExpireTime, DateTime? CloseTime, string Etag);

/// <summary>An invitation with what is handed to the person.</summary>
/// <param name="Invitation">The invitation.</param>
/// <param name="Link">Good once. Shown in this answer only; absent where it goes by mail.</param>
internal sealed record InvitationWithLink(InvitationAnswer Invitation, Uri? Link);

internal static class InvitationAnswers
{
    public static InvitationAnswer ToAnswer(Invitation i, MailState? mail, DateTime now) => new(
        i.Id.ToString(), i.Email, i.DisplayName, i.Organization, i.Roles, i.Clearance, i.Language, i.StateAt(now), new ActPerson(i.InvitedBy, i.InvitedByName),
        mail, i.Account, i.CreateTime, i.ExpireTime, i.CloseTime, ETag.Of(i));

    /// <summary>What became of the last mail about each of these.</summary>
    public static async Task<IReadOnlyDictionary<string, MailState>> MailStatesAsync(this IdentityDb db, IEnumerable<string> invitations, CancellationToken cancellationToken)
    {
        var asked = invitations.ToList();
        var mails = await db.OutgoingMails.Where(m => asked.Contains(m.About)).Select(m => new { m.About, m.State, m.CreateTime }).ToListAsync(cancellationToken);
        return mails.GroupBy(m => m.About).ToDictionary(g => g.Key, g => g.MaxBy(m => m.CreateTime)!.State);
    }

    public static MailState? Find(this IReadOnlyDictionary<string, MailState> mails, string invitation) => mails.TryGetValue(invitation, out var state) ? state : null;
}
