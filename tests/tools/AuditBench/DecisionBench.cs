using System.Diagnostics;
using System.Globalization;
using System.Security.Claims;
using Concord.Contracts.Access;
using Concord.Platform.Security;
using Concord.Platform.Security.News;
using Concord.Platform.Security.Policy;

namespace Concord.AuditBench;

/// <summary>How long a decision of the access policy takes, from the validated token to yes or no, for a person whom many compartments name.</summary>
internal static class DecisionBench
{
    private const int Decisions = 200_000;
    private const int Compartments = 100;

    public static void Run()
    {
        const string Account = "accounts/0197a000-0000-7000-8000-000000000001";
        var token = new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(ConcordClaims.Subject, Account), new Claim(ConcordClaims.Role, Roles.Analyst), new Claim(ConcordClaims.Clearance, nameof(Classification.StrictlyConfidential))], "Bearer"));
        var processes = Enumerable.Range(0, Compartments).Select(i => $"processes/{Guid.CreateVersion7()}").ToArray();
        var list = new AccessList(TimeSpan.FromHours(1));
        list.Hear(new AccessNews("1", Enumerable.Range(0, 1_000).ToDictionary(i => $"sessions/{Guid.NewGuid()}", _ => long.MaxValue), new Dictionary<string, IReadOnlyList<string>> { [Account] = processes }));
        var permission = new Permission("bench.records.read", "", [.. Roles.OfPeople]);
        var took = new double[Decisions];
        var allowed = 0;
        for (var i = 0; i < Decisions; i++)
        {
            var started = Stopwatch.GetTimestamp();
            var caller = list.CallerOf(token);
            allowed += !list.Includes(token) && caller.Holds(permission) && caller.MaySee(Classification.StrictlyConfidential, processes[i % Compartments], processes[i % Compartments]) ? 1 : 0;
            took[i] = Stopwatch.GetElapsedTime(started).TotalMicroseconds;
        }

        Array.Sort(took);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"A decision, of a person named in {Compartments} compartments, with 1000 revocations known: p50 {took[Decisions / 2]:0.0} µs, p99 {took[Decisions * 99 / 100]:0.0} µs ({allowed} of {Decisions} allowed)."));
    }
}
