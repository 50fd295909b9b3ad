namespace Concord.Identity.Tokens.Keys;

/// <summary>Notices that another key has come of age or was made by another process. Looks, because a shared directory on another machine wakes nobody.</summary>
internal sealed partial class KeyWatch(TokenKeys keys, ILogger<KeyWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250); // wall time on purpose: it is about noticing

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (told, failing) = (keys.Live, false);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var live = keys.Look();
                if (live.Current != told.Current)
                {
                    LogSigns(live.Current.Id);
                }

                (told, failing) = (live, false);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                if (!failing)
                {
                    LogNotRead(e);
                }

                failing = true;
            }

            await Task.Delay(Pace, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(LogLevel.Information, "The key {Key} signs tokens now.")]
    private partial void LogSigns(string key);

    [LoggerMessage(LogLevel.Error, "The keys of tokens cannot be read anew; those read before go on, also where somebody has taken them away meanwhile.")]
    private partial void LogNotRead(Exception e);
}
