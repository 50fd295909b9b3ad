using Concord.RosterBench.Search;
using Concord.Support;
using Concord.Support.Servers;

namespace Concord.Roster.Tests;

public sealed class SearchBenchTests
{
    [Fact, Rule("R27")]
    public async Task The_benchmark_s_twelve_searches_have_the_answers_of_PostgreSQL_SQLite_and_Lucene()
    {
        Assert.SkipUnless(PostgreSqlServer.Available, "PostgreSQL is not installed.");
        await SearchBench.AgreeAsync(1000);
    }
}
