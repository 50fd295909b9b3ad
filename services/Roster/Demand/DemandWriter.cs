using Concord.Platform.Hosting;
using Concord.Roster.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.Demand;

/// <summary>Writes what was counted, now and then and at the end: a search waits for no write.</summary>
internal sealed partial class DemandWriter(IServiceScopeFactory scopes, DemandTally tally, IConfiguration configuration, ILogger<DemandWriter> logger) : BackgroundService
{
    public static readonly Setting Pace = new("Roster:Demand:WriteSeconds", "How often it is written what searches asked for, in seconds.", "60", SettingForm.Period);

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        var counts = tally.Take();
        if (counts.Count == 0)
        {
            return;
        }

        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<RosterDb>();
            await using var write = await db.BeginWriteAsync(cancellationToken);
            foreach (var (wished, times) in counts)
            {
                await AddAsync(db, wished, times, cancellationToken);
            }

            await db.SaveChangesAsync(cancellationToken);
            await write.CommitAsync(cancellationToken);
        }
        catch
        {
            tally.PutBack(counts); // another replica may have been first with one of them
            throw;
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(Pace.RequiredIn<double>(configuration)));
        while (await pace.WaitForNextTickAsync(stoppingToken))
        {
            await TryAsync(stoppingToken);
        }
    }

    private static async Task AddAsync(RosterDb db, Wished wished, long times, CancellationToken cancellationToken)
    {
        var (day, wish, value, level) = wished;
        var row = db.SearchDemand.Where(d => d.Day == day && d.Wish == wish && d.Value == value && d.Level == level);
        if (await row.ExecuteUpdateAsync(d => d.SetProperty(r => r.Times, r => r.Times + times), cancellationToken) == 0)
        {
            db.Add(new SearchDemand { Day = day, Wish = wish, Value = value, Level = level, Times = times });
        }
    }

    private async Task TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(e);
        }
    }

    [LoggerMessage(LogLevel.Warning, "What searches asked for could not be written; it is tried again.")]
    private partial void LogFailed(Exception e);
}
