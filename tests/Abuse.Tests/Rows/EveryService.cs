using System.Net;
using Concord.Abuse.Tests.People;
using Concord.Support;

namespace Concord.Abuse.Tests.Rows;

/// <summary>What the platform gives to each service: the audit chain, its heads, the explanation of access.</summary>
internal static class EveryService
{
    private const string Auditor = "auditor";

    public static IEnumerable<Row> Rows { get; } = [.. Repository.Services.SelectMany(Of), new("ListAuditEntries", Auditor, _ => Table.Nothing)];

    private static IEnumerable<Row> Of(string name)
    {
        var service = $"{char.ToLowerInvariant(name[0])}{name[1..]}";
        return
        [
            new($"Explain{name}Access", "administrator", _ => Table.Nothing) { Query = _ => $"?permission={service}.audit.read&role=auditor" },
            new($"List{name}AuditEntries", Auditor, _ => Table.Nothing),
            new($"Get{name}AuditEntry", Auditor, _ => Task.FromResult("0")),
            new($"Prove{name}AuditEntry", Auditor, async w => await HeadAsync(w, service, "0")),
            new($"Export{name}Audit", Auditor, _ => Table.Nothing),
            new($"List{name}AuditHeads", Auditor, _ => Table.Nothing),
            new($"Get{name}AuditHead", Auditor, w => HeadAsync(w, service)),
            new($"Prove{name}AuditHead", Auditor, w => HeadAsync(w, service)) { Query = _ => "?first=1" },
            new($"Get{name}AuditKeys", Auditor, _ => Table.Nothing),
            new($"Cosign{name}AuditHead", Crowd.Witness, w => HeadAsync(w, service)) { Ends = (HttpStatusCode.Conflict, "AUDIT_WITNESS_UNKNOWN") },
        ];
    }

    private static async Task<string> HeadAsync(World world, string service, string? instead = null)
    {
        var (auditor, size) = (await world.Crowd.AsAsync(Auditor), "");
        await Eventually.TrueAsync(async () => (size = (await auditor.ReadAsync($"/api/v1/audit/{service}/heads"))["items"].AsArray().FirstOrDefault()?["size"]?.ToString() ?? "").Length > 0, $"a signed head of {service}");
        return instead ?? size;
    }
}
