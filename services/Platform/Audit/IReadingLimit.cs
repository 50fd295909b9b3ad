using Concord.Platform.Persistence;
using Concord.Platform.Security;

namespace Concord.Platform.Audit;

/// <summary>For a service whose records nobody needs many of at once: asked before an answer that shows some leaves, where they are Confidential or stricter.</summary>
public interface IReadingLimit
{
    /// <summary>Enters what is shown, or refuses it.</summary>
    /// <param name="db">The store of the service.</param>
    /// <param name="caller">Who is shown it.</param>
    /// <param name="shown">Resource names.</param>
    /// <param name="enterAsync">Writes the entry of the audit chain; to be called where it is not refused.</param>
    /// <param name="cancellationToken">Stops it; nothing is shown then.</param>
    Task ShowAsync(ServiceDbContext db, Caller caller, IReadOnlyList<string> shown, Func<Task> enterAsync, CancellationToken cancellationToken);
}
