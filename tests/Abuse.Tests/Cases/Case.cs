using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Concord.Abuse.Tests.Rows;
using Surface = Concord.Abuse.Tests.Contract.Surface;
using Operation = Concord.Abuse.Tests.Contract.Operation;

namespace Concord.Abuse.Tests.Cases;

/// <summary>One operation about to be attacked.</summary>
internal sealed record Attempt(Wire Wire, Operation Operation, Row Row, Reach Reach)
{
    /// <summary>The request of the row, changed; see <see cref="Wire.SendAsync(Operation, Reach, string?, string?, IReadOnlyList{string}?, string?, string?, string?, Action{HttpRequestMessage}?)"/>.</summary>
    public Task<Answer> SendAsync(
        string? person = null, string? token = null, IReadOnlyList<string>? ids = null, string? body = null, string? query = null, string? key = null, Action<HttpRequestMessage>? change = null) =>
        Wire.SendAsync(Operation, Reach, person, token, ids, body, query, key, change);
}

/// <summary>Runs a case against every operation and tells the report what became of each.</summary>
internal static class Case
{
    // All of them; or a share, another one in each run, where a run is one of several: each operation is attacked on the single-process platform every time.
    private static readonly int s_oneIn = int.Parse(Environment.GetEnvironmentVariable("CONCORD_ABUSE_ONE_IN") ?? "1", CultureInfo.InvariantCulture);
    private static readonly int s_turn = Environment.GetEnvironmentVariable("CONCORD_ABUSE_TURN") is { } turn ? int.Parse(turn, CultureInfo.InvariantCulture) : Random.Shared.Next(s_oneIn);
    private static readonly List<Operation> s_attacked = [.. Surface.Operations.Where((_, i) => i % s_oneIn == s_turn % s_oneIn)];
    private static readonly ConditionalWeakTable<AbusePlatform, ConcurrentDictionary<string, Lazy<Task<Reach>>>> s_shared = [];

    /// <param name="platform">Under attack.</param>
    /// <param name="name">As the column is called.</param>
    /// <param name="attack">Answers how it was refused; <see cref="NotFor"/> where it does not apply. A failed assertion is a hole.</param>
    public static async Task AgainstEveryOperationAsync(AbusePlatform platform, string name, Func<Attempt, Task<string>> attack)
    {
        var (wire, failed) = (new Wire(platform), new ConcurrentBag<string>());
        await Parallel.ForEachAsync(s_attacked, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (operation, _) =>
        {
            var verdict = await VerdictAsync(wire, operation, name, attack);
            platform.Report.Tell(operation.Id, name, verdict);
            if (verdict.StartsWith("FAILED", StringComparison.Ordinal))
            {
                failed.Add($"{operation.Id}: {verdict}");
            }
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"{platform.Report.Summary(name)}; {Share}");
        Assert.True(failed.IsEmpty, $"{name}, {failed.Count} of {s_attacked.Count} ({Share}):\n{string.Join("\n", failed.Order(StringComparer.Ordinal))}");
    }

    /// <summary>Which operations are attacked, as it is said to another run.</summary>
    public static string Share => $"CONCORD_ABUSE_ONE_IN={s_oneIn} CONCORD_ABUSE_TURN={s_turn}";

    public static string NotFor(string why) => $"n/a: {why}";

    private static async Task<string> VerdictAsync(Wire wire, Operation operation, string name, Func<Attempt, Task<string>> attack)
    {
        try
        {
            var row = Table.Rows[operation.Id];
            return row.NotFor.TryGetValue(name, out var why) ? NotFor(why) : await attack(new Attempt(wire, operation, row, await SharedAsync(wire, operation, row)));
        }
        catch (Exception e)
        {
            return $"FAILED: {e.Message}";
        }
    }

    // What is refused changes nothing: one record serves all cases that are.
    private static Task<Reach> SharedAsync(Wire wire, Operation operation, Row row) =>
        s_shared.GetOrCreateValue(wire.Platform).GetOrAdd(operation.Id, _ => new Lazy<Task<Reach>>(() => row.ReachAsync(wire.World, operation))).Value;
}
