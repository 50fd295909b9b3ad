using System.Text.Json;
using Concord.Designation.Lead;
using Concord.Designation.Persistence;
using Concord.Platform.Errors;
using Concord.Platform.FourEyes;
using Concord.Platform.Http;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Concord.Designation.Processes;

/// <summary>Who is to act for the appointing authority, who acted when it was proposed, and the version of the process it was proposed for.</summary>
internal sealed record OtherAuthority(IReadOnlyList<string> Persons, IReadOnlyList<string> Before, long Version);

/// <summary>
/// Other persons act for the appointing authority: two who keep processes, and who both see this one, agree. Whoever could name them alone could make himself both deciders on a lead (R29).
/// </summary>
internal sealed class AuthorityChange(DesignationDb db, TimeProvider time) : IFourEyesAct
{
    public const string ActName = "processes.changeAuthority";

    public string Name => ActName;

    public async Task ApplyAsync(ProposedAct act, Caller approver, CancellationToken cancellationToken)
    {
        var other = act.Read<OtherAuthority>();
        var process = await db.AsProposedAsync(act, other.Version, approver, cancellationToken);
        process.Edit(With(process.Fields(), other.Persons), approver, time.Now());
        var waiting = await db.LeadProposals.Where(p => p.Process == process.Id && p.State == ProposalState.Proposed).ToListAsync(cancellationToken);
        foreach (var proposal in waiting.Where(p => !other.Persons.Contains(p.ProposedBy.ActsFor ?? p.ProposedBy.Account)))
        {
            proposal.Lapse("Its proposer acts for the appointing authority no more.", time.Now());
        }
    }

    /// <summary>Where somebody is named already; the first to be named are part of the process's entry.</summary>
    public static bool IsIn(ProcessFields wished, Process process) => process.Persons.Count > 0 && !process.Persons.ToHashSet().SetEquals(wished.AppointingAuthority?.Persons ?? []);

    /// <summary>Keeps it for a second person; it is proposed by itself, so that nothing else hides behind it.</summary>
    public static ProposedAct Propose(DesignationDb db, Process process, ProcessFields wished, Caller by, DateTime now)
    {
        IReadOnlyList<string> persons = wished.AppointingAuthority?.Persons ?? [];
        if (JsonSerializer.Serialize(With(process.Fields(), []), ConcordJson.Options) != JsonSerializer.Serialize(With(wished, []), ConcordJson.Options))
        {
            throw Fail.Invalid("appointingAuthority.persons", "They are changed in a change of their own.");
        }

        var check = new Violations();
        var named = Process.CheckPersons(persons, check);
        check.Check(named.Count > 0, "appointingAuthority.persons", "At least one."); // where nobody is named, one person alone names the next
        check.ThrowIfAny();
        return db.Propose(ActName, process.Id.ToString(), new OtherAuthority(named, process.Persons, process.Version), Deciders.Of(process), null, by, now);
    }

    private static ProcessFields With(ProcessFields fields, IReadOnlyList<string> persons) => fields with { AppointingAuthority = new AppointingAuthority(fields.AppointingAuthority?.Organ, persons) };
}
