using System.Text;
using Concord.Platform.Hosting;
using Concord.Platform.Persistence;
using Concord.Platform.Security.Keys;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Concord.Platform.Sealing;

/// <summary>
/// Who was erased, in a file beside the store: a backup from before an erasure holds the key again, and this tells what to erase anew after it was put back. A line is appended right
/// after the commit, and what could not be is appended later: the tombstones in the store say what is missing.
/// </summary>
internal sealed partial class ErasureLedger(IConfiguration configuration, IServiceScopeFactory scopes, ILogger<ErasureLedger> logger) : BackgroundService, ICommitListener
{
    public static readonly Setting Path = new("Sealing:ErasureLedger",
        "File to which every erasure is appended, by resource name and time: for reapply-erasures after a backup was put back. Keep copies apart from those of the database. Without it none is written.");

    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(1);
    private readonly Lock _writing = new();

    public void Committed(IReadOnlyCollection<object> records) => Append(records.OfType<SubjectKey>());

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (Path.In(configuration) is null)
        {
            return;
        }

        using var timer = new PeriodicTimer(Pace);
        do
        {
            try
            {
                await CatchUpAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogBehind(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var erased = await scope.ServiceProvider.GetRequiredService<ServiceDbContext>().Set<SubjectKey>().AsNoTracking().Where(k => k.RingKey == null).ToListAsync(cancellationToken);
        Append(erased);
    }

    private void Append(IEnumerable<SubjectKey> keys)
    {
        if (Path.In(configuration) is not { } path || keys.Where(k => k.IsErased).ToList() is not { Count: > 0 } erased)
        {
            return;
        }

        try
        {
            lock (_writing)
            {
                PrivateFile.MakeDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
                using var file = PrivateFile.Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite);
                using var reader = new StreamReader(file, leaveOpen: true);
                var known = ErasureLine.ReadAll(reader).Select(l => l.Subject).ToHashSet(StringComparer.Ordinal);
                file.Seek(0, SeekOrigin.End);
                file.Write(Encoding.UTF8.GetBytes(string.Concat(erased.Where(k => known.Add(k.Subject)).Select(k => new ErasureLine(k.Subject, k.DestroyTime!.Value).Write() + "\n"))));
                file.Flush(flushToDisk: true);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            LogBehind(e); // another replica may be writing; the next look finds what is missing
        }
    }

    [LoggerMessage(LogLevel.Error, "An erasure could not be entered into the erasure ledger; it is tried again in a minute.")]
    private partial void LogBehind(Exception e);
}
