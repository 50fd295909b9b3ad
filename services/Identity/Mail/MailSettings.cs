using Concord.Platform.Hosting;
using MailKit.Security;
using MimeKit;

namespace Concord.Identity.Mail;

/// <summary>The mail server that takes what this service sends; null where there is none.</summary>
internal sealed record MailSettings(string Host, int Port, SecureSocketOptions Security, string? User, string? Password, MailboxAddress From)
{
    private const string NoTls = "none";
    private const string StartTls = "starttls";
    private const string Tls = "tls";

    public static readonly Setting ServerHost = new("Mail:Smtp:Host", "Mail server that takes invitations, and the notices that somebody entered a compartment in an emergency. Without it no mail is sent: the administrator hands the link over, and keepers find what waits for them on the platform.");
    public static readonly Setting ServerPort = new("Mail:Smtp:Port", "Its port.", "587", SettingForm.Port);
    public static readonly Setting ServerUser = new("Mail:Smtp:User", "Name to sign in with at the mail server; without it nobody signs in.");
    public static readonly Setting ServerPassword = new("Mail:Smtp:Password", "Password to that name.", Secret: true);
    public static readonly Setting Sender = new("Mail:Smtp:From", "Address that mail comes from; needed where a mail server is set.", Form: new SettingForm("an e-mail address", v => MailboxAddress.TryParse(v, out _)));
    public static readonly Setting ServerSecurity = new("Mail:Smtp:Security", "How the line to the mail server is protected: starttls, tls, or none for one on the same machine.", StartTls, SettingForm.OneOf(StartTls, Tls, NoTls));

    /// <exception cref="SettingException">One of them is wrong, or the sender is missing.</exception>
    public static MailSettings? In(IConfiguration configuration) => ServerHost.In(configuration) is not { } host ? null : new MailSettings(
        host, ServerPort.RequiredIn<int>(configuration),
        ServerSecurity.RequiredIn(configuration).ToLowerInvariant() switch
        {
            NoTls => SecureSocketOptions.None,
            Tls => SecureSocketOptions.SslOnConnect,
            _ => SecureSocketOptions.StartTls, // and not "where available": whoever sits in between would say that it is not
        },
        ServerUser.In(configuration), ServerPassword.In(configuration), MailboxAddress.Parse(Sender.RequiredIn(configuration)));
}
