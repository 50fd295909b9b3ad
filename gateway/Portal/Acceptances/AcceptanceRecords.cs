using Concord.Contracts.Access;
using Concord.Portal.Access;
using Concord.Portal.Api;
using Concord.Portal.Frame;
using Concord.Portal.Processes;
using Concord.Portal.Roster;

namespace Concord.Portal.Acceptances;

/// <summary>How a party of a process takes a person as mediator, as the roster service answers it.</summary>
public sealed record PersonAcceptance(
    string Name, string Process, string Party, string Position, DateOnly On, string Source, ActPerson RecordedBy, string? WithdrawReason, ActPerson? WithdrawnBy, DateTimeOffset? WithdrawTime, string Etag);

/// <summary>The last word of one party, beside somebody who is found.</summary>
public sealed record PartyTake(string Party, string Position, DateOnly On);

internal static class PartyTakes
{
    private const int AtOnce = 8;

    private static readonly string[] s_readers = [Roles.MediationSupport, Roles.AppointingAuthority, Roles.LeadMediator];

    /// <summary>Whether what parties say of people is worth asking for; the roster decides.</summary>
    public static bool ReadsAcceptances(this Me me) => me.Roles.Any(s_readers.Contains) && me.Clearance != "UNCLASSIFIED";

    /// <summary>Of these processes, those of whose parties it can be asked: a lead mediator reads what parties say where the own organization leads, and a rival's finds nothing.</summary>
    public static async Task<List<Process>> AskableAsync(this PlatformApi api, Me me, IReadOnlyList<Process> processes)
    {
        if (me.Roles.Any(r => r != Roles.LeadMediator && s_readers.Contains(r)))
        {
            return [.. processes];
        }

        var askable = new List<Process>();
        foreach (var some in processes.Where(p => p.Led).Chunk(AtOnce))
        {
            var leads = await Task.WhenAll(some.Select(p => api.FindAsync<Lead>($"{p.Name}/lead")));
            askable.AddRange(some.Where((_, i) => me.Organization is { } own && leads[i]?.Holder?.Organizations.Contains(own) == true));
        }

        return askable;
    }

    /// <summary>What parties say is Confidential, and as strict as their process.</summary>
    public static string LevelOf(IEnumerable<Process> processes) => Classifications.Strictest(["CONFIDENTIAL", .. processes.Select(p => p.Classification)])!;

    public static bool KeepsAcceptances(this Me me) => me.ReadsAcceptances() && me.Roles.Contains(Roles.MediationSupport);
}
