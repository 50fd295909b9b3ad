using System.Text.Json;
using Concord.Contracts.Access;
using Concord.Designation.Persistence;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Http;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Processes;

/// <summary>The lower classification, and the version of the process it was proposed for.</summary>
internal sealed record LowerClassification(Classification Classification, long Version);

/// <summary>A process is shown to more people: two who keep processes, and who both see it, agree (ST/SGB/2007/6).</summary>
internal sealed class Declassification(DesignationDb db, TimeProvider time) : IFourEyesAct
{
    public const string ActName = "processes.declassify";

    public string Name => ActName;

    public async Task ApplyAsync(ProposedAct act, Caller approver, CancellationToken cancellationToken)
    {
        var lower = act.Read<LowerClassification>();
        var process = await db.AsProposedAsync(act, lower.Version, approver, cancellationToken);
        process.Edit(process.Fields() with { Classification = lower.Classification }, approver, time.Now());
    }

    /// <summary>Keeps it for a second person; it is proposed by itself, so that nothing else hides behind it.</summary>
    public static ProposedAct Propose(DesignationDb db, Process process, ProcessFields wished, Caller by, DateTime now)
    {
        var lower = wished.Classification!.Value;
        if (JsonSerializer.Serialize(process.Fields() with { Classification = lower }, ConcordJson.Options) != JsonSerializer.Serialize(wished, ConcordJson.Options))
        {
            throw Fail.Invalid("classification", "It is lowered in a change of its own.");
        }

        return db.Propose(ActName, process.Id.ToString(), new LowerClassification(lower, process.Version), Deciders.Of(process), null, by, now);
    }
}

/// <summary>Who decides on a process: those who keep processes and see this one.</summary>
internal sealed class Deciders(DesignationDb db) : IAudiences
{
    private const string Cleared = "keepers/";

    public static string Of(Process process) => process.Classification == Classification.StrictlyConfidential ? process.Id.ToString() : $"{Cleared}{process.Classification}";

    public Task<IReadOnlyList<string>> OfAsync(Caller caller, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>(
        caller.Holds(DesignationPermissions.KeepProcesses) ? [.. caller.OpenLabels().Select(label => $"{Cleared}{label}"), .. caller.NamedIn()] : []);

    /// <summary>Who has just put a process under Strictly Confidential sees it, and what he proposes, before its compartment names him.</summary>
    public async Task<IReadOnlyList<string>> OfProposerAsync(Caller caller, CancellationToken cancellationToken) => caller.Holds(DesignationPermissions.KeepProcesses)
        ? [.. await OfAsync(caller, cancellationToken), .. (await db.Processes.SeenBy(caller).Where(p => p.Classification == Classification.StrictlyConfidential).Select(p => p.Id).ToListAsync(cancellationToken)).Select(id => id.ToString())]
        : [];
}
