using Concord.Contracts.Access;
using Concord.Platform.FourEyes;
using Concord.Platform.Security;
using Concord.Platform.Security.Policy;

namespace Concord.Roster.Mediators;

/// <summary>Who decides on a person of the roster: mediation support, cleared for the profile.</summary>
internal sealed class Deciders : IAudiences
{
    /// <summary>On an erasure, which they propose as well.</summary>
    public static string OnErasure(Classification label) => $"erasers/{label}";

    /// <summary>On a lower classification, which officers of the organization that keeps the profile propose as well.</summary>
    public static string OnLabel(Classification label) => $"declassifiers/{label}";

    /// <summary>On an act of that name.</summary>
    public static string On(string act, Classification label) => act == Declassification.ActName ? OnLabel(label) : OnErasure(label);

    public Task<IReadOnlyList<string>> OfAsync(Caller caller, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>(caller.Holds(RosterPermissions.EraseProfiles) ? [.. caller.ClearedLabels().SelectMany(l => (string[])[OnErasure(l), OnLabel(l)])] : []);

    public async Task<IReadOnlyList<string>> OfProposerAsync(Caller caller, CancellationToken cancellationToken) =>
        [.. await OfAsync(caller, cancellationToken), .. caller.Holds(RosterPermissions.EditProfiles) ? caller.ClearedLabels().Select(OnLabel) : []];
}
