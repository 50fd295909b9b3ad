using Concord.Gateway.Browsers;
using Concord.Platform.Errors;
using Concord.Platform.Hosting;

namespace Concord.Gateway.Status;

/// <summary>
/// Whether the gateway can do its own work. Not whether every service can: a host that took the gateway away because one service is down would take away
/// the other four as well.
/// </summary>
internal sealed class Readiness(IConfiguration configuration, Draining draining)
{
    public void Check()
    {
        if (draining.HasBegun)
        {
            throw Fail.Because(PlatformReasons.Stopping, "This process is stopping.");
        }

        if (BrowserSetup.OwnKeyDirectory(configuration) is { } keys && !IsWritable(keys))
        {
            throw Fail.Because(PlatformReasons.StoreFull, "The keys of browser sessions cannot be kept.");
        }
    }

    // Keys are read at a sign-in and renewed every few weeks: without a try nobody would notice until then.
    private static bool IsWritable(string directory)
    {
        try
        {
            using var probe = new FileStream(Path.Combine(directory, $".probe-{Guid.NewGuid():N}"), new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                Options = FileOptions.DeleteOnClose,
            });
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
