using System.Net;
using System.Text;
using Concord.Support;
using Microsoft.Data.Sqlite;

namespace Concord.Crash.Tests;

/// <summary>An import of people that is cut off in the middle of its save: nobody of it is in the roster afterwards, or everybody, and its retry under the same Idempotency-Key enters everybody once.</summary>
/// <param name="data">Data directory of the platform.</param>
internal sealed class CutImport(string data)
{
    public const string Officer = "msu.officer@un.example";
    private const int Rows = 3000;
    private const long Begun = 256 * 1024; // bytes in the store's log: less than the whole import writes there
    private const string Name = "Cut import";
    private readonly string _key = Guid.NewGuid().ToString();
    private Task<ApiAnswer?> _first = Task.FromResult<ApiAnswer?>(null);

    /// <summary>Done when the store has begun to write it: the moment to kill.</summary>
    public async Task BeginAsync(HttpClient officer)
    {
        var log = new FileInfo(Path.Combine(data, "roster.db-wal"));
        await EmptyLogAsync();
        var before = Length(log);
        _first = SendAsync(officer);
        await Eventually.TrueAsync(() => Task.FromResult(_first.IsCompleted || Length(log) > before + Begun), "the import is being written");
    }

    /// <summary>After the platform has started again.</summary>
    /// <returns>What became of it, in words.</returns>
    public async Task<string> RequireAllOrNothingAsync(HttpClient officer)
    {
        var (answer, entered) = (await _first, await EnteredAsync(officer));
        Assert.True(entered.Count == Rows || (entered.Count == 0 && answer is null), $"{entered.Count} of {Rows} are entered.");

        var retry = (await SendAsync(officer))!.Is(HttpStatusCode.OK);
        Assert.Equal(retry["lines"].AsArray().Select(l => (string)l!["profile"]!).Order(StringComparer.Ordinal), (await EnteredAsync(officer)).Order(StringComparer.Ordinal));
        Assert.Equal((Rows, Rows), ((int)retry["new"], retry["lines"].AsArray().Count));
        return $"{entered.Count} of {Rows} people were entered by an import that was {(answer is null ? "not " : "")}answered before the kill.";
    }

    // A log that was written before is written over before it grows: its length would tell of the import only at the end.
    private async Task EmptyLogAsync()
    {
        await using var store = new SqliteConnection($"Data Source={Path.Combine(data, "roster.db")};Pooling=false");
        await store.OpenAsync();
        await using var command = store.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
    }

    // Null where nobody answered.
    private async Task<ApiAnswer?> SendAsync(HttpClient officer)
    {
        var table = $"externalReference,displayName,gender,seniorityLevel,nationalities,languages\n{string.Concat(Enumerable.Range(1, Rows).Select(i => $"C{i},{Name} {i},WOMAN,EXPERT,KEN,sw=NATIVE\n"))}";
        try
        {
            var answer = await officer.SendAsync(HttpMethod.Post, "/api/v1/profiles:import", Encoding.UTF8.GetBytes(table), _key, mediaType: "text/csv");
            return answer.Status is HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout ? null : answer.Is(HttpStatusCode.OK); // the gateway outlived the service by a moment
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException)
        {
            return null;
        }
    }

    private static async Task<IReadOnlyList<string>> EnteredAsync(HttpClient officer) =>
        [.. (await officer.ReadAllAsync("/api/v1/profiles?state=DRAFT&pageSize=500")).Where(p => ((string)p["displayName"]!).StartsWith(Name, StringComparison.Ordinal)).Select(p => (string)p["name"]!)];

    private static long Length(FileInfo file)
    {
        file.Refresh();
        return file.Exists ? file.Length : 0;
    }
}
