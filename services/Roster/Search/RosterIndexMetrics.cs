using System.Diagnostics.Metrics;

namespace Concord.Roster.Search;

/// <summary>How much the search of this replica holds, and how old what it holds may be.</summary>
internal sealed class RosterIndexMetrics : IHostedService
{
    public RosterIndexMetrics(IMeterFactory meters, RosterIndexKeeper keeper)
    {
        var meter = meters.Create("Concord.Roster");
        meter.CreateObservableGauge("concord.roster.index.size", () => keeper.Current.Count, "{profile}", "Profiles in the search index of this replica.");
        meter.CreateObservableGauge("concord.roster.index.staleness", () => keeper.Staleness is { } age ? [new Measurement<double>(age.TotalSeconds)] : Array.Empty<Measurement<double>>(), "s",
            "How long ago the search index of this replica was last known to hold all that the database holds.");
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
