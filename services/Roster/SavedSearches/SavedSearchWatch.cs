using Concord.Platform.Errors;
using Concord.Platform.Hosting;
using Concord.Platform.Persistence;
using Concord.Roster.Geography;
using Concord.Roster.Persistence;
using Concord.Roster.Search;
using Microsoft.EntityFrameworkCore;

namespace Concord.Roster.SavedSearches;

/// <summary>
/// Looks for whom saved searches with an alert have found anew. It compares what is found now with what was found before, and follows no single change, so that whatever happened while nothing ran is noticed too. Every replica does;
/// the database lets one of them write that a search has found somebody.
/// </summary>
internal sealed partial class SavedSearchWatch(IServiceScopeFactory scopes, RosterIndexKeeper keeper, Atlas atlas, IConfiguration configuration, TimeProvider time, ILogger<SavedSearchWatch> logger) : BackgroundService
{
    public static readonly Setting Pace = new("Roster:SavedSearches:LookSeconds", "How often it is looked whether saved searches find somebody new, in seconds; nothing is done where nobody has changed.", "5", SettingForm.Period);

    private (RosterIndex? Index, DateOnly Day) _last;

    /// <summary>One look at every saved search with an alert.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var state = (keeper.Current, DateOnly.FromDateTime(time.Now()));
        if (state == _last)
        {
            return;
        }

        List<SavedSearch> searches;
        await using (var scope = scopes.CreateAsyncScope())
        {
            searches = await scope.ServiceProvider.GetRequiredService<RosterDb>().SavedSearches.AsNoTracking().Where(s => s.Alert).ToListAsync(cancellationToken);
        }

        var all = true;
        foreach (var search in searches)
        {
            all &= await TryAsync(search, state.Item2, cancellationToken);
        }

        _last = all ? state : default;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(Pace.RequiredIn<double>(configuration)));
        while (await pace.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(e);
            }
        }
    }

    // One that fails keeps no other from being looked at. Where another replica was first, the next look finds nothing left to write.
    private async Task<bool> TryAsync(SavedSearch search, DateOnly today, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var (db, matches, query) = (scope.ServiceProvider.GetRequiredService<RosterDb>(), scope.ServiceProvider.GetRequiredService<SavedSearchMatches>(), search.Search.ToQuery(atlas));
            if ((await matches.NewAsync(search.Id, query, today, cancellationToken)).Count == 0)
            {
                return true;
            }

            await using var write = await db.BeginWriteAsync(cancellationToken);
            if (!await db.SavedSearches.AnyAsync(s => s.Id == search.Id && s.Version == search.Version, cancellationToken))
            {
                return false; // it was changed meanwhile
            }

            foreach (var profile in await matches.NewAsync(search.Id, query, today, cancellationToken))
            {
                db.Add(new SavedSearchMatch { Search = search.Id, Profile = profile, IsNew = true, FindTime = time.Now() });
            }

            await db.SaveChangesAsync(cancellationToken);
            await write.CommitAsync(cancellationToken);
            return true;
        }
        catch (DomainException e) when (e.Reason == PlatformReasons.ConcurrentChange)
        {
            return false;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(e);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Saved searches could not be looked at; it is tried again.")]
    private partial void LogFailed(Exception e);
}
