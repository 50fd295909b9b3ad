using Concord.Platform.Persistence;
using Concord.Platform.Security;

namespace Concord.Platform.Alerts;

/// <summary>What others are told of an alert.</summary>
public enum AlertStep
{
    Raised = 1,
    Escalated,
    Resolved,
}

/// <summary>What a service knows of the records that its alerts are about.</summary>
public interface IAlertedRecords<TSubject> where TSubject : struct, IStrongId<TSubject>
{
    /// <summary>Those about records that the caller may see; filtered by the database, before anything is paged or counted.</summary>
    Task<IQueryable<Alert<TSubject>>> SeenByAsync(IQueryable<Alert<TSubject>> alerts, Caller caller, CancellationToken cancellationToken);

    /// <summary>Where these have changed: they, and those of which something else may be true now, because what is found of one rests on another.</summary>
    Task<IReadOnlyCollection<TSubject>> TouchedWithAsync(IReadOnlyCollection<TSubject> changed, CancellationToken cancellationToken) => Task.FromResult(changed);

    /// <summary>The caller is shown something about each of these.</summary>
    Task NoteReadAsync(IEnumerable<TSubject> subjects, CancellationToken cancellationToken);

    /// <summary>Raises the service's own fact of it: resource names, kind and level, and nothing that was written (R139). The version of the alert is the one before the save.</summary>
    /// <param name="step">What happened.</param>
    /// <param name="alert">To which.</param>
    /// <param name="asked">The role that has to act now.</param>
    /// <param name="now">UTC.</param>
    void Tell(AlertStep step, Alert<TSubject> alert, string asked, DateTime now);
}
