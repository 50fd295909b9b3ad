using System.Diagnostics.Metrics;
using Concord.Support;

namespace Concord.Architecture.Tests;

public sealed class TelemetryTests
{
    [Fact]
    public void Every_metric_of_the_code_is_in_the_table_and_no_other()
    {
        var rows = ServiceCatalogue.All.SelectMany(s => s.Instruments.Select(i => (Service: s.Name, Instrument: i)))
            .GroupBy(i => i.Instrument.Name).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => Row(g.First().Instrument, g.Select(i => i.Service).Distinct().Count() == ServiceCatalogue.All.Count ? "every" : string.Join(", ", g.Select(i => i.Service).Distinct())))
            .ToList();
        var table = File.ReadLines(Repository.PathOf("docs", "telemetry.md")).Where(l => l.StartsWith("| `concord.", StringComparison.Ordinal)).ToList();
        Assert.True(rows.SequenceEqual(table), $"docs/telemetry.md should have these rows:\n{string.Join('\n', rows)}");
    }

    [Fact]
    public void Metrics_are_named_as_the_field_names_them() => Assert.All(ServiceCatalogue.All.SelectMany(s => s.Instruments), i =>
    {
        Assert.Matches("^concord(\\.[a-z]+(_[a-z]+)*)+$", i.Name);
        Assert.Matches("^(s|By|\\{[a-z]+\\})$", i.Unit);
        Assert.NotEqual("", i.Description ?? "");
    });

    private static string Row(Instrument i, string service) => $"| `{i.Name}` | {i.Unit} | {Kind(i)} | {service} | {i.Description} |";

    private static string Kind(Instrument i) => i.GetType().Name.Split('`')[0] switch
    {
        "ObservableGauge" => "gauge",
        "Counter" => "counter",
        "Histogram" => "histogram",
        var other => other,
    };
}
