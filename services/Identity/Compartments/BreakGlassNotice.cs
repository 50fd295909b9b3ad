using System.Text;
using Concord.Identity.Accounts;
using Concord.Identity.Mail;
using Concord.Identity.Tokens;
using Concord.Platform.FourEyes;
using Concord.Platform.Texts;

namespace Concord.Identity.Compartments;

/// <summary>Tells those who answer for a compartment by mail that somebody let himself in: in the commit that lets him in, and neither who nor where, because a mail is read by many on its way.</summary>
internal sealed class BreakGlassNotice(MailDesk mail, IConfiguration configuration)
{
    private const string Page = "approvals";
    private static readonly TextFiles Texts = new(typeof(BreakGlassNotice).Assembly);

    /// <summary>Goes out after the caller's next save, where there is a mail server; otherwise they find it under what waits for them, as always.</summary>
    public void Tell(IEnumerable<Account> asked, ProposedAct review, DateTime now)
    {
        if (!mail.IsOpen)
        {
            return;
        }

        var where = new Uri(TokenServer.Issuer(configuration), Page);
        foreach (var person in asked)
        {
            mail.Take(review.Id.ToString(), person.Email, ContentOf(person.Language, where), review.ExpireTime, now);
        }
    }

    /// <summary>Somebody has looked at it: what has not left yet need not any more.</summary>
    public Task DropAsync(ProposedAct review, CancellationToken cancellationToken) => mail.DropAsync(review.Id.ToString(), cancellationToken);

    internal static MailContent ContentOf(string? language, Uri where)
    {
        var say = new Speech(Language.Find(language ?? "") ?? Language.English, Texts);
        var text = new StringBuilder()
            .Append(say["breakGlass.mail.text"]).Append("\n\n")
            .Append(where.AbsoluteUri).Append("\n\n") // on a line of its own: marks of direction beside it would become part of it
            .Append(say["breakGlass.mail.why"]).Append('\n');
        return new MailContent(say["breakGlass.mail.subject"], text.ToString());
    }
}
