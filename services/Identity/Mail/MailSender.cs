using System.Security.Cryptography;
using System.Threading.Channels;
using Concord.Identity.Persistence;
using Concord.Platform.Persistence;
using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;

namespace Concord.Identity.Mail;

/// <summary>
/// Sends what has been committed: a mail that the server cannot take now is tried again, later each time, until what it says is over. It may go out twice where this process dies
/// between the server's answer and its own note of it, and is never lost.
/// </summary>
internal sealed partial class MailSender(IServiceScopeFactory scopes, IConfiguration configuration, TimeProvider time, ILogger<MailSender> logger) : BackgroundService, ICommitListener
{
    private const int Batch = 20;
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2); // wall time on purpose: what another process or an earlier life of this one left behind
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);
    private readonly Channel<bool> _bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private MailSettings? _settings;

    public void Committed(IReadOnlyCollection<object> records)
    {
        if (records.OfType<OutgoingMail>().Any())
        {
            _bell.Writer.TryWrite(true);
        }
    }

    // A wrong setting is refused at the start, and not in the first mail.
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _settings = MailSettings.In(configuration);
        return _settings is null ? Task.CompletedTask : base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var failing = false; // told once, not at each turn of an outage
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await SendDueAsync(_settings!, stoppingToken) == Batch)
                {
                }

                failing = false;
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                if (!failing)
                {
                    LogTurnFailed(e);
                }

                failing = true;
            }

            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            patience.CancelAfter(Poll);
            await ((Task)_bell.Reader.ReadAsync(patience.Token).AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<int> SendDueAsync(MailSettings settings, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (db, desk) = (scope.ServiceProvider.GetRequiredService<IdentityDb>(), scope.ServiceProvider.GetRequiredService<MailDesk>());
        var now = time.Now();
        var due = await db.OutgoingMails.Where(m => m.State == MailState.Waiting && m.DueTime <= now && m.ExpireTime > now).OrderBy(m => m.DueTime).Select(m => m.Id).Take(Batch).ToListAsync(cancellationToken);
        foreach (var id in due)
        {
            if (await ClaimAsync(db, id, cancellationToken) is { } mail)
            {
                await SettleAsync(db, mail, await TryAsync(settings, desk, mail, cancellationToken), cancellationToken);
            }
        }

        return due.Count;
    }

    // One conditional update: of several senders that chose the same mail it changes for one.
    private async Task<OutgoingMail?> ClaimAsync(IdentityDb db, Guid id, CancellationToken cancellationToken)
    {
        var (mine, now) = (Guid.CreateVersion7(), time.Now());
        await using (var write = await db.BeginWriteAsync(cancellationToken))
        {
            var claimed = await db.OutgoingMails.Where(m => m.Id == id && m.State == MailState.Waiting && m.DueTime <= now)
                .ExecuteUpdateAsync(s => s.SetProperty(m => m.Claim, mine).SetProperty(m => m.DueTime, now + Lease).SetProperty(m => m.Attempts, m => m.Attempts + 1), cancellationToken);
            await write.CommitAsync(cancellationToken);
            if (claimed == 0)
            {
                return null;
            }
        }

        return await db.OutgoingMails.AsNoTracking().SingleOrDefaultAsync(m => m.Id == id && m.Claim == mine && m.Content != null, cancellationToken);
    }

    /// <returns>Why it was not sent; null where it was.</returns>
    private static async Task<Exception?> TryAsync(MailSettings settings, MailDesk desk, OutgoingMail mail, CancellationToken cancellationToken)
    {
        try
        {
            await Smtp.SendAsync(settings, mail.To, desk.Open(mail), cancellationToken);
            return null;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return e;
        }
    }

    private async Task SettleAsync(IdentityDb db, OutgoingMail mail, Exception? failure, CancellationToken cancellationToken)
    {
        var state = failure is null ? MailState.Sent : IsFinal(failure) ? MailState.Refused : MailState.Waiting;
        var (kind, retry) = (failure?.GetType().Name, time.Now() + PauseAfter(mail.Attempts));
        await using var write = await db.BeginWriteAsync(cancellationToken);
        var mine = db.OutgoingMails.Where(m => m.Id == mail.Id && m.Claim == mail.Claim && m.State == MailState.Waiting);
        _ = state == MailState.Waiting
            ? await mine.ExecuteUpdateAsync(s => s.SetProperty(m => m.DueTime, retry).SetProperty(m => m.LastError, kind), cancellationToken)
            : await mine.ExecuteUpdateAsync(s => s.SetProperty(m => m.State, state).SetProperty(m => m.Content, (string?)null).SetProperty(m => m.LastError, kind), cancellationToken);
        await write.CommitAsync(cancellationToken);
        if (failure is not null)
        {
            LogNotSent(mail.Id, kind!, state);
        }
    }

    // To try again would be to be refused again: the server says so, or the keys are gone.
    private static bool IsFinal(Exception e) => e is CryptographicException
        || e is SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted, StatusCode: >= (SmtpStatusCode)500 };

    private static TimeSpan PauseAfter(int attempts) => TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, Math.Pow(2, Math.Min(attempts, 20))));

    [LoggerMessage(LogLevel.Error, "Mails on their way out cannot be read or written; it is tried again.")]
    private partial void LogTurnFailed(Exception e);

    // Without the error itself: what a mail server answers may name the person.
    [LoggerMessage(LogLevel.Warning, "Mail {MailId} was not sent ({Error}); it is {State} now.")]
    private partial void LogNotSent(Guid mailId, string error, MailState state);
}
