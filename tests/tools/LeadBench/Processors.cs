using System.Diagnostics;
using Concord.Distributed;

namespace Concord.LeadBench;

/// <summary>What the processor has spent on each program of the platform.</summary>
internal static class Processors
{
    public static IReadOnlyDictionary<string, TimeSpan> Now(DistributedPlatform platform)
    {
        var spent = platform.Services.Append(platform.Gateway).ToDictionary(s => s.Program, s => s.ProcessorTime);
        spent["PostgreSQL"] = Process.GetProcesses().Where(p => p.ProcessName.StartsWith("postgres", StringComparison.Ordinal)).Aggregate(TimeSpan.Zero, (sum, p) => sum + p.TotalProcessorTime);
        spent["client"] = Process.GetCurrentProcess().TotalProcessorTime;
        return spent;
    }

    public static void Add(Dictionary<string, TimeSpan> sum, IReadOnlyDictionary<string, TimeSpan> before, IReadOnlyDictionary<string, TimeSpan> after)
    {
        foreach (var (program, time) in after)
        {
            sum[program] = sum.GetValueOrDefault(program) + time - before.GetValueOrDefault(program);
        }
    }
}
