using System.Text;
using Concord.Identity.Accounts;
using Concord.Identity.Mail;
using Concord.Platform.Texts;

namespace Concord.Identity.Factors;

/// <summary>What a person learns by mail: that a factor was added, if only by a link to a provider that vouches for one, and when. Whoever added it with a stolen password cannot keep that from its owner. Neither which, nor for what: a mail is read by many on its way.</summary>
internal static class FactorMail
{
    /// <summary>How long it is tried to send it.</summary>
    public static readonly TimeSpan Tried = TimeSpan.FromDays(7);

    /// <summary>With the next save, where there is a mail server.</summary>
    public static void TellAdded(this MailDesk mail, Account account, Speech say, DateTime now)
    {
        if (mail.IsOpen)
        {
            mail.Take(account.Id.ToString(), account.Email, Of(say, now), now + Tried, now);
        }
    }

    private static MailContent Of(Speech say, DateTime time)
    {
        var text = new StringBuilder()
            .Append(say.With("factors.mail.text", ("time", new DateTimeOffset(time)))).Append("\n\n")
            .Append(say["factors.mail.else"]).Append('\n');
        return new MailContent(say["factors.mail.subject"], text.ToString());
    }
}
