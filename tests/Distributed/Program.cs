using System.Diagnostics;
using System.Runtime.InteropServices;
using Concord.Distributed;

const string Usage = """
    bash tests/distributed.sh [--replicas N] [--port N] [--measure] [-- COMMAND...]

    Starts PostgreSQL, RabbitMQ, N replicas of each service (2) and the gateway on this machine, with the demonstration, and waits for Ctrl-C.
    With --measure: prints the rows of the README's table instead.
    With a command: runs it with CONCORD_ADDRESS, CONCORD_GRPC, CONCORD_SIGN_IN and CONCORD_KEYS set, stops everything and ends with its exit code.
    """;

var (replicas, port, measure, command) = (2, 0, false, Array.Empty<string>());
for (var i = 0; i < args.Length; i++)
{
    switch (args[i])
    {
        case "--replicas" when i + 1 < args.Length && int.TryParse(args[i + 1], out replicas) && replicas > 0:
        case "--port" when i + 1 < args.Length && ushort.TryParse(args[i + 1], out var chosen) && (port = chosen) >= 0:
            i++;
            break;
        case "--measure":
            measure = true;
            break;
        case "--":
            command = args[(i + 1)..];
            i = args.Length;
            break;
        default:
            await Console.Error.WriteLineAsync(Usage);
            return 2;
    }
}

if (DistributedPlatform.Missing is { } missing)
{
    await Console.Error.WriteLineAsync(missing);
    return 1;
}

// Whoever stops it waits until keys and passwords are gone from the disk.
var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);

var watch = Stopwatch.StartNew();
await using var platform = await DistributedPlatform.StartAsync(replicas, port);
Console.WriteLine($"Concord is ready after {watch.Elapsed.TotalSeconds:0.0} s, {replicas} replicas of each service.");
Console.WriteLine($"  Address   {platform.Address}");
Console.WriteLine($"  Sign-ins  {platform.SignInFile}");
if (measure)
{
    await Task.WhenAny(Measurement.PrintAsync(platform, watch.Elapsed), stop.Task).Unwrap();
    return stop.Task.IsCompleted ? 1 : 0;
}

if (command.Length > 0)
{
    var start = new ProcessStartInfo(command[0], command[1..])
    {
        Environment = { ["CONCORD_ADDRESS"] = platform.Address, ["CONCORD_GRPC"] = $"{platform.Gateway.Grpc}/", ["CONCORD_SIGN_IN"] = platform.SignInFile, ["CONCORD_KEYS"] = platform.KeyDirectory },
    };
    using var run = Process.Start(start)!;
    await Task.WhenAny(run.WaitForExitAsync(), stop.Task);
    if (!run.HasExited)
    {
        run.Kill(entireProcessTree: true);
        await run.WaitForExitAsync();
    }

    return run.ExitCode;
}

Console.WriteLine("Ctrl-C stops it.");
await stop.Task;
return 0;

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.TrySetResult();
}
