using System.Text.Json;
using Concord.Platform.Http;
using Concord.Platform.Persistence;
using Concord.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Concord.Platform.FourEyes;

/// <summary>A kind of act that takes two persons.</summary>
public interface IFourEyesAct
{
    /// <summary>Its name, such as <c>compartments.name</c>.</summary>
    string Name { get; }

    /// <summary>Whether its proposer may take it back. Not where it tells of what has happened: the review then belongs to those who are asked.</summary>
    bool IsWithdrawable => true;

    /// <summary>Carries it out, in the transaction of the approval; refuses where what it would change is not as it was (<c>PROPOSAL_OVERTAKEN</c>).</summary>
    Task ApplyAsync(ProposedAct act, Caller approver, CancellationToken cancellationToken);

    /// <summary>Where a refusal takes something back that counted already.</summary>
    Task RejectedAsync(ProposedAct act, Caller by, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Who decides on what: a service knows which audiences a person belongs to.</summary>
public interface IAudiences
{
    Task<IReadOnlyList<string>> OfAsync(Caller caller, CancellationToken cancellationToken);

    /// <summary>Those in front of whom a person still sees what he proposed himself: who has lost the right finds it no more, nor who decided. Who decides, where an act takes no other right to propose.</summary>
    Task<IReadOnlyList<string>> OfProposerAsync(Caller caller, CancellationToken cancellationToken) => OfAsync(caller, cancellationToken);
}

public static class FourEyesProposals
{
    /// <summary>Keeps an act for a second person to decide on; it changes nothing before.</summary>
    /// <param name="db">The store of the service.</param>
    /// <param name="act">The <see cref="IFourEyesAct.Name"/>.</param>
    /// <param name="record">Resource name of what it would change.</param>
    /// <param name="content">What would be done; read again by <see cref="Read{T}"/>.</param>
    /// <param name="audience">Who decides.</param>
    /// <param name="reason">Why, in the proposer's words; null where the act says enough.</param>
    /// <param name="by">Who proposes.</param>
    /// <param name="now">Now, UTC.</param>
    public static ProposedAct Propose<T>(this ServiceDbContext db, string act, string record, T content, string audience, string? reason, Caller by, DateTime now) =>
        db.Add(ProposedAct.Of(act, record, JsonSerializer.Serialize(content, ConcordJson.Options), audience, reason, by, now)).Entity;

    /// <summary>Withdraws what still waits of acts whose proposer has handed over, is gone or may not do it any more.</summary>
    /// <param name="waiting">Which acts.</param>
    /// <param name="reason">Why, 1 to 2000 characters.</param>
    /// <param name="by">Who decides so; the proposer where null.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What was withdrawn.</returns>
    public static async Task<IReadOnlyList<ProposedAct>> WithdrawAsync(this IQueryable<ProposedAct> waiting, string reason, Caller? by, DateTime now, CancellationToken cancellationToken)
    {
        var open = await waiting.Where(a => a.State == ProposedActState.Proposed && a.ExpireTime > now).ToListAsync(cancellationToken);
        var acts = open.FindAll(a => a.State == ProposedActState.Proposed); // what this commit decides on is open in the store yet
        foreach (var act in acts)
        {
            act.Lapse(reason, by, now);
        }

        return acts;
    }

    public static T Read<T>(this ProposedAct act) =>
        JsonSerializer.Deserialize<T>(act.Content, ConcordJson.Options) ?? throw new InvalidOperationException($"{act.Id} holds nothing.");
}
