// Makes and renews the certificates with which the services prove to each other who they are. Needs nothing but .NET.
// Exit codes: 0 done, 1 not, and what is wrong is named, 2 not understood.
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Concord.Certificates;

const string Usage = """
    Concord.Certificates DIRECTORY SERVICE... [--authority DIRECTORY] [--host NAME] [--every SECONDS] [--anew]
        For each service DIRECTORY/SERVICE with service.pem, its certificate and key, and authorities.pem, whom it trusts.
        Run again it renews what is past half of its life; running services take the new files by themselves.
        --authority: where the keys of the authority are, that no service may read; DIRECTORY/authority where absent.
        --host: a further name or IP address for each certificate, beside SERVICE, SERVICE-grpc and this machine's own.
        --every: again and again, until it is stopped.
        --anew: forgets the authority and begins with another one; nothing that was given out before is good any more.
    Concord.Certificates --check DIRECTORY SERVICE...
        Whether every service has a certificate that is good for more than a quarter of its life.
    """;

if (args is ["--check", var checkedDirectory, .. var services] && services.Length > 0)
{
    return Expiry.Check(checkedDirectory, services, TimeProvider.System, Console.Error);
}

if (Order.Read(args) is not { } order)
{
    await Console.Error.WriteLineAsync(Usage);
    return 2;
}

using var stop = new CancellationTokenSource();
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
var round = new Round(order, TimeProvider.System, Console.Out);
while (true)
{
    try
    {
        round.Run();
    }
    catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
    {
        await Console.Error.WriteLineAsync(e.Message);
        if (order.Every is null)
        {
            return 1;
        }
    }

    if (order.Every is not { } pause)
    {
        return 0;
    }

    order.Anew = false; // once, not at every turn
    await Task.Delay(pause, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    if (stop.IsCancellationRequested)
    {
        return 0;
    }
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
