using MailKit.Net.Smtp;
using MimeKit;
using MimeKit.Utils;

namespace Concord.Identity.Mail;

/// <summary>Hands one mail to the mail server.</summary>
internal static class Smtp
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task SendAsync(MailSettings settings, string to, MailContent content, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        using var message = new MimeMessage(new[] { settings.From }, new[] { MailboxAddress.Parse(to) }, content.Subject, new TextPart("plain") { Text = content.Text });
        message.MessageId = MimeUtils.GenerateMessageId(settings.From.Domain); // and not of this machine, whose name is nobody's business
        message.Headers.Add("Auto-Submitted", "auto-generated"); // no answering machine answers (RFC 3834)
        using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds, LocalDomain = settings.From.Domain };
        await client.ConnectAsync(settings.Host, settings.Port, settings.Security, patience.Token);
        if (settings.User is { } user)
        {
            await client.AuthenticateAsync(user, settings.Password ?? "", patience.Token);
        }

        await client.SendAsync(message, patience.Token);
        await client.DisconnectAsync(quit: true, patience.Token);
    }
}
