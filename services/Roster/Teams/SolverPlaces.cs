namespace Concord.Roster.Teams;

/// <summary>A replica works on few wishes at once: a solver takes a core of its own for seconds, and everybody else's answers come from the same cores.</summary>
internal sealed class SolverPlaces : IDisposable
{
    private readonly SemaphoreSlim _free = new(Math.Max(1, Environment.ProcessorCount / 2));

    public async Task<IDisposable> TakeAsync(CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken);
        return new Place(_free);
    }

    public void Dispose() => _free.Dispose();

    private sealed class Place(SemaphoreSlim free) : IDisposable
    {
        public void Dispose() => free.Release();
    }
}
