using Concord.Contracts.Access;
using Concord.Platform.Persistence;

namespace Concord.Platform.Alerts;

/// <summary>Something that is true now, and on what that rests.</summary>
/// <param name="Subject">The record it is about; who may not see that sees no alert.</param>
/// <param name="About">Tells findings of one kind about one subject apart, such as a resource name; empty where there can be only one. At most 200 characters.</param>
/// <param name="Evidence">Resource names. One that was not there before makes a settled alert a new one.</param>
/// <param name="Facts">Words and figures by name, for the page that tells of it; never free text, never about a person.</param>
/// <param name="Severity">Where it is another one than its kind's.</param>
/// <param name="Classification">Of what it rests on, where that may be stricter than the subject; null where it is as the subject is.</param>
public sealed record AlertFinding<TSubject>(
    TSubject Subject, string About, IReadOnlyList<string> Evidence, IReadOnlyDictionary<string, string> Facts, AlertSeverity? Severity = null, Classification? Classification = null)
    where TSubject : struct, IStrongId<TSubject>;

/// <summary>
/// Says what is true now of one kind, read from the store and nothing else: what it no longer finds is over. It remembers nothing, so that no crash between two steps can make it miss one.
/// </summary>
public interface IAlertRule<TSubject> where TSubject : struct, IStrongId<TSubject>
{
    AlertKind Kind { get; }

    /// <param name="of">Only about these; about all where null.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>At most one for each subject and <see cref="AlertFinding{TSubject}.About"/>.</returns>
    Task<IReadOnlyList<AlertFinding<TSubject>>> FindAsync(IReadOnlyCollection<TSubject>? of, DateTime now, CancellationToken cancellationToken);
}
