using System.Text;
using Concord.Identity.Mail;
using Concord.Platform.Texts;

namespace Concord.Identity.Invitations;

/// <summary>What a person learns by mail: that an invitation waits, where, and until when. Neither for whom nor for what: a mail is read by many on its way.</summary>
internal static class InvitationMail
{
    private static readonly TextFiles Texts = new(typeof(InvitationMail).Assembly);

    public static MailContent Of(Invitation invitation, Uri link)
    {
        var say = new Speech(Language.Find(invitation.Language)!, Texts);
        var text = new StringBuilder()
            .Append(say["invitation.mail.text"]).Append("\n\n")
            .Append(link.AbsoluteUri).Append("\n\n") // on a line of its own: marks of direction beside it would become part of it
            .Append(say.With("invitation.mail.until", ("time", new DateTimeOffset(invitation.ExpireTime)))).Append("\n\n")
            .Append(say["invitation.mail.else"]).Append('\n');
        return new MailContent(say["invitation.mail.subject"], text.ToString());
    }
}
