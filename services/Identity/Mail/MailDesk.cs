using System.Text.Json;
using Concord.Identity.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Mail;

/// <summary>What a mail says.</summary>
internal sealed record MailContent(string Subject, string Text);

/// <summary>Takes mails to be sent after the commit that they tell of.</summary>
internal sealed class MailDesk(IdentityDb db, IConfiguration configuration, IDataProtectionProvider protection)
{
    private readonly IDataProtector _seal = protection.CreateProtector("Concord.Identity.Mail");

    /// <summary>Whether there is a mail server.</summary>
    public bool IsOpen => MailSettings.ServerHost.In(configuration) is not null;

    public void Take(string about, string to, MailContent content, DateTime expireTime, DateTime now) => db.Add(new OutgoingMail
    {
        About = about,
        To = to,
        Content = _seal.Protect(JsonSerializer.Serialize(content)),
        DueTime = now,
        ExpireTime = expireTime,
        CreateTime = now,
    });

    /// <summary>What speaks of this and has not left yet is not sent any more.</summary>
    public async Task DropAsync(string about, CancellationToken cancellationToken)
    {
        foreach (var mail in await db.OutgoingMails.Where(m => m.About == about && m.State == MailState.Waiting).ToListAsync(cancellationToken))
        {
            mail.Drop();
        }
    }

    /// <exception cref="System.Security.Cryptography.CryptographicException">The keys that sealed it are gone.</exception>
    public MailContent Open(OutgoingMail mail) => JsonSerializer.Deserialize<MailContent>(_seal.Unprotect(mail.Content!))!;
}
