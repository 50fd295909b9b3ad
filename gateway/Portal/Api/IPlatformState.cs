namespace Concord.Portal.Api;

/// <summary>Which services of the installation answer.</summary>
public interface IPlatformState
{
    Task<IReadOnlyDictionary<string, bool>> AskAsync(CancellationToken cancellationToken);
}
