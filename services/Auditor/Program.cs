// Checks an exported audit chain without the platform: Concord.Auditor FILE, or - for what comes in.
// Exit code 0: unbroken. 1: not, and the first bad entry is named. 2: not understood.
using Concord.Contracts.Audit;

if (args is not [var file])
{
    await Console.Error.WriteLineAsync("Concord.Auditor FILE   checks an exported audit chain; - reads what comes in");
    return 2;
}

try
{
    using var input = file == "-" ? Console.In : File.OpenText(file);
    var (check, fault) = await AuditExport.CheckAsync(input, CancellationToken.None);
    Console.WriteLine(fault is null
        ? $"{check!.Service}: {check.Size} entries, unbroken. Last {check.Last}, root {Convert.ToHexStringLower(check.Root)}."
        : $"Entry {fault.Sequence}: {fault.What}");
    return fault is null ? 0 : 1;
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 2;
}
