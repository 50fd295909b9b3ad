// What a second party has of Concord: it needs nothing of the platform but what the platform tells.
// Exit codes: 0 good, 1 not, and what is wrong is named, 2 not understood or not possible now.
using System.Security.Cryptography;
using Concord.Auditor;

const string Usage = """
    Concord.Auditor FILE [--heads DIRECTORY] [--key PEM]
        checks an exported audit chain; - reads what comes in. --heads: signed heads that were kept elsewhere, which
        the chain must have passed through. --key: the service's public keys; without it signatures are not looked at.
    Concord.Auditor proof FILE [--key PEM]
        checks that a signed head counts an entry
    Concord.Auditor key PEM
        makes a key over P-256 and shows its public part
    Concord.Auditor witness --address URL --service NAME --client ID --secret-file FILE --key PEM --directory DIRECTORY [--every SECONDS]
        keeps the newest head of a service, makes sure that it continues the one kept before, and puts a signature under it;
        once, or again and again
    """;

try
{
    return args switch
    {
        ["proof", var file, .. var rest] when Options.Read(rest, "--key") is { } options => await ProofCheck.RunAsync(file, options.Keys("--key")),
        ["key", var file] => KeyMaking.Run(file),
        ["witness", .. var rest] when Options.Read(rest, "--address", "--service", "--client", "--secret-file", "--key", "--directory", "--every") is { } options => await WitnessRun.RunAsync(options),
        [var file, .. var rest] when !file.StartsWith("--", StringComparison.Ordinal) && Options.Read(rest, "--heads", "--key") is { } options => await ExportCheck.RunAsync(file, options["--heads"], options.Keys("--key")),
        _ => throw new UsageException(Usage),
    };
}
catch (Exception e) when (e is UsageException or IOException or UnauthorizedAccessException or HttpRequestException or FormatException or CryptographicException or TaskCanceledException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}
