using Concord.Platform.Hosting;
using Concord.Roster.Persistence;

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
            foreach (var (wished, times) in counts)
            {
                var row = await db.SearchDemand.FindAsync([wished.Day, wished.Wish, wished.Value, wished.Level], cancellationToken);
                row ??= db.Add(new SearchDemand { Day = wished.Day, Wish = wished.Wish, Value = wished.Value, Level = wished.Level }).Entity;
                row.Times += times;
            }

            await db.SaveChangesAsync(cancellationToken);
        }
        catch
        {
            tally.PutBack(counts); // another replica was faster with one of them, or the store is away
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
