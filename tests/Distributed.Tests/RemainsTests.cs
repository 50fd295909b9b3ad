using Concord.Support;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Concord.Distributed.Tests.RemainsLast))]

namespace Concord.Distributed.Tests;

/// <summary>After everything else was done to the platform: nothing that was secret is found where nobody asks a service for it.</summary>
public sealed class RemainsTests(RunningPlatform running)
{
    [Fact, Abuse(25), Abuse(28)]
    public async Task Two_hundred_secrets_are_found_in_no_table_file_queue_log_or_trace()
    {
        var (platform, planted) = (running.Platform, running.Planted);
        Assert.True(planted.Secrets.Count >= 200, $"{planted.Secrets.Count} are planted.");
        Assert.True(await planted.AreToldAsync());

        List<string> found = [];
        foreach (var database in platform.Databases)
        {
            var tables = await platform.Database.TablesOfAsync(database);
            Assert.NotEmpty(tables);
            found.AddRange(tables.Where(t => planted.Secrets.AreIn(t.Value)).Select(t => $"table {t.Key} of {database}"));
        }

        await platform.Database.ExecuteAsync("CHECKPOINT"); // what is still in memory is in its files then
        found.AddRange(planted.Secrets.FilesIn(platform.FilesIn, platform.Database.FilesIn, platform.Broker.FilesIn));
        found.AddRange(Remains(planted));
        if (running.Collector.Holds(planted.Secrets))
        {
            found.Add("what was sent to the collector");
        }

        Assert.Empty(found);
    }

    [Fact]
    public void The_search_finds_what_lies_in_such_a_file()
    {
        var (platform, planted) = (running.Platform, running.Planted);
        var file = Path.Combine(platform.FilesIn, "forgotten");
        foreach (var secret in (string[])[planted.Secrets.Email(), Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"x{planted.Secrets.Text()}")), Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(planted.Secrets.Phone()))])
        {
            File.WriteAllText(file, $"something {secret} else");
            Assert.Equal([file], planted.Secrets.FilesIn(platform.FilesIn));
        }

        File.Delete(file);
    }

    // Of the temporary folder, what came since; those of the platform and its servers are looked at already.
    private IReadOnlyList<string> Remains(Planted planted)
    {
        string[] seen = [running.Platform.FilesIn, running.Platform.Database.FilesIn, running.Platform.Broker.FilesIn];
        var since = new DirectoryInfo(Path.GetTempPath()).EnumerateFileSystemInfos().Where(e => e.LastWriteTimeUtc >= planted.Since && !seen.Contains(e.FullName));
        return planted.Secrets.FilesIn([.. since.Select(e => e.FullName)]);
    }
}

/// <summary>The other classes first, in whatever order.</summary>
public sealed class RemainsLast : ITestCollectionOrderer
{
    public IReadOnlyCollection<TCollection> OrderTestCollections<TCollection>(IReadOnlyCollection<TCollection> testCollections) where TCollection : ITestCollection =>
        [.. testCollections.OrderBy(c => c.TestCollectionDisplayName.Contains(nameof(RemainsTests), StringComparison.Ordinal))];
}
