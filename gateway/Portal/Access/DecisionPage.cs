using Concord.Portal.Frame;

namespace Concord.Portal.Access;

/// <summary>What one person proposed, and the form by which a second one decides on it, or the first takes it back.</summary>
public abstract class DecisionPage : FormPage
{
    /// <summary>Resource name of what was proposed.</summary>
    protected abstract string Proposed { get; }

    /// <summary>The page that a decision leads to.</summary>
    /// <param name="done">Key of what that page then says.</param>
    protected abstract string After(string done);

    protected Task DecideAsync() => Sent("decision") switch
    {
        "approve" => ChangeAsync($"{Proposed}:approve", new { }, After("actApproved")),
        "reject" => ChangeAsync($"{Proposed}:reject", new { reason = Sent("reason") }, After("actRejected")),
        "withdraw" => ChangeAsync($"{Proposed}:withdraw", new { reason = Sent("reason") }, After("actWithdrawn")),
        _ => Task.CompletedTask,
    };
}
