namespace Concord.Platform.Sealing;

/// <summary>Takes a subject out of a service's own store. What it does leaves with the caller's save, and doing it again changes nothing.</summary>
public interface ISubjectErasure
{
    /// <summary>Destroys the key, and empties every record that tells of the subject.</summary>
    /// <param name="subject">Resource name; the store may know nothing of it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    Task EraseAsync(string subject, CancellationToken cancellationToken);
}
