using Concord.RosterBench.Teams;
using Concord.Support;

namespace Concord.Roster.Tests.Teams;

public sealed class TeamBenchTests
{
    [Fact, Rule("R6")]
    public void The_optimum_is_that_of_the_plain_model_on_the_benchmark_s_field() =>
        Assert.Equal(0, TeamBench.Run(TextWriter.Null, seeds: 3, [200]));
}
