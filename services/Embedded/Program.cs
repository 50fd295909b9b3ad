using System.Diagnostics;
using System.Runtime.InteropServices;
using Concord.Embedded;
using Concord.Platform.Hosting;

var (options, error) = EmbeddedOptions.Parse(args, Environment.GetEnvironmentVariable("CONCORD_DATA"));
if (options is null)
{
    await (error is null ? Console.Out : Console.Error).WriteLineAsync(error is null ? EmbeddedOptions.Usage : $"{error}\n\n{EmbeddedOptions.Usage}");
    return error is null ? 0 : 2;
}

var stop = new TaskCompletionSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    await using var platform = await EmbeddedPlatform.StartAsync(options);
    Announcement.Write(platform, options, DateTime.Now - Process.GetCurrentProcess().StartTime);
    await stop.Task;
    await Console.Out.WriteLineAsync("Stopping.");
}
catch (Exception e) when (e is InvalidOperationException or SettingException or IOException or Microsoft.Data.Sqlite.SqliteException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}

return 0;

void Stop(PosixSignalContext context)
{
    context.Cancel = true;
    stop.TrySetResult();
}
